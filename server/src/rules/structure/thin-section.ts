/** Points out a slot that has far less text than in any seed. */

import { fillingsOf } from '../../align';
import { progress } from '../../report';
import { valueOf } from '../option';
import type { NumberOption } from '../option';
import { defineReportRule } from '../rule';
import { seedEvidence } from './grounds';
import page from './thin-section.md';

const FAR_BELOW: NumberOption = {
  name: 'share', kind: 'number', initial: 0.4, minimum: 0.05, maximum: 1,
  zh: '篇幅占比低于样本最小占比的这个倍数时报告', en: 'a section is thin below this part of the smallest share among the seeds',
};
/** Seeds that a range must rest on. */
const ENOUGH = 3;
/** A section with this many Han characters says something, whatever its share. */
const SUBSTANTIAL = 120;
const SHORTEST_REPORT = 600;

export const thinSection = defineReportRule({
  code: 'structure/thin-section',
  group: 'structure',
  since: '0.1.0',
  severity: 'hint',
  basis: ['learned'],
  fix: null,
  page,
  options: [FAR_BELOW],
  messages: {
    thin: { zh: '“{name}”只占全文 {share}%；{count} 份样本为 {min}%～{max}%，可能写得过于简略。', en: '“{name}” is {share}% of the text; in {count} seeds it is {min}% to {max}%, it may be too brief.' },
  },
  *check({ alignment, report, options }) {
    if (!alignment || report.length < SHORTEST_REPORT) return;
    const before = progress(report);
    for (const slot of alignment.profile.slots) {
      if (slot.norm?.inside || slot.support.count < ENOUGH || slot.share.min === 0) continue;
      const headed = fillingsOf(alignment, slot.id).filter((filling) => filling.by === 'heading' && filling.section);
      const first = headed[0]?.section;
      if (!first) continue;
      const size = headed.reduce((sum, filling) => sum + before[filling.section!.end]! - before[filling.section!.block]!, 0);
      const text = size - first.words.length;
      const share = (size * 1000) / report.length;
      if (share >= slot.share.min * valueOf(FAR_BELOW, options) || text >= SUBSTANTIAL || text < 6) continue;
      yield {
        at: first.titleSpan, message: 'thin',
        args: { name: slot.name, share: percent(share), count: slot.support.count, min: percent(slot.share.min), max: percent(slot.share.max) },
        evidence: slot.evidence.slice(0, 3).map(seedEvidence),
      };
    }
  },
});

const percent = (thousandths: number): number => Math.round(thousandths) / 10;
