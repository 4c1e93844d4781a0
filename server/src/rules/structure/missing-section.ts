/** Reports a slot that a norm demands or nearly all seeds have, and that neither a heading nor a passage of the draft fills. Alignment decides; no heading is matched here. */

import { fillingsOf } from '../../align';
import { successorOf } from '../../align';
import type { Alignment } from '../../align';
import { insideSkeletonFor, skeletonFor } from '../../edit';
import type { Slot } from '../../profile';
import { plainly } from '../../report';
import { likeness } from '../../text';
import type { Args, Found, Severity } from '../rule';
import { defineReportRule } from '../rule';
import { citationOf, evidenceFor, placeFor } from './grounds';
import page from './missing-section.md';

/** Share of seeds from which on a learned slot is expected. */
const EXPECTED = 0.8;
/** Headings at least this alike are one wording. */
const ALIKE = 0.6;

export const missingSection = defineReportRule({
  code: 'structure/missing-section',
  group: 'structure',
  since: '0.1.0',
  severity: 'error',
  basis: ['norm', 'learned'],
  fix: 'suggested',
  page,
  messages: {
    norm: { zh: '缺少“{name}”：{cite}要求写明（{of} 份样本中 {count} 份有）；请补写。', en: 'Nothing reports “{name}”, which {cite} demands ({count} of {of} seeds have it); add it.' },
    learned: { zh: '缺少“{name}”：{of} 份样本中 {count} 份有这一节；请核对是否漏写。', en: 'Nothing fills “{name}”, which {count} of {of} seeds have; check whether it was forgotten.' },
    insert: { zh: '插入“{name}”一节', en: 'Insert a section “{name}”' },
  },
  *check({ alignment, year }) {
    if (!alignment) return;
    for (const slot of alignment.missing) {
      const severity = severityOf(alignment, slot, year);
      if (severity) yield finding(alignment, slot, severity, year);
    }
  },
});

/**
 * How loud a missing slot is; null when nothing says it should be there. A norm nobody has read in the source is never loud, and one that was not yet in force
 * leaves it to what the seeds do.
 */
function severityOf(alignment: Alignment, slot: Slot, year: number | null): Severity | null {
  const demand = slot.norm?.demand;
  if (demand === 'hint') return null;
  const citation = citationOf(alignment, slot, year);
  if (demand && (citation || !slot.norm.cite)) return citation?.status === 'unverified' ? 'info' : demand;
  const { count, of } = slot.support;
  if (slot.norm?.inside || count < of * EXPECTED || (slot.norm === null && !isOneHeading(slot))) return null;
  return of >= 2 ? 'warning' : 'info';
}

/** Headings that seeds put in words of their own may be one matter to the eye; that a draft has none of them cannot be told from the words. */
function isOneHeading({ headings, support }: Slot): boolean {
  const lead = headings[0]?.text ?? '';
  const alike = headings.reduce((sum, { text, count }) => (likeness(plainly(text), plainly(lead)) >= ALIKE ? sum + count : sum), 0);
  return alike >= support.of * EXPECTED;
}

function finding(alignment: Alignment, slot: Slot, severity: Severity, year: number | null): Found {
  const citation = slot.norm?.demand ? citationOf(alignment, slot, year) : null;
  const args = { name: slot.name, cite: citation?.title ?? '', count: slot.support.count, of: slot.support.of };
  return {
    at: placeFor(alignment, slot),
    message: citation ? 'norm' : 'learned',
    args,
    severity,
    evidence: evidenceFor(alignment, slot, year),
    ...fixOf(alignment, slot, year, args),
  };
}

/** A slot that belongs into another goes into the section of that one, if it has one. */
function fixOf(alignment: Alignment, slot: Slot, year: number | null, args: Args): Pick<Found, 'fix'> {
  const inside = slot.norm?.inside;
  if (inside === undefined) return { fix: { safety: 'suggested', title: 'insert', args, edits: () => skeletonFor(alignment, slot, successorOf(alignment, slot), year) } };
  const host = fillingsOf(alignment, inside).find((filling) => filling.by === 'heading')?.section;
  return host ? { fix: { safety: 'suggested', title: 'insert', args, edits: () => insideSkeletonFor(alignment, slot, host, year) } } : {};
}
