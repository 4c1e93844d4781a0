/**
 * A figure in words: its value as written, its amount in full, how it changed. Only wording; which figures belong together is decided in align/.
 */

import type { Language } from '../../lint';
import { compare, divide, formatDecimal, multiply, parseDecimal, subtract } from '../../report';
import type { Decimal, Figure } from '../../report';

/** Numeral, scale and unit without blanks: `3.6亿元`. */
export const valueText = ({ numeral, scale, unit }: Pick<Figure, 'numeral' | 'scale' | 'unit'>): string => (numeral + scale + unit).replace(/\s+/g, '');

/** The amount in full, in groups of three digits, with its unit: `360,000,000元`; percentages as they are. */
export const amountText = ({ amount, unit }: Pick<Figure, 'amount' | 'unit'>): string => groupedText(amount) + unit;

/** Digits in groups of three, decimals as written. */
export function groupedText(value: Decimal): string {
  const [whole = '', places] = formatDecimal(value).split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (places === undefined ? '' : `.${places}`);
}

/** How a figure differs from an earlier one of the same unit: by percentage points, or in percent of the earlier one. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** Of the difference, without a sign; null where the earlier one is zero. */
  readonly size: Decimal | null;
  readonly measure: 'points' | 'percent';
  /** One of the two is not exact. */
  readonly about: boolean;
}

/** The change from `before` to `now`, percent to one decimal. */
export function changeOf(now: Figure, before: Figure): Change {
  const difference = subtract(now.amount, before.amount);
  const sign = compare(difference, ZERO);
  const size = sign < 0 ? subtract(ZERO, difference) : difference;
  const points = now.kind === 'percent';
  return {
    direction: sign > 0 ? 'up' : sign < 0 ? 'down' : 'same',
    size: points ? size : divide(multiply(size, HUNDRED), before.amount, 1),
    measure: points ? 'points' : 'percent',
    about: now.bound !== 'exact' || before.bound !== 'exact',
  };
}

const ZERO = parseDecimal('0');
const HUNDRED = parseDecimal('100');

/** A change in as few characters as can be: `↑12.3%`, `↓1.2个百分点`, `持平`; empty where it cannot be measured. */
export function changeText({ direction, size, measure, about }: Change, language: Language): string {
  if (direction === 'same') return language === 'zh' ? '持平' : 'unchanged';
  if (size === null) return '';
  const words = measure === 'percent' ? '%' : language === 'zh' ? '个百分点' : ' points';
  return `${direction === 'up' ? '↑' : '↓'}${about ? (language === 'zh' ? '约' : '~') : ''}${trimmed(size)}${words}`;
}

/** A tenth that rounds to nothing is said as less than that. */
const trimmed = (size: Decimal): string => (size.digits === 0n ? '<0.1' : roundText(size));

/** Digits in groups of three without zeros behind the last one that says something. */
export const roundText = (value: Decimal): string => groupedText(value).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
