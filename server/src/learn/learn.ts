/**
 * Learning: reports → profile, and profile + profile → profile. A map over the reports and a reduce over their digests, so the order in which they come in and
 * how they are split among learners make no difference to the result, not even to its bytes.
 */

import type { Family, Profile, SeedDigest, SlotNorm } from '../profile';
import { compileCues, parseReport } from '../report';
import type { CompiledCues, CompiledUnits } from '../report';
import type { CompiledGrammar } from '../syntax';
import { digestOf } from './digest';
import { finish } from './finish';

/** A report to learn from. `name` is shown as evidence. */
export interface Seed {
  readonly name: string;
  readonly text: string;
}

/** What people know a seed by: its path below the folder it was found in, without the ending of its file. */
export const seedName = (path: string): string => path.replace(/(?:\.report)?\.(?:txt|md|report)$/i, '') || path;

/** What learning needs besides reports. `family` null learns a bare profile; `shared` are the functions every family has. */
export interface Schooling {
  readonly grammar: CompiledGrammar;
  /** Words that figures are read by. */
  readonly units: CompiledUnits;
  readonly shared: readonly SlotNorm[];
  readonly family: Family | null;
}

/** Learns from reports that are given one at a time; only their digests are kept in memory. */
export function learner(schooling: Schooling): { readonly add: (seed: Seed) => void; readonly profile: () => Profile } {
  const cues = cuesFor(schooling);
  const digests: SeedDigest[] = [];
  return {
    add: (seed) => void digests.push(digestOf(parseReport(seed.text, schooling.grammar), seed.name, cues, schooling.units)),
    profile: () => finish(schooling.family, digests, schooling.shared),
  };
}

/** Learns a profile from reports, in any order. */
export function learn(seeds: Iterable<Seed>, schooling: Schooling): Profile {
  const school = learner(schooling);
  for (const seed of seeds) school.add(seed);
  return school.profile();
}

/** The profile of all seeds of both; associative, commutative, and merging with itself changes nothing. Families must be the same. */
export function merge(a: Profile, b: Profile, shared: readonly SlotNorm[]): Profile {
  return finish(a.family ?? b.family, [...a.seeds, ...b.seeds], shared);
}

/** A profile that knows only what the norms say: what the very first report of a family is read with. */
export const unlearned = (schooling: Schooling): Profile => finish(schooling.family, [], schooling.shared);

function cuesFor(schooling: Schooling): CompiledCues {
  return compileCues(schooling.family?.norms?.slots ?? schooling.shared, schooling.family?.norms?.topics ?? []);
}
