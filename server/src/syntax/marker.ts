/**
 * Numbering marks at the start of a heading or item: 一、 （一） 1. （1） ① 第一部分. Read from folded text; what a mark means in its document is decided in numbering.ts.
 */

import { codesOf, formatCircled, formatHan, parseEnclosed, parseHan } from '../text';

/** Mark families, outermost first: the order of GB/T 9704 7.3.3. */
export type MarkStyle = 'part' | 'han' | 'han-paren' | 'arabic' | 'arabic-paren' | 'circled';

/** A mark as written. `start` and `end` are offsets in the text it was read from; `end` lies behind the mark and its blanks. */
export interface Marker {
  readonly style: MarkStyle;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** The folded characters of the mark, e.g. `(一)`, `1.`, `一、`: their shape is what mixed-style compares. */
  readonly written: string;
}

const RANKS: Readonly<Record<MarkStyle, number>> = { part: 1, han: 2, 'han-paren': 3, arabic: 4, 'arabic-paren': 5, circled: 6 };

/** Nesting rank of a style; a smaller one encloses a larger one. Rank 0 is a heading without a mark. */
export const rankOf = (style: MarkStyle): number => RANKS[style];

const HAN = '[一二三四五六七八九十]{1,3}';
const PATTERN = new RegExp(
  [
    `第(${HAN})(?:部分|章|篇)[、:]?`,
    `(${HAN})(?:、|\\.(?!\\d)| 、)`,
    `(\\(|〔)(${HAN})(?:\\)|〕)[、.]?`,
    `(\\d{1,2})(?:\\.(?![\\d])|、)`,
    `(\\()(\\d{1,2})\\)[、.]?`,
    `(\\d{1,2})\\)`,
    `[\\u2460-\\u2487\\u3220-\\u3229]`,
    // With its opening bracket lost: read as what it was meant for, or the next number would look wrong.
    `(${HAN})\\)`,
    // With its closing bracket lost, where none follows that could be its own.
    `\\((${HAN})(?![一二三四五六七八九十]|[^()]{0,60}\\))(?=[\\u4e00-\\u9fff])`,
  ].join('|'),
  'y',
);

/** The mark that starts at `at` of folded text, or null. */
export function markerAt(text: string, at: number): Marker | null {
  if (!couldStart(text.charCodeAt(at))) return null;
  PATTERN.lastIndex = at;
  const match = PATTERN.exec(text);
  if (!match) return null;
  const style = styleOf(match);
  const ordinal = ordinalOf(match);
  if (ordinal === null || ordinal === 0) return null;
  let end = at + match[0].length;
  while (text.charCodeAt(end) === 0x20) end++;
  return { style, ordinal, start: at, end, written: match[0] };
}

/** Cheap test before the pattern is tried: numerals, digits, an opening bracket, 第 or an enclosed number. */
function couldStart(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || code === 0x28;
  return NUMERALS.has(code) || (code >= 0x2460 && code <= 0x2487) || (code >= 0x3220 && code <= 0x3229);
}
const NUMERALS = codesOf('一二三四五六七八九十第〔');

function styleOf(match: RegExpExecArray): MarkStyle {
  if (match[1]) return 'part';
  if (match[2]) return 'han';
  if (match[4] || match[9] || match[10]) return 'han-paren';
  if (match[5]) return 'arabic';
  if (match[7] || match[8]) return 'arabic-paren';
  const code = match[0].charCodeAt(0);
  return code >= 0x3220 ? 'han-paren' : code >= 0x2474 ? 'arabic-paren' : 'circled';
}

function ordinalOf(match: RegExpExecArray): number | null {
  const han = match[1] ?? match[2] ?? match[4] ?? match[9] ?? match[10];
  if (han) return parseHan(han);
  const arabic = match[5] ?? match[7] ?? match[8];
  if (arabic) return Number(arabic);
  return parseEnclosed(match[0]);
}

/**
 * How a mark of `style` with `ordinal` is written when it follows the example `written` (folded) or, without one, the standard's form;
 * `wide` asks for full-width brackets. Blanks behind the mark are not part of it.
 */
export function writeMarker(style: MarkStyle, ordinal: number, written: string | null, wide: boolean): string {
  const numeral = style === 'part' || style === 'han' || style === 'han-paren' ? formatHan(ordinal) : String(ordinal);
  const shape = written && /[一二三四五六七八九十\d]/.test(written) ? written.replace(/[一二三四五六七八九十]{1,3}|\d{1,2}/, '#') : STANDARD[style];
  if (style === 'circled') return formatCircled(ordinal) ?? `(${ordinal})`;
  const mark = shape.replace('#', numeral);
  return wide ? mark.replace('(', '（').replace(')', '）') : mark;
}

const STANDARD: Readonly<Record<MarkStyle, string>> = { part: '第#部分', han: '#、', 'han-paren': '(#)', arabic: '#.', 'arabic-paren': '(#)', circled: '①' };

/** The shape of a mark without its number: `#、`, `(#)`, `#.` — what tells 1. from 1、. */
export function shapeOf(marker: Marker): string {
  return marker.written.replace(/[一二三四五六七八九十]{1,3}|\d{1,2}/, '#').replace(/[\u2460-\u2473]/, '①').replace(/[\u2474-\u2487]/, '⑴').replace(/[\u3220-\u3229]/, '㈠');
}
