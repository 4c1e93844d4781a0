/**
 * Words for reading figures that a family of reports adds to the common ones: the shape of seeds/<family>/units.json, and putting them together. Only data; the same
 * words hold for every text, so that what is read in a block never depends on the profile.
 */

import type { RelationWords, Units } from './unit-words';

type RateWords = RelationWords['rates'][number];

/** What a family may add; each list stands before the common one. A rate of a common name adds its patterns to those of that name. */
export interface FamilyUnits {
  readonly verbs?: readonly string[];
  readonly nounVerbs?: readonly string[];
  readonly notStops?: readonly string[];
  readonly relations?: Partial<Pick<RelationWords, 'rates' | 'partitions' | 'divisions'>>;
  readonly claims?: { readonly bounded?: readonly string[] };
}

/** The words of `units` with those of a family. */
export function withFamily(units: Units, { verbs = [], nounVerbs = [], notStops = [], relations = {}, claims = {} }: FamilyUnits): Units {
  return {
    ...units,
    verbs: [...verbs, ...units.verbs],
    nounVerbs: [...nounVerbs, ...units.nounVerbs],
    notStops: [...notStops, ...units.notStops],
    relations: {
      ...units.relations,
      rates: ratesWith(units.relations.rates, relations.rates ?? []),
      partitions: [...(relations.partitions ?? []), ...units.relations.partitions],
      divisions: [...(relations.divisions ?? []), ...units.relations.divisions],
    },
    claims: { ...units.claims, bounded: [...(claims.bounded ?? []), ...units.claims.bounded] },
  };
}

function ratesWith(common: readonly RateWords[], own: readonly RateWords[]): readonly RateWords[] {
  const known = new Set(common.map(({ name }) => name));
  const added = (rate: RateWords): RateWords => own.filter(({ name }) => name === rate.name).reduce(joined, rate);
  return [...own.filter(({ name }) => !known.has(name)), ...common.map(added)];
}

const joined = (a: RateWords, b: RateWords): RateWords => ({ name: a.name, part: either(a.part, b.part), base: either(a.base, b.base), notPart: either(a.notPart, b.notPart), notBase: either(a.notBase, b.notBase), alone: either(a.alone, b.alone) });

const either = (...patterns: readonly (string | undefined)[]): string => patterns.filter(Boolean).join('|');
