/** Points out shortcomings without causes: the norm asks for both, and hardly any report gives them. */

import { fillingsOf } from '../../align';
import { causesSkeletonFor } from '../../edit';
import { defineReportRule } from '../rule';
import { citationOf } from './grounds';
import page from './missing-causes.md';

export const missingCauses = defineReportRule({
  code: 'structure/missing-causes',
  group: 'structure',
  since: '0.1.0',
  severity: 'hint',
  basis: ['norm'],
  fix: 'suggested',
  page,
  messages: {
    missing: { zh: '写了不足，没有写原因；{cite}要求“不足和原因”，建议补一句。', en: 'Shortcomings are stated without causes; {cite} asks for both, consider a sentence.' },
    insert: { zh: '补一句原因', en: 'Add a sentence on causes' },
  },
  *check({ alignment, year }) {
    if (!alignment) return;
    for (const slot of alignment.missing) {
      if (slot.norm?.demand !== 'hint' || !slot.norm.inside) continue;
      const host = fillingsOf(alignment, slot.norm.inside)[0];
      const citation = citationOf(alignment, slot, year);
      if (!host || !citation) continue;
      yield {
        at: host.at, message: 'missing', args: { cite: citation.title },
        evidence: [{ kind: 'norm', ref: citation.title, text: citation.text }],
        fix: { safety: 'suggested', title: 'insert', edits: () => causesSkeletonFor(alignment, host) },
      };
    }
  },
});
