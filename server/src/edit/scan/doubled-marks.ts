/**
 * Two marks of one block where one belongs: 。。 ，，  ，。. Ellipses, dashes, ！！ and ？！ are none. Places and what to keep; whether to say so is not decided here.
 */

import { memoOn } from '../../base';
import type { Block } from '../../syntax';
import { isHan } from '../../text';
import type { Span } from '../../text';
import { isChinese, nextsChinese, writtenOf } from './written';

/** A run of marks, offsets in `block.text`; `marks` and `kept` as they were written. */
export interface DoubledMark extends Span {
  readonly marks: string;
  readonly kept: string;
  /** False for three stops, which may stand for an ellipsis: which it is, the writer knows. */
  readonly sure: boolean;
}

const RUN = /[,。、;:!?]{2,}/g;
/** The mark that closes more wins: the weaker one is what was left behind. */
const STRENGTH = '、,:;。';
const GLANCE = 8;

/** The runs of a block, in order. */
export const doubledMarksOf: (block: Block) => readonly DoubledMark[] = memoOn((block) => {
  const { text } = block;
  const found: DoubledMark[] = [];
  for (const match of text.matchAll(RUN)) {
    const written = writtenOf(block);
    const [start, end] = [match.index, match.index + match[0].length];
    if (!isMistake(match[0]) || !isInChinese(written, start, end)) continue;
    const marks = written.slice(start, end);
    found.push({ start, end, marks, kept: marks[strongest(match[0])]!, sure: !/^。{3,}$/.test(match[0]) });
  }
  return found;
});

/** ！！ ？！ are emphasis; a mark of tone is doubled only with a full stop behind it. */
const isMistake = (run: string): boolean => (/[!?]/.test(run) ? /^[!?]+。+$/.test(run) : true);

function strongest(run: string): number {
  if (/[!?]/.test(run)) return 0;
  let best = 0;
  for (let i = 1; i < run.length; i++) if (STRENGTH.indexOf(run[i]!) > STRENGTH.indexOf(run[best]!)) best = i;
  return best;
}

/** Not `::` in a program or `!!` in English. */
function isInChinese(written: string, start: number, end: number): boolean {
  for (let i = start; i < end && i < start + GLANCE; i++) if (isChinese(written.charCodeAt(i)) || written.charCodeAt(i) >= 0xff00) return true;
  return isHan(written.charCodeAt(start - 1)) || nextsChinese(written, start, -1);
}
