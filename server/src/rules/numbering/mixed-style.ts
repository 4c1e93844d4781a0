/** Reports a mark in another form than its level has: 3. among （一）（二）, or 二. among 一、三、. What the level's form is, the document itself says. */

import { markLike, markPlace, styleFaultsOf, writtenNumber } from '../../edit';
import type { StyleFault } from '../../edit';
import type { Report } from '../../report';
import type { Found } from '../rule';
import { defineReportRule } from '../rule';
import page from './mixed-style.md';

export const mixedStyle = defineReportRule({
  code: 'numbering/mixed-style',
  group: 'numbering',
  since: '0.1.0',
  severity: 'warning',
  basis: ['standard'],
  fix: 'safe',
  page,
  messages: {
    level: { zh: '“{found}”与同级序号的写法不一：这一级写作“{expected}”这种形式；请统一。', en: '“{found}” is not how this level is numbered: its other headings are written like “{expected}”.' },
    shape: { zh: '“{found}”与全文这一级序号的写法不一：其余 {count} 处写作“{expected}”这种形式；请统一。', en: '“{found}” differs from the other {count} marks of this level, written like “{expected}”.' },
    sample: { zh: '这一级的写法', en: 'How this level is written' },
    rewrite: { zh: '改为“{expected}”', en: 'Change to “{expected}”' },
  },
  *check({ report }) {
    for (const fault of styleFaultsOf(report)) yield finding(report, fault);
  },
});

function finding(report: Report, { kind, section, sample, ordinal, count }: StyleFault): Found {
  const text = markLike(report, sample, ordinal);
  const args = {
    found: report.tree.text.value.slice(section.markerSpan.start, section.markerSpan.end),
    expected: text?.trim() ?? writtenNumber(report, sample, ordinal),
    count,
  };
  return {
    at: section.markerSpan,
    message: kind,
    args,
    related: [{ at: sample.headSpan, message: 'sample' }],
    ...(text === null ? {} : { fix: { safety: 'safe' as const, title: 'rewrite', args, edits: () => [{ span: markPlace(report, section), text }] } }),
  };
}
