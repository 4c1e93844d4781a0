/** Points out sentences that are the same as in last year's report, with the share of their section that was taken over. */

import { copiedFrom } from '../../align';
import type { CopiedSentence } from '../../align';
import { defineReportRule } from '../rule';
import page from './unchanged-from-last-year.md';

export const unchangedFromLastYear = defineReportRule({
  code: 'text/unchanged-from-last-year',
  group: 'text',
  since: '0.1.0',
  severity: 'hint',
  basis: ['practice'],
  fix: null,
  page,
  messages: {
    same: {
      zh: '与上年报告（{report}）文字相同；本部分有{share}%的文字沿用上年，请核对是否仍符合本年情况。',
      en: 'The same words as in last year\'s report ({report}); {share}% of this part was taken over. Check that it still holds.',
    },
    near: {
      zh: '与上年报告（{report}）文字几乎相同；本部分有{share}%的文字沿用上年，请核对是否仍符合本年情况。',
      en: 'Nearly the same words as in last year\'s report ({report}); {share}% of this part was taken over. Check that it still holds.',
    },
  },
  *check({ report, previous }) {
    if (!previous || previous.report === report) return;
    const { sentences, shareOf } = copiedFrom(previous.report, report);
    for (const run of runsOf(sentences)) {
      const first = run[0]!;
      const share = Math.max(1, Math.round((shareOf.get(first.section) ?? 0) * 100));
      yield {
        at: { start: first.at.start, end: run[run.length - 1]!.at.end },
        message: run.every(({ kind }) => kind === 'same') ? 'same' : 'near',
        args: { report: previous.name, share },
      };
    }
  },
});

/** Sentences that stand next to each other in one paragraph are one finding. */
function runsOf(sentences: readonly CopiedSentence[]): readonly (readonly CopiedSentence[])[] {
  const runs: CopiedSentence[][] = [];
  for (const sentence of sentences) {
    const last = runs[runs.length - 1];
    const before = last?.[last.length - 1];
    if (last && before && before.block === sentence.block && sentence.at.start - before.at.end <= 1) last.push(sentence);
    else runs.push([sentence]);
  }
  return runs;
}
