/**
 * Exact decimals: a whole number and a count of decimal places. Everything that compares figures goes through here; no floating point, no units.
 */

/** `digits` / 10^`decimals`; 97.52 is 9752 with 2. Trailing zeros are kept: they say how exactly a value was written. */
export interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

const TEN = 10n;

export const decimal = (digits: bigint, decimals = 0): Decimal => ({ digits, decimals });

/** `1,100.76` without its separators → 110076 with 2. The text must be digits with at most one point. */
export function parseDecimal(written: string): Decimal {
  const point = written.indexOf('.');
  if (point < 0) return decimal(BigInt(written));
  return decimal(BigInt(written.slice(0, point) + written.slice(point + 1)), written.length - point - 1);
}

/** Digits with their point, as parseDecimal reads them; `decimals` places always. */
export function formatDecimal({ digits, decimals }: Decimal): string {
  const negative = digits < 0n;
  const bare = (negative ? -digits : digits).toString().padStart(decimals + 1, '0');
  const whole = bare.slice(0, bare.length - decimals);
  return (negative ? '-' : '') + (decimals === 0 ? whole : `${whole}.${bare.slice(bare.length - decimals)}`);
}

/** The nearest double: for output only. */
export const toNumber = (value: Decimal): number => Number(formatDecimal(value));

/** `value` × 10^`power`. */
export function shift(value: Decimal, power: number): Decimal {
  if (power === 0) return value;
  const decimals = value.decimals - power;
  return decimals >= 0 ? { digits: value.digits, decimals } : { digits: value.digits * TEN ** BigInt(-decimals), decimals: 0 };
}

/** The same value with more places; places are never taken away. */
export function widen(value: Decimal, decimals: number): Decimal {
  return decimals <= value.decimals ? value : { digits: value.digits * TEN ** BigInt(decimals - value.decimals), decimals };
}

/** The same value without zeros at its end, down to `least` places. */
export function trimmed({ digits, decimals }: Decimal, least = 0): Decimal {
  while (decimals > least && digits % TEN === 0n) {
    digits /= TEN;
    decimals--;
  }
  return { digits, decimals };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const decimals = Math.max(a.decimals, b.decimals);
  return { digits: widen(a, decimals).digits + widen(b, decimals).digits, decimals };
}

export const negate = (value: Decimal): Decimal => ({ digits: -value.digits, decimals: value.decimals });

export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));

export const multiply = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, decimals: a.decimals + b.decimals });

/** Negative, zero or positive, as a is less than, equal to or greater than b. */
export function compare(a: Decimal, b: Decimal): number {
  const decimals = Math.max(a.decimals, b.decimals);
  const left = widen(a, decimals).digits;
  const right = widen(b, decimals).digits;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** a / b to `decimals` places, half up; null where b is zero. */
export function divide(a: Decimal, b: Decimal, decimals: number): Decimal | null {
  if (b.digits === 0n) return null;
  let above = a.digits * TEN ** BigInt(decimals + b.decimals);
  let below = b.digits * TEN ** BigInt(a.decimals);
  if (below < 0n) {
    above = -above;
    below = -below;
  }
  return { digits: floorDiv(above * 2n + below, below * 2n), decimals };
}

/** Largest whole number not above a / b; b is positive. */
export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** Half a unit of the last place written. */
export const halfPlace = (value: Decimal): Decimal => ({ digits: 5n, decimals: value.decimals + 1 });
