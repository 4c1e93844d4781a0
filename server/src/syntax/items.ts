/**
 * Item chains inside running text: 一是…二是…三是…, by paragraph or inline. Only finds the marks; numbering rules judge them.
 */

import { memoOn } from '../base';
import { codesOf, parseHan } from '../text';
import type { Block } from './block';

/** 一是 as written in a block's text. `initial` tells that the block's running text begins with it. */
export interface ItemMark {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly initial: boolean;
}

const MARK = /[一二三四五六七八九十]{1,3}(?=是)/g;
const BOUNDARY = codesOf('。；;:：，,、！!？?）)》”"’ \t.*_·•●■◆▲—–-');

/** Item marks of a block, in order; offsets in `block.text`. */
export const itemMarksOf: (block: Block) => readonly ItemMark[] = memoOn(findItemMarks);

function findItemMarks(block: Block): readonly ItemMark[] {
  const { text } = block;
  if (text.indexOf('是') < 0) return [];
  const marks: ItemMark[] = [];
  let last = 0;
  MARK.lastIndex = block.bodyStart;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const ordinal = parseHan(match[0]);
    if (ordinal === null) continue;
    const start = match.index;
    const initial = start === block.bodyStart;
    const bounded = initial || BOUNDARY.has(text.charCodeAt(start - 1));
    // A paragraph that lost its stop runs into the next item; only the very next number is believed there, since 统一是 and 之一是 are words.
    if (!bounded && !(last > 0 && ordinal === last + 1)) continue;
    // 是否 and 是非 are words, except behind a mark, where a numeral could belong to nothing else: `主要有:一是非税收入…`.
    if (!bounded && /^(?:否|非)/.test(text.slice(MARK.lastIndex + 1, MARK.lastIndex + 2))) continue;
    marks.push({ ordinal, start, end: MARK.lastIndex + 1, initial });
    last = ordinal;
  }
  return marks;
}
