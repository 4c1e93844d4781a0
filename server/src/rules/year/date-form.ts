/** Reports dates in forms that the standards do not know: leading zeros, two kinds of digits, years of two digits. */

import { placeOf } from '../../syntax';
import type { Report } from '../../report';
import type { Edit } from '../../text';
import type { Evidence } from '../rule';
import { defineReportRule } from '../rule';
import page from './date-form.md';
import { oddDatesOf } from './dates';
import type { OddDate } from './dates';

const ROLES: ReadonlySet<string> = new Set(['title', 'opening', 'heading', 'body', 'sign-off']);
/** A year of two digits is believed when it lies about the report's own. */
const BEFORE = 6;

const GROUND: Readonly<Record<OddDate['kind'], Evidence>> = {
  zero: { kind: 'norm', ref: 'GB/T 9704—2012 7.3.5.4', text: '成文日期用阿拉伯数字，年份写全，月、日前不加“0”' },
  mixed: { kind: 'norm', ref: 'GB/T 15835—2011', text: '同一日期不混用两种数字' },
  short: { kind: 'norm', ref: 'GB/T 15835—2011', text: '年份用四位数字' },
};

export const dateForm = defineReportRule({
  code: 'year/date-form',
  group: 'year',
  since: '0.1.0',
  severity: 'hint',
  basis: ['standard'],
  fix: 'safe',
  page,
  messages: {
    zero: { zh: '月、日前不加“0”：应写作“{to}”。', en: 'No leading zero in a date: “{to}”.' },
    mixed: { zh: '同一日期里阿拉伯数字与汉字数字混用：应写作“{to}”。', en: 'One date, two kinds of digits: write “{to}”.' },
    short: { zh: '年份要写全四位：应写作“{to}”。', en: 'Write the year in full: “{to}”.' },
    rewrite: { zh: '改为“{to}”', en: 'Change to “{to}”' },
  },
  *check({ report, year }) {
    for (let index = 0; index < report.tree.blocks.length; index++) {
      if (!ROLES.has(report.roles[index]!)) continue;
      for (const date of oddDatesOf(report.tree.blocks[index]!)) {
        if (date.year !== null && (year === null || date.year > year + 1 || date.year < year - BEFORE)) continue;
        const args = { to: date.to };
        yield {
          at: placeOf(report.tree, index, date.at),
          message: date.kind,
          args,
          evidence: [GROUND[date.kind]],
          fix: { safety: 'safe', title: 'rewrite', args, edits: () => date.edits.map((edit) => placed(report, index, edit)) },
        };
      }
    }
  },
});

/** An edit of a block as an edit of the text, in full-width digits where the old ones were. */
function placed(report: Report, index: number, edit: Edit): Edit {
  const span = placeOf(report.tree, index, edit.span);
  const wide = /[０-９]/.test(report.tree.text.value.slice(span.start, span.end));
  return { span, text: wide ? edit.text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : edit.text };
}
