/** Points out a document that is addressed to someone and carries neither signer nor date, or lacks them where seeds have them. */

import { signOffLines } from '../../edit';
import { defineReportRule } from '../rule';
import page from './missing-sign-off.md';

export const missingSignOff = defineReportRule({
  code: 'structure/missing-sign-off',
  group: 'structure',
  since: '0.1.0',
  severity: 'hint',
  basis: ['practice'],
  fix: 'suggested',
  page,
  messages: {
    addressed: { zh: '有主送机关而没有落款；请在文末写明发文机关和成文日期。', en: 'The report is addressed to someone but not signed; add the issuer and the date at the end.' },
    learned: { zh: '文末没有落款；{of} 份样本中 {count} 份有发文机关或成文日期。', en: 'The report is not signed; {count} of {of} seeds carry an issuer or a date at the end.' },
    insert: { zh: '插入落款', en: 'Insert a sign-off' },
  },
  *check({ alignment, report }) {
    if (report.signOff || report.sections.length === 0) return;
    const signed = alignment?.profile.signed;
    const address = report.roles.indexOf('address');
    const addressed = report.title !== null && address >= 0 && !report.tree.grammar.listeners.test(report.tree.blocks[address]!.text);
    const learned = signed !== undefined && signed.of >= 2 && signed.count * 2 > signed.of;
    if (!addressed && !learned) return;
    let last = report.tree.blocks.length - 1;
    while (last > 0 && report.roles[last] !== 'body' && report.roles[last] !== 'heading') last--;
    const end = report.tree.starts[last]! + report.tree.blocks[last]!.raw.length;
    yield {
      at: { start: end - 1, end },
      message: addressed ? 'addressed' : 'learned',
      args: signed ? { count: signed.count, of: signed.of } : {},
      fix: { safety: 'suggested', title: 'insert', edits: () => signOffLines(report, end) },
    };
  },
});
