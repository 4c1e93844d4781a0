/**
 * What a written value leaves open, and whether values can be true together. Exact arithmetic on whole numbers; no text, no figures' words.
 */

import { add, compare, decimal, divide, floorDiv, halfPlace, multiply, subtract, widen } from './decimal';
import type { Decimal } from './decimal';
import type { Figure } from './figure';
import type { Agreement } from './relation';

/** Both ends belong to it. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

const ZERO = decimal(0n);
const HUNDRED = decimal(100n);

/** A number that was counted out and written in full; anything else is rounded to the place it was written to. */
export function isCounted(figure: Figure): boolean {
  return figure.scale === '' && figure.value.decimals === 0 && (figure.kind === 'count' || figure.kind === 'people');
}

/** Where the true amount of a plain figure lies, when it was rounded to the last place written. */
export function intervalOf(figure: Figure): Interval {
  if (isCounted(figure)) return { low: figure.amount, high: figure.amount };
  const half = placeOf(figure);
  return { low: subtract(figure.amount, half), high: add(figure.amount, half) };
}

/** Half a unit of the last place, scale applied. */
function placeOf(figure: Figure): Decimal {
  const half = halfPlace(figure.value);
  return figure.value.digits === 0n ? half : multiply(half, scaleOf(figure));
}

/** amount / value, a power of ten. */
function scaleOf(figure: Figure): Decimal {
  return divide(figure.amount, figure.value, 0) ?? decimal(1n);
}

/** Whether parts make the whole: to the digit, or within what rounding leaves open. */
export function sumAgreement(whole: Figure, parts: readonly Figure[]): Agreement {
  const total = parts.reduce((sum, part) => add(sum, part.amount), ZERO);
  if (compare(total, whole.amount) === 0) return 'exact';
  const slack = [whole, ...parts].reduce((sum, figure) => (isCounted(figure) ? sum : add(sum, placeOf(figure))), ZERO);
  const distance = compare(total, whole.amount) < 0 ? subtract(whole.amount, total) : subtract(total, whole.amount);
  return compare(distance, slack) <= 0 ? 'rounded' : 'contradicted';
}

/** 100 × part / whole against a rate in percent (`per` 100) or per mille (1000). */
export function rateAgreement(part: Interval, whole: Interval, rate: Decimal, per: Decimal = HUNDRED): Agreement {
  if (compare(whole.low, ZERO) <= 0) return 'partial';
  // rate × whole against per × part, so that nothing is divided.
  const half = halfPlace(rate);
  const place = add(half, half);
  const lowest = (bound: Decimal): Decimal => multiply(bound, whole.low);
  const highest = (bound: Decimal): Decimal => multiply(bound, whole.high);
  const least = multiply(per, part.low);
  const most = multiply(per, part.high);
  if (compare(least, most) === 0 && compare(whole.low, whole.high) === 0 && compare(multiply(rate, whole.low), least) === 0) return 'exact';
  if (compare(lowest(subtract(rate, half)), most) <= 0 && compare(least, highest(add(rate, half))) < 0) return 'rounded';
  // Cut off instead of rounded: at least the rate, below the next.
  if (compare(lowest(rate), most) <= 0 && compare(least, highest(add(rate, place))) < 0) return 'truncated';
  return 'contradicted';
}

/** per × part / whole to one place more than the rate is written with. */
export function rateOf(part: Decimal, whole: Decimal, decimals: number, per: Decimal = HUNDRED): Decimal | null {
  return divide(multiply(per, part), whole, decimals);
}

/**
 * Whether some whole number over a whole `base` gives the rate as it is written, rounded or cut (GRIM). `per` is 100 for percent. A base that is not a positive whole
 * number tells nothing, so everything is possible.
 */
export function possible(rate: Decimal, base: Decimal, per: Decimal = HUNDRED): boolean {
  if (base.digits <= 0n || base.decimals > 0) return true;
  const half = halfPlace(rate);
  const low = subtract(rate, half);
  const high = add(rate, add(half, half));
  // Largest k with per × k < high × base; it is the answer when per × k ≥ low × base.
  const scale = Math.max(low.decimals, high.decimals);
  const unit = per.digits * 10n ** BigInt(scale);
  const top = widen(high, scale).digits * base.digits;
  const k = floorDiv(top - 1n, unit);
  return k >= 0n && unit * k >= widen(low, scale).digits * base.digits;
}
