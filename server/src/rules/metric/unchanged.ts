/**
 * Points out a figure that is the same as in last year's report to the last digit: perhaps copied along. Only what is done anew every year; what stands from year
 * to year, goals and standards are passed over, and so are round numbers.
 */

import { compare } from '../../report';
import type { Figure } from '../../report';
import { defineReportRule } from '../rule';
import { byKey, isIntended, mentionsOf, significance } from './mentions';
import page from './unchanged.md';
import { written } from './recompute';

const LEAST_DIGITS = 3;

export const unchanged = defineReportRule({
  code: 'metric/unchanged',
  group: 'metric',
  since: '0.1.0',
  severity: 'info',
  basis: ['arithmetic'],
  fix: null,
  page,
  messages: { same: { zh: '“{name}”{value}与上年报告（{report}）完全相同；请核对是否沿用了上年数字。', en: '“{name}” is {value}, exactly as in last year’s report ({report}). Check whether it was copied along.' } },
  *check({ report, units, previous }) {
    if (!previous || previous.report === report) return;
    const before = byKey(mentionsOf(previous.report, units));
    for (const mention of mentionsOf(report, units)) {
      const { figure } = mention;
      if (significance(figure) < LEAST_DIGITS || !isActivity(figure, units.claims.standing)) continue;
      const same = before.get(mention.key)?.some((old) => old.figure.bound === figure.bound && compare(old.figure.amount, figure.amount) === 0 && !isIntended(old, units));
      if (same && !isIntended(mention, units)) yield { at: mention.placed.at, message: 'same', args: { name: figure.subject, value: written(figure), report: previous.name } };
    }
  },
});

/** Something done in the year, or a rate. */
const isActivity = (figure: Figure, standing: ReadonlySet<string>): boolean => (figure.verb !== '' && !standing.has(figure.verb)) || figure.unit === '%';
