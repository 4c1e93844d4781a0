/**
 * Digests → profile: the reduce step. A pure function of the set of digests; their order is of no account.
 */

import { compareText } from '../base';
import type { Family, Profile, SeedDigest, Slot, SlotNorm } from '../profile';
import { PROFILE_SCHEMA } from '../profile';
import { learnCited } from './cited';
import { learnFrames } from './frames';
import { learnNumbering, tally } from './habits';
import { learnSlots } from './slots';
import { learnTopics } from './topics';

/** Everything a profile says, from its seeds and its family. `shared` describes the functions that every family has. */
export function finish(family: Family | null, digests: readonly SeedDigest[], shared: readonly SlotNorm[]): Profile {
  const seeds = uniqueSeeds(digests);
  const slots: readonly Slot[] = learnSlots(family, seeds, shared);
  const topics = learnTopics(family, seeds, slots);
  return {
    schema: PROFILE_SCHEMA,
    family,
    seeds,
    slots,
    topics,
    frames: learnFrames(seeds, slots, topics),
    cited: learnCited(seeds),
    numbering: learnNumbering(seeds),
    closings: tally(seeds.map((seed) => seed.closing).filter(Boolean)).slice(0, 12),
    signed: { count: seeds.filter((seed) => seed.signed).length, of: seeds.length },
    titled: { count: seeds.filter((seed) => seed.title !== null).length, of: seeds.length },
  };
}

/** The same content counts once, under its first name. */
function uniqueSeeds(digests: readonly SeedDigest[]): readonly SeedDigest[] {
  const byId = new Map<string, SeedDigest>();
  for (const digest of digests) {
    const known = byId.get(digest.id);
    if (!known || compareText(digest.name, known.name) < 0) byId.set(digest.id, digest);
  }
  return [...byId.values()].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
