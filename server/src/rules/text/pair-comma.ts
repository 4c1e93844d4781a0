/**
 * 、 between two titles or two quotations that stand side by side: the marks themselves part them. A list that mixes marked and unmarked items keeps its 、.
 */

import { MOST_PER_BLOCK, RUNNING } from '../../edit';
import { defineBlockRule } from '../rule';
import type { BlockContext, Found } from '../rule';
import { punctuationStandard } from './scan/ground';
import page from './pair-comma.md';

const BETWEEN = /》、《|”、“/g;
/** No quotation or title in a list is longer than this. */
const LONGEST = 200;

function* check({ block }: BlockContext): Iterable<Found> {
  const { text } = block;
  if (text.indexOf('、') < 0) return;
  let found = 0;
  BETWEEN.lastIndex = 0;
  for (let match = BETWEEN.exec(text); match; match = BETWEEN.exec(text)) {
    const comma = match.index + 1;
    BETWEEN.lastIndex = comma + 1;
    if (isMixed(text, comma, match[0])) continue;
    const at = { start: comma, end: comma + 1 };
    yield {
      at, message: 'between', evidence: punctuationStandard('标有引号或书名号的并列成分之间通常不用顿号'),
      fix: { safety: 'safe', title: 'remove', edits: () => [{ span: at, text: '' }] },
    };
    if (++found >= MOST_PER_BLOCK) return;
  }
}

/** A neighbour of the two is part of the same list and carries no marks: “甲”、“乙”、丙. */
function isMixed(text: string, comma: number, shape: string): boolean {
  const [close, , open] = shape as unknown as [string, string, string];
  const first = text.slice(Math.max(0, comma - LONGEST), comma).lastIndexOf(open);
  const begin = comma - Math.min(comma, LONGEST) + first;
  if (first >= 0 && text[begin - 1] === '、' && text[begin - 2] !== close) return true;
  const end = text.slice(comma, comma + LONGEST).indexOf(close);
  return end >= 0 && text[comma + end + 1] === '、' && text[comma + end + 2] !== open;
}

export const pairComma = defineBlockRule({
  code: 'text/pair-comma',
  group: 'text',
  since: '0.1.0',
  severity: 'hint',
  basis: ['standard'],
  fix: 'safe',
  roles: RUNNING,
  page,
  messages: {
    between: { zh: '并列的引号之间、书名号之间通常不用顿号（GB/T 15834）。', en: 'No 、 is usual between quotations or titles that stand side by side (GB/T 15834): their marks part them.' },
    remove: { zh: '删去顿号', en: 'Remove 、' },
  },
  check,
});
