/** Reports a slot that only a paragraph fills, where the seeds mostly give it a heading of its own. */

import { headingForPassage, mayBeHeaded } from '../../edit';
import { defineReportRule } from '../rule';
import { evidenceFor } from './grounds';
import page from './unheaded-section.md';

export const unheadedSection = defineReportRule({
  code: 'structure/unheaded-section',
  group: 'structure',
  since: '0.1.0',
  severity: 'info',
  basis: ['norm', 'learned'],
  fix: 'suggested',
  page,
  messages: {
    unheaded: { zh: '“{name}”只写在正文段落里，没有单列标题；{of} 份样本中 {count} 份为它单列标题，建议单列。', en: '“{name}” has no heading of its own; {count} of {of} seeds give it one, consider doing so.' },
    insert: { zh: '为这一段加标题', en: 'Give this passage a heading' },
  },
  *check({ alignment, year }) {
    if (!alignment) return;
    for (const filling of alignment.fillings) {
      if (filling.by !== 'passage') continue;
      const slot = alignment.profile.slots.find((one) => one.id === filling.slot);
      if (!slot || slot.norm?.inside) continue;
      const headed = new Set(slot.evidence.filter((witness) => witness.by !== 'passage').map((witness) => witness.seed)).size;
      if (headed * 2 < slot.support.of) continue;
      yield {
        at: filling.at,
        message: 'unheaded',
        args: { name: slot.name, count: headed, of: slot.support.of },
        evidence: evidenceFor(alignment, slot, year),
        ...(mayBeHeaded(alignment.report, filling) ? { fix: { safety: 'suggested' as const, title: 'insert', edits: () => headingForPassage(alignment, slot, filling, year) } } : {}),
      };
    }
  },
});
