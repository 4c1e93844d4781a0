/**
 * A hyphen where a span of time or a range of values is meant: 2021-2025年, 10-20件. Codes, numbers of documents and telephones, and dates keep theirs.
 */

import { MOST_PER_BLOCK, rangeDashesOf, WRITTEN } from '../../edit';
import { defineBlockRule } from '../rule';
import type { BlockContext, Found } from '../rule';
import { punctuationStandard } from './scan/ground';
import page from './range-dash.md';

function* check({ block }: BlockContext): Iterable<Found> {
  for (const { start, end, kind, mark } of rangeDashesOf(block).slice(0, MOST_PER_BLOCK)) {
    const at = { start, end };
    yield {
      at, message: kind, evidence: punctuationStandard(kind === 'time' ? '时间起止用一字线' : '数值范围用浪纹线'),
      fix: { safety: 'safe', title: 'replace', args: { mark }, edits: () => [{ span: at, text: mark }] },
    };
  }
}

export const rangeDash = defineBlockRule({
  code: 'text/range-dash',
  group: 'text',
  since: '0.1.0',
  severity: 'hint',
  basis: ['standard'],
  fix: 'safe',
  roles: WRITTEN,
  page,
  messages: {
    time: { zh: '时间起止之间用一字线“—”，不用短横线（GB/T 15834）。', en: 'A span of time takes the dash —, not a hyphen (GB/T 15834).' },
    value: { zh: '数值范围用浪纹线“～”，不用短横线（GB/T 15834）。', en: 'A range of values takes ～, not a hyphen (GB/T 15834).' },
    replace: { zh: '改为“{mark}”', en: 'Change to {mark}' },
  },
  check,
});
