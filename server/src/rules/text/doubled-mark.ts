/**
 * Two marks where one belongs: 。。 ，，  ，。. Ellipses, dashes, ！！ and ？！ are no business of this rule.
 */

import { doubledMarksOf, MOST_PER_BLOCK, WRITTEN } from '../../edit';
import { defineBlockRule } from '../rule';
import type { BlockContext, Found } from '../rule';
import { punctuationStandard } from './scan/ground';
import page from './doubled-mark.md';

const LONGEST = 8;

function* check({ block }: BlockContext): Iterable<Found> {
  for (const { start, end, marks, kept, sure } of doubledMarksOf(block).slice(0, MOST_PER_BLOCK)) {
    const at = { start, end };
    yield {
      at, message: 'doubled', args: { marks: marks.slice(0, LONGEST), kept }, evidence: punctuationStandard('句中同一处只用一个点号'),
      fix: { safety: sure ? 'safe' : 'suggested', title: 'keep', args: { kept }, edits: () => [{ span: at, text: kept }] },
    };
  }
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
