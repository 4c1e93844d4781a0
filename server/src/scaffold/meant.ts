/**
 * Which figures a computed figure is worked out from, when the paragraph has changed since: its formula counts neighbours, and a writer who puts a figure between them has
 * moved them. So the words are asked too: what the text itself relates to the figure is what it is worked out from, and where neither words nor numbers bear a formula
 * out, nothing is. Knows no placeholders.
 */

import { relationsOf, toNumber } from '../report';
import type { CompiledUnits, Figure } from '../report';
import { formulaOf } from './figures';
import type { Formula } from './formula';
import type { FigureRow, FigureSlot } from './slots';

/** What the text says of a figure of a row: the others it goes with, by position, and how it is worked out from them. */
export interface Claim {
  readonly members: ReadonlySet<number>;
  /** Null where the parts need not make the whole. */
  readonly formula: Formula | null;
  readonly holds: boolean;
}

export type Claims = ReadonlyMap<number, readonly Claim[]>;

/** The claims of a paragraph by the position of the figure that is worked out. */
export function claimsIn({ slots, block }: FigureRow, units: CompiledUnits): Claims {
  const figures = slots.map(({ figure }) => figure);
  const places: number[] = [];
  figures.forEach(({ index }, at) => (places[index] = at));
  const byIndex: Figure[] = [];
  for (const figure of figures) byIndex[figure.index] = figure;
  const claims = new Map<number, Claim[]>();
  for (const relation of relationsOf(block, units)) {
    const target = relation.rate ?? relation.whole;
    const others = relation.rate === null ? relation.parts : [relation.whole, ...relation.parts];
    const at = places[target];
    if (at === undefined || others.some((other) => places[other] === undefined)) continue;
    const claim: Claim = { members: new Set(others.map((other) => places[other]!)), formula: formulaOf(relation, target, byIndex, places, units), holds: relation.holds };
    claims.set(at, [...(claims.get(at) ?? []), claim]);
  }
  return claims;
}

/** What the text says with last year's values in the open places (`before`), and with those that the formulas make (`after`). */
export interface Readings {
  readonly slots: readonly FigureSlot[];
  readonly before: Claims;
  readonly after: Claims;
}

/**
 * The formula that is meant at a position: as written where the text relates just these figures; else the one that it does relate. Where it can be read as either, one that
 * takes no part for a whole and leaves out no part; null where that decides nothing.
 */
export function meantAt(at: number, written: Formula, { slots, before, after }: Readings): Formula | null {
  const own = before.get(at) ?? [];
  if (own.some(({ members }) => isOf(at, written, members))) return written;
  const other = own.find(({ formula }) => formula !== null && (formula.below === null) === (written.below === null))?.formula;
  if (!other) return written;
  if (!isConfirmed(at, written, after)) return other;
  if (written.below === null) return placesOf(at, written).every((place) => placesOf(at, other).includes(place)) ? other : null;
  const [here, there] = [written, other].map((formula) => formula.below!.some(({ distance }) => slots[at + distance]?.figure.lead === 'part'));
  return here === there ? null : here ? other : written;
}

/** Whether a formula may be believed, `after` being what the text says with the value that it makes. */
export function isBorneOut(at: number, meant: Formula, { slots, before, after }: Readings): boolean {
  const then = before.get(at) ?? [];
  if (then.some(({ members, formula }) => formula === null && isOf(at, meant, members)) || isConfirmed(at, meant, after)) return true;
  return then.length === 0 && !after.has(at) && isPlausible(at, meant, slots);
}

const isConfirmed = (at: number, formula: Formula, claims: Claims): boolean => (claims.get(at) ?? []).some(({ holds, members }) => holds && isOf(at, formula, members));

/** Where the text says nothing, the parts count one thing: what a sum adds up, or what a share is a share of, which is not many times what it was. */
function isPlausible(at: number, formula: Formula, slots: readonly FigureSlot[]): boolean {
  const figures = placesOf(at, formula).map((place) => slots[place]?.figure);
  const first = formula.below === null ? slots[at]!.figure : figures[0];
  if (!figures.every((figure) => figure !== undefined && first !== undefined && (figure.unit === first.unit || figure.kind === first.kind))) return false;
  const [part, whole] = figures;
  if (formula.below === null || figures.length !== 2) return true;
  const [share, last] = [toNumber(part!.amount) / toNumber(whole!.amount), toNumber(slots[at]!.figure.value) / 100];
  return share * MOST_TIMES >= last && share <= last * MOST_TIMES;
}

const MOST_TIMES = 4;

const placesOf = (at: number, { above, below }: Formula): readonly number[] => [...new Set([...above, ...(below ?? [])].map(({ distance }) => at + distance))];

const isOf = (at: number, formula: Formula, members: ReadonlySet<number>): boolean => {
  const own = placesOf(at, formula);
  return own.length === members.size && own.every((place) => members.has(place));
};
