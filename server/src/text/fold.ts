/**
 * Folding for analysis: one character for one character, so that an offset in folded text is an offset in the source. Never NFKC over a whole text:
 * that would change lengths and lose what the writer wrote. Nothing here decides what is right; rules look at the source.
 */

import characters from './traditional.json';

/** Traditional characters that have one simplified form, from OpenCC by scripts/generate-traditional.mjs. */
export const TRADITIONAL: string = characters.traditional;

/**
 * `value` with full-width ASCII and ideographic spaces as ASCII, Kangxi and CJK radicals as the characters they look like, traditional
 * characters as simplified ones. Same length in UTF-16 units.
 */
export function fold(value: string): string {
  const { length } = value;
  let at = 0;
  while (at < length && TABLE[value.charCodeAt(at)] === value.charCodeAt(at)) at++;
  if (at === length) return value;
  const units = new Uint16Array(length);
  for (let i = 0; i < length; i++) units[i] = TABLE[value.charCodeAt(i)]!;
  return textOf(units);
}

function textOf(units: Uint16Array): string {
  if (units.length <= 4096) return String.fromCharCode.apply(null, units as unknown as number[]);
  const parts: string[] = [];
  for (let from = 0; from < units.length; from += 4096) {
    parts.push(String.fromCharCode.apply(null, units.subarray(from, from + 4096) as unknown as number[]));
  }
  return parts.join('');
}

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) table[code] = code;
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  // Kangxi radicals (U+2F00–2FD5) come out of PDF text in place of the character; NFKC per character is exactly that mapping.
  for (let code = 0x2f00; code <= 0x2fd5; code++) table[code] = String.fromCharCode(code).normalize('NFKC').charCodeAt(0);
  for (const [radical, character] of RADICALS) table[radical.charCodeAt(0)] = character.charCodeAt(0);
  for (const space of ' \u2002\u2003\u2009\u3000\ufeff\u200b') table[space.charCodeAt(0)] = 0x20;
  table['\t'.charCodeAt(0)] = 0x09;
  table['｡'.charCodeAt(0)] = '。'.charCodeAt(0);
  table['､'.charCodeAt(0)] = '、'.charCodeAt(0);
  for (let i = 0; i < TRADITIONAL.length; i++) table[TRADITIONAL.charCodeAt(i)] = characters.simplified.charCodeAt(i);
  return table;
}

/** CJK radical supplement characters that stand for a whole character; NFKC leaves them alone. */
const RADICALS: readonly (readonly [string, string])[] = [
  ['⺠', '民'], ['⺟', '母'], ['⻓', '长'], ['⻔', '门'], ['⻋', '车'], ['⻅', '见'], ['⻉', '贝'], ['⻚', '页'], ['⻛', '风'], ['⻜', '飞'], ['⻝', '食'],
  ['⻢', '马'], ['⻥', '鱼'], ['⻦', '鸟'], ['⻨', '麦'], ['⻩', '黄'], ['⻬', '齐'], ['⻮', '齿'], ['⻰', '龙'], ['⻳', '龟'], ['⻄', '西'], ['⻁', '虎'],
  ['⺆', '冂'], ['⺌', '小'], ['⺍', '小'], ['⺒', '巳'], ['⺫', '目'], ['⺼', '肉'], ['⻆', '角'], ['⻊', '足'], ['⻑', '长'], ['⻘', '青'], ['⻤', '鬼'],
];

const TABLE = foldTable();
