/**
 * On what ground a structural finding stands, and where it is shown: shared by the rules of this group.
 */

import { fillingsOf, successorOf } from '../../align';
import type { Alignment } from '../../align';
import type { Citation, Slot, Topic, Witness } from '../../profile';
import type { Span } from '../../text';
import type { Evidence } from '../rule';

const MOST_WITNESSES = 3;

/** The norm's words, if a norm demands it of a report on `year`, and up to three seeds with the heading or sentence they have. */
export function evidenceFor(alignment: Alignment, place: Slot | Topic, year: number | null): readonly Evidence[] {
  const citation = citationOf(alignment, place, year);
  const norm: readonly Evidence[] = citation ? [{ kind: 'norm', ref: citation.title, text: citation.text }] : [];
  return [...norm, ...place.evidence.slice(0, MOST_WITNESSES).map(seedEvidence)];
}

export const seedEvidence = (witness: Witness): Evidence => ({ kind: 'seed', ref: witness.seed, text: witness.text });

/** The citation a slot or topic rests on in a report on `year`, or null: what was not yet in force is no ground. */
export function citationOf(alignment: Alignment, place: Slot | Topic, year: number | null): Citation | null {
  const key = place.norm?.cite;
  const citation = (key && alignment.profile.family?.norms?.citations[key]) || null;
  return citation && year !== null && citation.since !== undefined && year < citation.since ? null : citation;
}

/** Where a missing slot is shown: at the heading it should stand before, at the slot it belongs into, else at the end of the text. */
export function placeFor(alignment: Alignment, slot: Slot): Span {
  const host = slot.norm?.inside ? fillingsOf(alignment, slot.norm.inside)[0] : undefined;
  if (host) return host.section && host.by !== 'passage' ? host.section.headSpan : host.at;
  const next = successorOf(alignment, slot);
  return next ? next.headSpan : endOf(alignment);
}

/** The last few characters of the last block of the body, so that there is something to see. */
function endOf(alignment: Alignment): Span {
  const { tree, roles } = alignment.report;
  for (let i = tree.blocks.length - 1; i >= 0; i--) {
    if (roles[i] !== 'body' && roles[i] !== 'heading' && roles[i] !== 'opening') continue;
    const end = tree.starts[i]! + tree.blocks[i]!.raw.length;
    return { start: Math.max(tree.starts[i]!, end - 1), end };
  }
  return { start: 0, end: 0 };
}
