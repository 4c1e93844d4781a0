/**
 * Quotation marks, title marks and brackets of one block that find no partner in it. Closing marks that close nothing by right are left out; what the rest means
 * depends on the blocks around, and is not decided here.
 */

import { memoOn } from '../../../base';
import { isAlphanumeric, isSpace, MOST_PER_BLOCK } from '../../../edit';
import type { Block } from '../../../syntax';
import { isDigit } from '../../../text';

/** Pairs as folded text has them; a pair's place in the list is its kind. */
export const PAIRS = ['“”', '‘’', '《》', '〈〉', '()'];
/** Code unit → twice the kind of pair, one more for the closing mark; -1 for everything else. */
const KIND = new Int8Array(0x300c).fill(-1);
PAIRS.forEach((pair, kind) => [...pair].forEach((mark, side) => (KIND[mark.charCodeAt(0)] = kind * 2 + side)));
export const SINGLE = 1;
export const ROUND = 4;

/** A mark without a partner in its block; offset in `block.text`. */
export interface Loose {
  readonly kind: number;
  readonly opens: boolean;
  readonly at: number;
}

/** Marks without a partner, in order. */
export const looseOf: (block: Block) => readonly Loose[] = memoOn((block) => {
  const { text } = block;
  const open: number[][] = PAIRS.map(() => []);
  const loose: Loose[] = [];
  let listed = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Nearly every character is beyond the marks; the table is asked for few.
    if (code > 0x300b || code < 0x28) continue;
    if (code === 0x3002) listed = 0;
    const known = KIND[code]!;
    if (known < 0) continue;
    const kind = known >> 1;
    if ((known & 1) === 0) {
      if (kind !== SINGLE || !isDigit(text.charCodeAt(at + 1))) open[kind]!.push(at);
    } else if (open[kind]!.length > 0) {
      const from = open[kind]!.pop()!;
      // (包括1)甲,2)乙): the item's bracket took the place of the last one.
      if (kind === ROUND && at - from > 3 && /[\dA-Za-z]/.test(text[at - 1]!)) listed++;
    } else if (!isExcused(text, kind, at) && !(kind === ROUND && listed-- > 0)) loose.push({ kind, opens: false, at });
    if (loose.length >= MOST_PER_BLOCK) break;
  }
  open.forEach((starts, kind) => starts.slice(0, MOST_PER_BLOCK).forEach((at) => loose.push({ kind, opens: true, at })));
  return loose.sort((a, b) => a.at - b.at);
});

/** Closing marks that close nothing and are right: an apostrophe, `1)` before an item, a smile. */
function isExcused(text: string, kind: number, at: number): boolean {
  if (kind === SINGLE) return isAlphanumeric(text.charCodeAt(at - 1)) || isAlphanumeric(text.charCodeAt(at + 1));
  return kind === ROUND && (isListMark(text, at) || /[:;]-?$/.test(text.slice(Math.max(0, at - 2), at)));
}

/** `1)`, `a)`, `一)` at the start or behind a mark or blank. */
function isListMark(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - 4), at);
  const match = /(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/.exec(head);
  if (!match) return false;
  const before = at - match[0].length - 1;
  return before < 0 || isSpace(text.charCodeAt(before)) || ',;:。、!?'.includes(text[before]!);
}
