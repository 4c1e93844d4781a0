/** First-level headings by place, and what the alignment takes them for. Shared by the rules on years. */

import { sectionAt } from '../../report';
import type { Report, Section } from '../../report';
import type { ReportContext } from '../rule';

/** The first-level section whose heading holds the offset, or null. */
export function headingAt(report: Report, offset: number): Section | null {
  const section = sectionAt(report, offset);
  return section && section.depth === 1 && offset < section.headSpan.end ? section : null;
}

/** Slots that the alignment gives a section; none without an alignment, or with one that does not fit. */
export function slotsOf({ alignment }: ReportContext, section: Section): readonly string[] {
  return alignment?.fits ? (alignment.slotsOf[section.index] ?? []) : [];
}

/** True for a section that fills the slot `plan` and no other. */
export function isPlan(context: ReportContext, section: Section): boolean {
  const slots = slotsOf(context, section);
  return slots.length === 1 && slots[0] === 'plan';
}
