/**
 * A profile learned from the seed reports a configuration names. Reads through the host; what was learned of a report is kept by its content,
 * so that one changed seed costs one reading.
 */

import { contentHash } from '../base';
import { decodeReport } from '../convert';
import { families, grammar, sharedSlots, units } from '../families';
import { commonFolder, nameOf, parentUri, relativeTo } from '../host';
import type { Host } from '../host';
import { learn, merge, openElection, seedName, unlearned } from '../learn';
import type { Schooling, Seed } from '../learn';
import type { Family, Profile, SeedDigest } from '../profile';
import { parseReport } from '../report';
import { filesBelow } from './stored';

/** How often the program should look up from its work: after each seed, so that a keystroke never waits for a folder. */
export interface Pace {
  readonly turn: () => Promise<void>;
  readonly cancelled: () => boolean;
}

/** `digests` belong to the caller and outlive one learning; entries that were not used are dropped. */
export type DigestCache = Map<string, SeedDigest>;

/**
 * Learns from files and folders (URIs). `family`: an id, `none`, or null for the one that most of the reports belong to. Null when there is no
 * report, or when it was cancelled.
 */
export async function learnFromUris(host: Host, uris: readonly string[], family: string | null, digests: DigestCache, pace: Pace): Promise<Profile | null> {
  const candidates = candidatesFor(family);
  const election = openElection(families);
  const learned = new Map<string, SeedDigest[]>(candidates.map((candidate) => [idOf(candidate), []]));
  const used = new Set<string>();
  let count = 0;
  for await (const seed of seedsBelow(host, uris)) {
    await pace.turn();
    if (pace.cancelled()) return null;
    count++;
    if (candidates.length > 1) election.vote(parseReport(seed.text, grammar));
    for (const candidate of candidates) learned.get(idOf(candidate))!.push(digestFor(seed, candidate, digests, used));
  }
  for (const key of digests.keys()) if (!used.has(key)) digests.delete(key);
  if (count === 0) return null;
  const chosen = candidates.length > 1 ? (election.elected() ?? '') : idOf(candidates[0]!);
  const bare = unlearned(schooling(candidates.find((candidate) => idOf(candidate) === chosen) ?? null));
  return merge({ ...bare, seeds: learned.get(chosen)! }, bare, sharedSlots);
}

const schooling = (family: Family | null): Schooling => ({ grammar, units, shared: sharedSlots, family });
const idOf = (family: Family | null): string => family?.id ?? '';

function candidatesFor(family: string | null): readonly (Family | null)[] {
  if (family === null) return [...families, null];
  return [families.find((known) => known.id === family) ?? null];
}

function digestFor(seed: Seed, family: Family | null, digests: DigestCache, used: Set<string>): SeedDigest {
  const key = `${idOf(family)}|${seed.name}|${contentHash(seed.text)}`;
  used.add(key);
  const digest = digests.get(key) ?? learn([seed], schooling(family)).seeds[0]!;
  digests.set(key, digest);
  return digest;
}

/** Readable reports below files and folders, each once, in the order of names; named by their path below what the places have in common. */
async function* seedsBelow(host: Host, uris: readonly string[]): AsyncGenerator<Seed> {
  const roots: { readonly uri: string; readonly folder: boolean }[] = [];
  for (const uri of uris) roots.push({ uri, folder: (await host.listFolder(uri)).length > 0 });
  const base = commonFolder(roots.map(({ uri, folder }) => (folder ? uri : (parentUri(uri) ?? uri))));
  const seen = new Set<string>();
  for (const { uri, folder } of roots) {
    for await (const file of folder ? filesBelow(host, uri) : [uri]) {
      if (seen.has(file)) continue;
      seen.add(file);
      const bytes = await host.readFile(file);
      const decoded = bytes ? decodeReport(bytes) : null;
      if (decoded?.ok) yield { name: seedName(relativeTo(base, file) ?? nameOf(file)), text: decoded.text };
    }
  }
}
