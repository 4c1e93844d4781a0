/**
 * What scans of text ask of single characters: how a block was written, what is Chinese and what is Latin, what must not be touched.
 * Tables and scans over one block; no words, and no judgement of what is right.
 */

import { memoOn } from '../../base';
import type { Block } from '../../syntax';
import { codesOf, isDigit, isHan, isLatin } from '../../text';
import type { Span } from '../../text';

/** No block yields more places of one kind than this: hostile input must not fill the memory, and nobody reads more. */
export const MOST_PER_BLOCK = 200;

const joined: (block: Block) => string = memoOn((block) => {
  const { raw, text } = block;
  const map = block.map!;
  const parts: string[] = [];
  // A blank that joining put between two English words stands for the line break.
  for (let i = 0; i < text.length; i++) parts.push(text.charCodeAt(i) === 0x20 && raw.charCodeAt(map[i]!) > 0x20 && !isSpace(raw.charCodeAt(map[i]!)) ? ' ' : raw[map[i]!]!);
  return parts.join('');
});

/** A block's text as its writer wrote it, unfolded; offsets are those of `block.text`. */
export const writtenOf = (block: Block): string => (block.map === null ? block.raw : joined(block));

/** Blank, tab, no-break, ideographic and the thin spaces that PDFs hold. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0xfeff;
}

/** ASCII letter or digit. */
export const isAlphanumeric = (code: number): boolean => isLatin(code) || isDigit(code);

/** Han characters and the marks that only Chinese text has, commas, colons and brackets excluded: those come in both widths. */
export function isChinese(code: number): boolean {
  return isHan(code) || (code >= 0x3001 && code <= 0x3002) || (code >= 0x3008 && code <= 0x3017) || (code >= 0x2018 && code <= 0x201d) || code === 0x2014 || code === 0x2026 || (code >= 0x2e80 && code <= 0x2fdf);
}

const WIDE_OR_NARROW = codesOf(',;:!?()，；：！？（）');
const FARTHEST = 4;

/** True when the nearest thing that is no mark of either width, `step` by `step` from `at`, is Chinese. Blanks before the mark are passed over; one behind it ends the search. */
export function nextsChinese(text: string, at: number, step: 1 | -1): boolean {
  for (let i = at + step, left = FARTHEST; left > 0 && i >= 0 && i < text.length; i += step, left--) {
    const code = text.charCodeAt(i);
    if (isChinese(code)) return true;
    if (!WIDE_OR_NARROW.has(code) && (step > 0 || !isSpace(code))) return false;
  }
  return false;
}

const ADDRESS = /(?:https?:\/\/|www\.)[\w\-./?=&%#:;,~!+@()]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}|&#?\w{1,10};/g;

/** Web and mail addresses and character entities: text in which no Chinese mark is looked for. */
export function addressesIn(text: string): readonly Span[] {
  if (text.indexOf('@') < 0 && text.indexOf('&') < 0 && text.indexOf('://') < 0 && text.indexOf('www.') < 0) return [];
  return [...text.matchAll(ADDRESS)].map((match) => {
    let end = match.index + match[0].length;
    // Marks at the end belong to the sentence, the semicolon of an entity excepted.
    if (match[0][0] !== '&') while (',;:!?.)'.includes(text[end - 1]!)) end--;
    return { start: match.index, end };
  });
}

/** True when an offset lies in one of the spans. */
export const within = (spans: readonly Span[], at: number): boolean => spans.length > 0 && spans.some((place) => place.start <= at && at < place.end);

/** How deep inside “ ” 《 》 ( ) each offset of folded text is asked for, in rising order; linear over all questions. */
export function depthReader(text: string): (at: number) => number {
  let i = 0;
  let depth = 0;
  return (at) => {
    for (; i < at; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x201c || code === 0x300a || code === 0x28) depth++;
      else if ((code === 0x201d || code === 0x300b || code === 0x29) && depth > 0) depth--;
    }
    return depth;
  };
}
