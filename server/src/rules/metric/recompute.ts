/**
 * What the rules that recompute share: the relations of a block that do not hold, and how values stand in a message. No finding is made here.
 */

import { compare, divide, figuresOf, formatDecimal, relationsOf, trimmed } from '../../report';
import type { CompiledUnits, Decimal, Figure, Relation, Role } from '../../report';
import { inWidthOf } from '../../text';
import type { BlockContext, Fix, Found } from '../rule';

/** Roles of blocks in which figures are read. */
export const READ: readonly Role[] = ['opening', 'heading', 'body'];

/** A relation with its figures. */
export interface Claim {
  readonly relation: Relation;
  readonly whole: Figure;
  readonly parts: readonly Figure[];
  readonly rate: Figure | null;
}

/** Said of nearly every block. */
export const NOTHING: readonly Found[] = [];

/**
 * What `judge` finds in the relations of a block of the kinds named, in the order of the text. A plain function and no generator: four rules ask this of every
 * block, nearly all of which state nothing, and then nothing at all is made.
 */
export function judgeClaims({ block, units }: BlockContext, kinds: readonly Relation['kind'][], judge: (claim: Claim) => Found | null): readonly Found[] {
  const relations = relationsOf(block, units);
  if (relations.length === 0) return NOTHING;
  const figures = figuresOf(block, units);
  return relations.filter(({ kind }) => kinds.includes(kind)).flatMap((relation) => judge(claimOf(relation, figures)) ?? []);
}

const claimOf = (relation: Relation, figures: readonly Figure[]): Claim => ({
  relation, whole: figures[relation.whole]!, parts: relation.parts.map((part) => figures[part]!), rate: relation.rate === null ? null : figures[relation.rate]!,
});

/** A figure as the text has it: 7.2万件. */
export const written = (figure: Figure): string => `${figure.numeral}${figure.scale}${figure.unit}`;

/** A value in the scale and unit of a figure. */
export const asIn = (figure: Figure, value: Decimal): string => `${formatDecimal(value)}${figure.scale}${figure.unit}`;

const isLike = (a: Figure, b: Figure): boolean => a.unit === b.unit && a.scale === b.scale;

/** 17/134, with units where they differ. */
export const quotient = (part: Figure, whole: Figure): string => (isLike(part, whole) ? `${part.numeral}/${whole.numeral}` : `${written(part)}/${written(whole)}`);

/** Longer sums are cut. */
const MOST_TERMS = 8;

/** 107+19, with units where they differ from the whole's. */
export function terms(parts: readonly Figure[], whole: Figure): string {
  const like = parts.every((part) => isLike(part, whole));
  const shown = parts.slice(0, MOST_TERMS).map((part) => (like ? part.numeral : written(part)));
  return shown.join('+') + (parts.length > MOST_TERMS ? '+…' : '');
}

/** An amount in the scale in which a figure is written; a figure of 0 has none. */
export function rescaled({ amount, value }: Figure, other: Decimal): Decimal {
  const scale = divide(amount, value, 0);
  return scale ? trimmed(divide(other, scale, value.decimals + 4) ?? other, value.decimals) : other;
}

/** The fix that gives a figure a value worked out anew, in digits of the same width; null where it has that value, or is not written in plain digits. Its title is the rule's `replace`. */
export function replacing(figure: Figure, value: Decimal): Fix | null {
  if (compare(value, figure.value) === 0 || figure.range !== null || figure.bound !== 'exact' || !/^[\d.０-９．]+$/.test(figure.numeral)) return null;
  const text = inWidthOf(figure.numeral, formatDecimal(value));
  return { safety: 'suggested', title: 'replace', args: { recomputed: asIn(figure, value) }, edits: () => [{ span: figure.numeralAt, text }] };
}

/** Words before a figure without blanks and without those that only lead to it (达到, 均为). */
export function withoutLead(words: string, units: CompiledUnits): string {
  let end = words.length;
  for (;;) {
    while (end > 0 && ' :'.includes(words[end - 1]!)) end--;
    const hit = units.trailers.until(words, end, 0) ?? units.before.until(words, end, 0);
    if (!hit || units.notStops.until(words, end, 0)) break;
    end -= hit.length;
  }
  return words.slice(0, end).replaceAll(' ', '');
}
