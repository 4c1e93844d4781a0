/**
 * Two marks where one belongs: 。。 ，，  ，。. Ellipses, dashes, ！！ and ？！ are no business of this rule.
 */

import { isHan } from '../../text';
import { defineBlockRule } from '../rule';
import type { BlockContext, Found } from '../rule';
import { punctuationStandard, WRITTEN } from './scan/roles';
import { isChinese, MOST_PER_BLOCK, nextsChinese, writtenOf } from './scan/written';
import page from './doubled-mark.md';

const RUN = /[,。、;:!?]{2,}/g;
/** The mark that closes more wins: the weaker one is what was left behind. */
const STRENGTH = '、,:;。';
const LONGEST = 8;

function* check({ block }: BlockContext): Iterable<Found> {
  const { text } = block;
  const written = writtenOf(block);
  let found = 0;
  for (const match of text.matchAll(RUN)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (!isMistake(match[0]) || !isInChinese(written, start, end)) continue;
    const at = { start, end };
    const marks = written.slice(start, end);
    const kept = marks[strongest(match[0])]!;
    // Three stops may stand for an ellipsis; which it is, the writer knows.
    const safety = /^。{3,}$/.test(match[0]) ? 'suggested' : 'safe';
    yield {
      at, message: 'doubled', args: { marks: marks.slice(0, LONGEST), kept }, evidence: punctuationStandard('句中同一处只用一个点号'),
      fix: { safety, title: 'keep', args: { kept }, edits: () => [{ span: at, text: kept }] },
    };
    if (++found >= MOST_PER_BLOCK) return;
  }
}

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
  for (let i = start; i < end && i < start + LONGEST; i++) if (isChinese(written.charCodeAt(i)) || written.charCodeAt(i) >= 0xff00) return true;
  return isHan(written.charCodeAt(start - 1)) || nextsChinese(written, start, -1);
}

export const doubledMark = defineBlockRule({
  code: 'text/doubled-mark',
  group: 'text',
  since: '0.1.0',
  severity: 'warning',
  basis: ['standard'],
  fix: 'safe',
  roles: WRITTEN,
  page,
  messages: {
    doubled: { zh: '标点“{marks}”重叠，此处只应有一个“{kept}”。', en: 'Marks pile up: “{marks}” where one “{kept}” belongs.' },
    keep: { zh: '只留“{kept}”', en: 'Keep “{kept}” only' },
  },
  check,
});
