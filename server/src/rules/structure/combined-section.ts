/** Points out one heading that fills two slots; allowed, but a reader looking for either may miss it. */

import { defineReportRule } from '../rule';
import { seedEvidence } from './grounds';
import page from './combined-section.md';

export const combinedSection = defineReportRule({
  code: 'structure/combined-section',
  group: 'structure',
  since: '0.1.0',
  severity: 'hint',
  basis: ['learned'],
  fix: null,
  page,
  messages: {
    combined: { zh: '这个标题把“{first}”和“{second}”合在一节；多数样本分开写，可考虑拆成两节。', en: 'This heading joins “{first}” and “{second}”; most seeds keep them apart, consider two sections.' },
  },
  *check({ alignment }) {
    if (!alignment) return;
    for (const section of alignment.report.sections) {
      const slots = alignment.slotsOf[section.index]!.flatMap((id) => alignment.profile.slots.filter((slot) => slot.id === id && !slot.norm?.inside));
      const [first, second] = slots;
      if (!first || !second) continue;
      const apart = first.evidence.filter((witness) => witness.by === 'heading');
      if (apart.length * 2 < first.support.of) continue;
      yield { at: section.titleSpan, message: 'combined', args: { first: first.name, second: second.name }, evidence: apart.slice(0, 3).map(seedEvidence) };
    }
  },
});
