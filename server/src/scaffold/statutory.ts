/**
 * What the norms demand and last year's report did not have: put into the draft as skeletons, in the document's own numbering. Only what a citation in force asks for.
 */

import { align, fillingsOf, successorOf } from '../align';
import type { Alignment } from '../align';
import { causesSkeletonFor, insideSkeletonFor, skeletonFor } from '../edit';
import type { Profile, Slot } from '../profile';
import { parseReport } from '../report';
import type { Report } from '../report';
import { applyEdits } from '../text';
import type { Edit } from '../text';

/** The draft with a skeleton for each slot that a norm demands and nothing fills, and the slots that were put in. */
export function withStatutoryItems(report: Report, profile: Profile, year: number | null): { readonly report: Report; readonly added: readonly string[] } {
  let draft = report;
  const added: string[] = [];
  for (const wanted of align(report, profile, year).missing) {
    if (!isDemanded(profile, wanted, year)) continue;
    const alignment = align(draft, profile, year);
    if (!alignment.missing.includes(wanted)) continue;
    const edits = skeletonOf(alignment, wanted, year);
    if (edits.length === 0) continue;
    draft = parseReport(applyEdits(draft.tree.text.value, edits), draft.tree.grammar);
    added.push(wanted.id);
  }
  return { report: draft, added };
}

/** A citation asks for it in a report on `year`, and somebody has read it there. */
function isDemanded({ family }: Profile, slot: Slot, year: number | null): boolean {
  const key = slot.norm?.cite;
  const citation = key ? family?.norms?.citations[key] : undefined;
  if (!slot.norm?.demand || !citation || citation.status === 'unverified') return false;
  return year === null || citation.since === undefined || year >= citation.since;
}

function skeletonOf(alignment: Alignment, slot: Slot, year: number | null): readonly Edit[] {
  const inside = slot.norm?.inside;
  if (inside === undefined) return skeletonFor(alignment, slot, successorOf(alignment, slot), year);
  const hosts = fillingsOf(alignment, inside);
  if (slot.norm?.demand === 'hint') return hosts[0] ? causesSkeletonFor(alignment, hosts[0]) : [];
  // Of several sections that report results (no wrapper around them) the last one takes it.
  const host = hosts.filter((filling) => filling.by === 'heading' && filling.section !== null).pop()?.section;
  return host ? insideSkeletonFor(alignment, slot, host, year) : [];
}
