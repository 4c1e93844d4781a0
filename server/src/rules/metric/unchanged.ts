/**
 * Points out a figure that is the same as in last year's report to the last digit: perhaps copied along. Only what is done anew every year; what stands from year
 * to year, goals and standards are passed over, and so are round numbers.
 */

import { formatDecimal } from '../../report';
import { defineReportRule } from '../rule';
import { isIntended, mentionsOf, significance } from './mentions';
import type { Mention } from './mentions';
import page from './unchanged.md';
import { trimmed, written } from './recompute';

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
    const { standing } = units.claims;
    const before = new Set(mentionsOf(previous.report, units).filter((mention) => isTelling(mention, standing) && !isIntended(mention, units)).map(identityOf));
    for (const mention of mentionsOf(report, units)) {
      const { figure, placed } = mention;
      if (!isTelling(mention, standing) || !before.has(identityOf(mention)) || isIntended(mention, units)) continue;
      yield { at: placed.at, message: 'same', args: { name: figure.subject, value: written(figure), report: previous.name } };
    }
  },
});

/** Something done in the year, or a rate, with digits enough. */
const isTelling = ({ figure }: Mention, standing: ReadonlySet<string>): boolean => significance(figure) >= LEAST_DIGITS && ((figure.verb !== '' && !standing.has(figure.verb)) || figure.unit === '%');

/** What is stated, and the value. */
const identityOf = ({ key, figure }: Mention): string => `${key}|${figure.bound}|${formatDecimal(trimmed(figure.amount, 0))}`;
