/**
 * Numerals as they stand in folded text: where one ends and what its value is. What they count, and whether they count at all, is decided in read.ts.
 */

import { isDigit } from '../../text';
import { decimal, parseDecimal } from './decimal';
import type { Decimal } from './decimal';

/** A numeral in a text. `grouped` tells of thousands separators, `spaced` of blanks between its digits, `han` of Chinese characters. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  readonly script: 'arabic' | 'han';
  readonly grouped: boolean;
  readonly spaced: boolean;
}

const GROUPED = /[1-9]\d{0,2}(?:,\d{3}){1,5}(?![\d,])(?:\.\d+)?/y;
const PLAIN = /\d+(?:\.\d+)?|\.\d+/y;
const SPACED = /\d{1,3}(?: \d{3}){1,4}(?! ?\d)|\d(?: \d){1,8}(?! ?\d)/y;
/** Longer rows of digits are no amounts: account numbers, identity numbers. */
const LONGEST = 18;

/**
 * The Arabic numeral at `at`; `separator` says whether the comma at an offset is one of a numeral (a full-width one is not). A row of
 * digits that is too long for an amount has a negative value.
 */
export function arabicAt(text: string, at: number, separator: (at: number) => boolean): Numeral {
  GROUPED.lastIndex = at;
  const grouped = GROUPED.exec(text);
  if (grouped && commasOf(grouped[0]).every((comma) => separator(at + comma))) {
    return { start: at, end: GROUPED.lastIndex, value: parseDecimal(grouped[0].replaceAll(',', '')), script: 'arabic', grouped: true, spaced: false };
  }
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(text)![0];
  const value = plain.length > LONGEST ? decimal(-1n) : parseDecimal(plain);
  return { start: at, end: at + plain.length, value, script: 'arabic', grouped: false, spaced: false };
}

function commasOf(written: string): readonly number[] {
  const places: number[] = [];
  for (let at = written.indexOf(','); at >= 0; at = written.indexOf(',', at + 1)) places.push(at);
  return places;
}

/** Digits with single blanks between them, as text from PDF has them; null where there are none. */
export function spacedAt(text: string, at: number): Numeral | null {
  SPACED.lastIndex = at;
  const match = SPACED.exec(text);
  if (!match) return null;
  return { start: at, end: SPACED.lastIndex, value: parseDecimal(match[0].replaceAll(' ', '')), script: 'arabic', grouped: false, spaced: true };
}

const HAN_VALUES = new Map<number, number>([...'零一二三四五六七八九'].map((character, value) => [character.charCodeAt(0), value] as const));
HAN_VALUES.set('〇'.charCodeAt(0), 0).set('两'.charCodeAt(0), 2);
const HAN_POWERS = new Map<number, number>([['十', 1], ['百', 2], ['千', 3], ['万', 4], ['亿', 8]].map(([character, power]) => [(character as string).charCodeAt(0), power as number] as const));

/** True for a character that a Chinese numeral may hold. */
export const isHanNumeral = (code: number): boolean => HAN_VALUES.has(code) || HAN_POWERS.has(code);

/** The Chinese numeral that begins at `at`, or null when the characters are no number (三五, 二〇二四, 千百). */
export function hanAt(text: string, at: number): Numeral | null {
  let end = at;
  while (end < text.length && end - at < 16 && isHanNumeral(text.charCodeAt(end))) end++;
  const value = hanValue(text, at, end);
  return value === null ? null : { start: at, end, value: decimal(BigInt(value)), script: 'han', grouped: false, spaced: false };
}

/** 百分之九十五 at `at`: its value and end. */
export function hanPercentAt(text: string, at: number): Numeral | null {
  if (!text.startsWith('百分之', at)) return null;
  const own = isDigit(text.charCodeAt(at + 3)) ? arabicAt(text, at + 3, () => false) : hanAt(text, at + 3);
  return own && own.end > at + 3 ? { ...own, start: at, script: 'han' } : null;
}

/** Value of the characters from `from` to `to`, read as a number; null when they are not one. */
export function hanValue(text: string, from: number, to: number): number | null {
  let total = 0;
  let section = 0;
  let digit = -1;
  let last = 9;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const value = HAN_VALUES.get(code);
    if (value !== undefined) {
      // A zero only bridges a gap; two digits in a row are about so many, or a year.
      if (digit > 0 || (digit === 0 && value === 0)) return null;
      digit = value;
      continue;
    }
    const power = HAN_POWERS.get(code)!;
    if (power >= 4) {
      total = (total + section + Math.max(digit, 0) || 1) * 10 ** power;
      section = 0;
      last = 9;
    } else {
      if (power >= last || digit === 0 && power !== 1) return null;
      section += (digit > 0 ? digit : 1) * 10 ** power;
      last = power;
    }
    digit = -1;
  }
  const value = total + section + Math.max(digit, 0);
  return to > from && value > 0 && Number.isSafeInteger(value) ? value : null;
}
