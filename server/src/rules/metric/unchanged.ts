/**
 * Points out a figure that is the same as in last year's report to the last digit: perhaps copied along. Only what is done anew every year; what stands from year
 * to year, goals and standards are passed over, and so are round numbers.
 */

import { formatDecimal, trimmed } from '../../report';
import { valueOf } from '../option';
import type { NumberOption } from '../option';
import { defineReportRule } from '../rule';
import { isIntended, mentionsOf, significance } from './mentions';
import type { Mention } from './mentions';
import page from './unchanged.md';
import { written } from './recompute';

const LEAST_DIGITS: NumberOption = {
  name: 'digits', kind: 'integer', initial: 3, minimum: 1, maximum: 12,
  zh: '至少有这么多位有效数字的数据才与上年比对', en: 'significant digits a figure must have before it is compared with last year\'s',
};

export const unchanged = defineReportRule({
  code: 'metric/unchanged',
  group: 'metric',
  since: '0.1.0',
  severity: 'info',
  basis: ['arithmetic'],
  fix: null,
  page,
  options: [LEAST_DIGITS],
  messages: { same: { zh: '“{name}”{value}与上年报告（{report}）完全相同；请核对是否沿用了上年数字。', en: '“{name}” is {value}, exactly as in last year\'s report ({report}). Check whether it was copied along.' } },
  *check({ report, units, previous, options }) {
    if (!previous || previous.report === report) return;
    const { standing } = units.claims;
    const digits = valueOf(LEAST_DIGITS, options);
    const before = new Set(mentionsOf(previous.report, units).filter((mention) => isTelling(mention, standing, digits) && !isIntended(mention, units)).map(identityOf));
    for (const mention of mentionsOf(report, units)) {
      const { figure, placed } = mention;
      if (!isTelling(mention, standing, digits) || !before.has(identityOf(mention)) || isIntended(mention, units)) continue;
      yield { at: placed.at, message: 'same', args: { name: figure.subject, value: written(figure), report: previous.name } };
    }
  },
});

/** Something done in the year, or a rate, with digits enough. */
const isTelling = ({ figure }: Mention, standing: ReadonlySet<string>, digits: number): boolean => significance(figure) >= digits && ((figure.verb !== '' && !standing.has(figure.verb)) || figure.unit === '%');

/** What is stated, and the value. */
const identityOf = ({ key, figure }: Mention): string => `${key}|${figure.bound}|${formatDecimal(trimmed(figure.amount, 0))}`;
