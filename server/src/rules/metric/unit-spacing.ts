/**
 * A blank between number and unit (17 件) where the document in the main writes none. A document that mostly writes blanks, as text out of a PDF does, is left alone;
 * many of them are one finding.
 */

import { unitGapsOf } from '../../edit';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import page from './unit-spacing.md';

/** More than this many are one finding for the whole document. */
const HABIT = 8;

function* check({ report, units }: ReportContext): Iterable<Found> {
  const { gaps, tight } = unitGapsOf(report, units);
  if (gaps.length <= HABIT) {
    for (const { at, number, unit } of gaps) yield { at, message: 'spaced', args: { number, unit }, fix: { safety: 'safe', title: 'remove', edits: () => [{ span: at, text: '' }] } };
    return;
  }
  const args = { count: gaps.length, tight };
  yield { at: gaps[0]!.at, message: 'allSpaced', args, fix: { safety: 'safe', title: 'removeAll', args, edits: () => gaps.map(({ at }) => ({ span: at, text: '' })) } };
}

export const unitSpacing = defineReportRule({
  code: 'metric/unit-spacing',
  group: 'metric',
  since: '0.2.0',
  severity: 'info',
  basis: ['practice'],
  fix: 'safe',
  page,
  messages: {
    spaced: { zh: '“{number}”和“{unit}”之间多了空格，本文其他地方不空。', en: 'A blank between “{number}” and “{unit}”; the document has none elsewhere.' },
    allSpaced: { zh: '全文有{count}处数字与单位之间带空格，另有{tight}处不带，应当统一；可以一次删去。', en: '{count} numbers have a blank before their unit and {tight} have none; one fix removes them.' },
    remove: { zh: '删去空格', en: 'Remove the blank' },
    removeAll: { zh: '删去数字与单位之间的空格（{count}处）', en: 'Remove the blanks before units ({count})' },
  },
  check,
});
