/**
 * Where a slot that nothing fills belongs among the sections that are there.
 */

import type { Slot } from '../profile';
import type { Section } from '../report';
import type { Alignment } from './alignment';

/** The section before which a missing slot belongs: the first one whose slot the seeds (or the norm's order) put behind it. Null: at the end. */
export function successorOf(alignment: Alignment, slot: Slot): Section | null {
  const behind = new Set(slot.before.map((entry) => entry.slot));
  const order = normOrder(alignment);
  const own = order.indexOf(slot.id);
  const found = alignment.fillings.find((filling) => filling.section?.depth === 1 && (filling.by === 'heading' || filling.by === 'combined') && (behind.has(filling.slot) || (behind.size === 0 && own >= 0 && order.indexOf(filling.slot) > own)));
  return found?.section ?? null;
}

function normOrder(alignment: Alignment): readonly string[] {
  return (alignment.profile.family?.norms?.slots ?? []).filter((slot) => !slot.inside).map((slot) => slot.id);
}
