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
const SPACED = /\d{1,3}(?: \d{3}){1,4}(?! ?\d)|\d(?: \d){1,8}(?! ?\d)/y;
/** Longer rows of digits are no amounts: account numbers, identity numbers. */
const LONGEST = 18;

/**
 * The Arabic numeral at `at`; `separator` says whether the comma at an offset is one of a numeral (a full-width one is not). A row of
 * digits that is too long for an amount has a negative value.
 */
export function arabicAt(text: string, at: number, separator: (at: number) => boolean): Numeral {
  let end = pastDigits(text, at);
  if (text.charCodeAt(end) === COMMA && end - at < 4) {
    GROUPED.lastIndex = at;
    const grouped = GROUPED.exec(text);
    if (grouped && commasOf(grouped[0]).every((comma) => separator(at + comma))) {
      return { start: at, end: GROUPED.lastIndex, value: parseDecimal(grouped[0].replaceAll(',', '')), script: 'arabic', grouped: true, spaced: false };
    }
  }
  if (text.charCodeAt(end) === POINT && isDigit(text.charCodeAt(end + 1))) end = pastDigits(text, end + 1);
  const value = end - at > LONGEST ? decimal(-1n) : decimalAt(text, at, end);
  return { start: at, end, value, script: 'arabic', grouped: false, spaced: false };
}

const COMMA = ','.charCodeAt(0);
const POINT = '.'.charCodeAt(0);
const BLANK = ' '.charCodeAt(0);

function pastDigits(text: string, at: number): number {
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Digits that a double holds exactly. */
const EXACT = 15;

/** As parseDecimal, without a string where the digits are few: half the time, and numbers are read by the hundred. */
function decimalAt(text: string, start: number, end: number): Decimal {
  if (end - start > EXACT) return parseDecimal(text.slice(start, end));
  let value = 0;
  let point = end - 1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT) point = at;
    else value = value * 10 + code - 0x30;
  }
  return decimal(BigInt(value), end - 1 - point);
}

function commasOf(written: string): readonly number[] {
  const places: number[] = [];
  for (let at = written.indexOf(','); at >= 0; at = written.indexOf(',', at + 1)) places.push(at);
  return places;
}

/** Digits with single blanks between them, as text from PDF has them; null where there are none. */
export function spacedAt(text: string, at: number): Numeral | null {
  const end = pastDigits(text, at);
  if (text.charCodeAt(end) !== BLANK || !isDigit(text.charCodeAt(end + 1))) return null;
  SPACED.lastIndex = at;
  const match = SPACED.exec(text);
  if (!match) return null;
  return { start: at, end: SPACED.lastIndex, value: parseDecimal(match[0].replaceAll(' ', '')), script: 'arabic', grouped: false, spaced: true };
}

/** By character: 0 for none of a numeral, value + 1 for a digit, POWER + power for a power of ten. */
const POWER = 16;
const HAN = hanTable();

function hanTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  [...'零一二三四五六七八九'].forEach((character, value) => (table[character.charCodeAt(0)] = value + 1));
  table['〇'.charCodeAt(0)] = 1;
  table['两'.charCodeAt(0)] = 3;
  for (const [character, power] of [['十', 1], ['百', 2], ['千', 3], ['万', 4], ['亿', 8]] as const) table[character.charCodeAt(0)] = POWER + power;
  return table;
}

/** True for a character that a Chinese numeral may hold. */
export const isHanNumeral = (code: number): boolean => HAN[code]! > 0;

/** A numeral of more characters is none. */
const LONGEST_HAN = 16;

/** Where the characters of a Chinese numeral end, as far as they are read. */
export function hanEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_HAN && isHanNumeral(text.charCodeAt(end))) end++;
  return end;
}

/** The Chinese numeral that begins at `at`, or null when the characters are no number (三五, 二〇二四, 千百). */
export function hanAt(text: string, at: number): Numeral | null {
  const end = hanEnd(text, at);
  const value = hanValue(text, at, end);
  return value === null ? null : { start: at, end, value: decimal(BigInt(value)), script: 'han', grouped: false, spaced: false };
}

/** 百分之九十五 at `at`: its value and end. */
export function hanPercentAt(text: string, at: number): Numeral | null {
  if (!text.startsWith('百分之', at)) return null;
  const own = isDigit(text.charCodeAt(at + 3)) ? arabicAt(text, at + 3, () => false) : hanAt(text, at + 3);
  return own && own.end > at + 3 ? { ...own, start: at, script: 'han' } : null;
}

const FRACTION = /([1-9]\d?)\/([1-9]\d?)(?![\d\/.%-])/y;
const OF = '分'.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);

/** 三分之二 or 2/3 whose first number ends at `end`: its value in percent, to two places; null for anything that is not less than one. */
export function fractionAt(text: string, at: number, end: number): Numeral | null {
  const code = text.charCodeAt(end);
  if (code !== SLASH && !(code === OF && text[end + 1] === '之')) return null;
  FRACTION.lastIndex = at;
  const written = code === SLASH ? FRACTION.exec(text) : null;
  const last = code === SLASH ? FRACTION.lastIndex : hanEnd(text, end + 2);
  const [above, below] = code === SLASH ? [Number(written?.[1] ?? 0), Number(written?.[2] ?? 0)] : [hanValue(text, end + 2, last) ?? 0, hanValue(text, at, end) ?? 0];
  if (above < 1 || above >= below || below > MOST_PARTS) return null;
  return { start: at, end: last, value: decimal(BigInt(Math.round((10000 * above) / below)), 2), script: code === SLASH ? 'arabic' : 'han', grouped: false, spaced: false };
}

/** 万分之一 and finer are no shares of a whole. */
const MOST_PARTS = 20;

/** Value of the characters from `from` to `to`, read as a number; null when they are not one. */
export function hanValue(text: string, from: number, to: number): number | null {
  let total = 0;
  let section = 0;
  let digit = -1;
  let last = 9;
  for (let i = from; i < to; i++) {
    const own = HAN[text.charCodeAt(i)]!;
    if (own < POWER) {
      const value = own - 1;
      // A zero only bridges a gap; two digits in a row are about so many, or a year.
      if (digit > 0 || (digit === 0 && value === 0)) return null;
      digit = value;
      continue;
    }
    const power = own - POWER;
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
