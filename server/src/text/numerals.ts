/**
 * Chinese numerals as they stand in numbering: 一 to 九十九, and the enclosed forms. Amounts and figures are not read here.
 */

const DIGITS = '〇一二三四五六七八九';

/** Value of a numeral up to 99 (十, 二十三, 〇 is refused), or null. */
export function parseHan(numeral: string): number | null {
  const ten = numeral.indexOf('十');
  if (ten < 0) return numeral.length === 1 && DIGITS.indexOf(numeral) > 0 ? DIGITS.indexOf(numeral) : null;
  if (ten > 1 || numeral.length > ten + 2) return null;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(numeral[0]!);
  const ones = numeral.length === ten + 1 ? 0 : DIGITS.indexOf(numeral[ten + 1]!);
  if (tens <= 0 || ones < 0 || (ones === 0 && numeral.length > ten + 1)) return null;
  return tens * 10 + ones;
}

/** The numeral of 1 to 99. */
export function formatHan(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : DIGITS[tens]! + '十';
  return head + (ones === 0 ? '' : DIGITS[ones]!);
}

/** ① to ⑳ as 1 to 20, ㈠ to ㈩ and ⑴ to ⒇ likewise; null for anything else. */
export function parseEnclosed(character: string): number | null {
  const code = character.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  if (code >= 0x3220 && code <= 0x3229) return code - 0x321f;
  return null;
}

/** ① for 1 and so on up to 20; null beyond. */
export function formatCircled(value: number): string | null {
  return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : null;
}

/** Digits as wide as those of `example`, which may be full-width. */
export function inWidthOf(example: string, digits: string): string {
  if (!/[０-９]/.test(example)) return digits;
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('.', example.includes('．') ? '．' : '.');
}
