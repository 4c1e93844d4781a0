/** Reports slots that stand in another order than in every seed that has both. */

import type { Alignment } from '../../align';
import { moveBehind } from '../../edit';
import type { Section } from '../../report';
import { defineReportRule } from '../rule';
import { seedEvidence } from './grounds';
import page from './section-order.md';

/** Seeds that must agree before an order counts as one. */
const ENOUGH = 2;

export const sectionOrder = defineReportRule({
  code: 'structure/section-order',
  group: 'structure',
  since: '0.1.0',
  severity: 'warning',
  basis: ['learned'],
  fix: 'suggested',
  page,
  messages: {
    early: { zh: '“{name}”写在“{other}”之前；同时有这两节的 {of} 份样本都把它放在后面，请调整顺序。', en: '“{name}” stands before “{other}”; all {of} seeds that have both put it after, reorder them.' },
    move: { zh: '移到“{other}”之后', en: 'Move it behind “{other}”' },
    other: { zh: '“{other}”在这里', en: '“{other}” is here' },
  },
  *check({ alignment }) {
    if (!alignment) return;
    const places = firstSections(alignment);
    const told = new Set<Section>();
    for (const [slotId, section] of places) {
      const slot = alignment.profile.slots.find((one) => one.id === slotId)!;
      for (const later of slot.before) {
        const other = places.get(later.slot);
        if (later.of < ENOUGH || !other || other === section || other.index > section.index || told.has(other)) continue;
        told.add(other);
        const early = alignment.profile.slots.find((one) => one.id === later.slot)!;
        yield {
          at: other.headSpan,
          message: 'early',
          args: { name: early.name, other: slot.name, of: later.of },
          evidence: early.evidence.slice(0, 3).map(seedEvidence),
          fix: { safety: 'suggested', title: 'move', args: { other: slot.name }, edits: () => moveBehind(alignment.report, other, section) },
          related: [{ at: section.headSpan, message: 'other', args: { other: slot.name } }],
        };
      }
    }
  },
});

/** The first section of each slot that has a heading of its own; a combined section stands for none. */
function firstSections(alignment: Alignment): ReadonlyMap<string, Section> {
  const places = new Map<string, Section>();
  for (const filling of alignment.fillings) {
    if (filling.by === 'heading' && filling.section?.depth === 1 && !places.has(filling.slot)) places.set(filling.slot, filling.section);
  }
  return places;
}
