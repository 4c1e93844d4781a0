/**
 * How a figure is worked out from figures around it: written in words that a reader understands (前1项÷前2项, 后1项＋后2项), read back, and worked out exactly. Neighbours
 * are counted among the figures of the same paragraph, filled in or not, so that the words stay true while the numbers change.
 */

import { add, divide, multiply, subtract } from '../report';
import type { Decimal } from '../report';
import { decimal } from '../report';
import type { DraftWords } from '../syntax';

/** A neighbour by its distance: -1 is the figure before, 1 the one behind. */
export interface Term {
  readonly distance: number;
  /** Subtracted, not added. */
  readonly minus: boolean;
}

/** A sum of neighbours, or the quotient of two such sums. */
export interface Formula {
  readonly above: readonly Term[];
  readonly below: readonly Term[] | null;
}

/** The formula in words. */
export function writeFormula({ above, below }: Formula, words: DraftWords): string {
  if (below === null) return writeSum(above, words);
  return `${enclosed(above, words)}÷${enclosed(below, words)}`;
}

function enclosed(sum: readonly Term[], words: DraftWords): string {
  return sum.length > 1 ? `（${writeSum(sum, words)}）` : writeSum(sum, words);
}

const writeSum = (sum: readonly Term[], { before, behind, item }: DraftWords): string =>
  sum.map(({ distance, minus }, i) => `${i === 0 ? '' : minus ? '－' : '＋'}${distance < 0 ? before : behind}${Math.abs(distance)}${item}`).join('');

/** Reads a formula from folded text; null when it is none. */
export function readFormula(text: string, words: DraftWords): Formula | null {
  const sides = text.replaceAll(' ', '').split('÷');
  if (sides.length > 2) return null;
  const above = readSum(sides[0]!, words);
  const below = sides.length === 2 ? readSum(sides[1]!, words) : null;
  return above && (sides.length === 1 || below) ? { above, below } : null;
}

const MOST_TERMS = 24;

function readSum(text: string, { before, behind, item }: DraftWords): readonly Term[] | null {
  const bare = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1) : text;
  const parts = bare.split(/(?=[+-])/);
  if (parts.length > MOST_TERMS) return null;
  const terms: Term[] = [];
  for (const part of parts) {
    const minus = part.startsWith('-');
    const own = part.replace(/^[+-]/, '');
    const back = own.startsWith(before);
    if ((!back && !own.startsWith(behind)) || !own.endsWith(item)) return null;
    const count = own.slice(back ? before.length : behind.length, own.length - item.length);
    if (!/^\d{1,3}$/.test(count) || Number(count) === 0) return null;
    terms.push({ distance: back ? -Number(count) : Number(count), minus });
  }
  return terms;
}

/** The value of a formula to `decimals` places; a quotient is multiplied by `per` (100 for percent). Null where a neighbour has no value, or a divisor is zero. */
export function work({ above, below }: Formula, valueAt: (distance: number) => Decimal | null, per: Decimal, decimals: number): Decimal | null {
  const top = total(above, valueAt);
  if (!top) return null;
  if (below === null) return top;
  const bottom = total(below, valueAt);
  return bottom && bottom.digits > 0n ? divide(multiply(per, top), bottom, decimals) : null;
}

function total(sum: readonly Term[], valueAt: (distance: number) => Decimal | null): Decimal | null {
  let value = decimal(0n);
  for (const { distance, minus } of sum) {
    const own = valueAt(distance);
    if (!own) return null;
    value = minus ? subtract(value, own) : add(value, own);
  }
  return value;
}
