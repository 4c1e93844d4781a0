/** Points out a report without a title. */

import { titleLine } from '../../edit';
import { defineReportRule } from '../rule';
import page from './missing-title.md';

export const missingTitle = defineReportRule({
  code: 'structure/missing-title',
  group: 'structure',
  since: '0.1.0',
  severity: 'hint',
  basis: ['practice'],
  fix: 'suggested',
  page,
  messages: {
    missing: { zh: '开头没有标题；公文应有标题，如“{form}”。', en: 'There is no title; an official document has one, such as “{form}”.' },
    bare: { zh: '开头没有标题；公文应有标题。', en: 'There is no title; an official document has one.' },
    insert: { zh: '插入标题', en: 'Insert a title' },
  },
  *check({ alignment, report, year }) {
    const first = report.roles.findIndex((role) => role === 'opening' || role === 'heading' || role === 'body');
    if (report.title || first < 0 || report.roles.includes('address')) return;
    const start = report.tree.starts[first]!;
    const at = { start, end: start + Math.min(report.tree.blocks[first]!.raw.length, 12) };
    const form = alignment?.profile.family?.norms?.titles[0];
    if (!form) return void (yield { at, message: 'bare' });
    const title = form.replace('{place}', '××').replace('{year}', year === null ? '××' : String(year));
    yield { at, message: 'missing', args: { form: title }, fix: { safety: 'suggested', title: 'insert', edits: () => titleLine(report, title) } };
  },
});
