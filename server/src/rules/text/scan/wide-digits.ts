/**
 * Full-width digits in a report that writes its numbers in half width. Numbering marks have their own form and are left alone.
 */

import { WRITTEN, writtenOf } from '../../../edit';
import type { Report } from '../../../report';
import { placeOf } from '../../../syntax';
import type { Span } from '../../../text';

/** A number with full-width digits, and how the rest of the report would write it. */
export interface WideDigits {
  readonly at: Span;
  readonly digits: string;
}

const WIDE = /[\d.．]*[０-９][\d０-９.．]*(?<![.．])/g;
const NARROW = /\d+/g;
/** Full-width numbers are slips where the report has this many half-width ones for each. */
const RARE = 5;

/** The numbers in document order; none where full-width digits are the report's way of writing. */
export function wideDigits(report: Report): readonly WideDigits[] {
  if (!/[０-９]/.test(report.tree.text.value)) return [];
  const found: WideDigits[] = [];
  let narrow = 0;
  report.tree.blocks.forEach((block, index) => {
    if (!WRITTEN.includes(report.roles[index]!)) return;
    const written = writtenOf(block);
    narrow += written.match(NARROW)?.length ?? 0;
    for (const match of written.matchAll(WIDE)) {
      if (block.marker && match.index < block.marker.end) continue;
      found.push({ at: placeOf(report.tree, index, { start: match.index, end: match.index + match[0].length }), digits: match[0].normalize('NFKC') });
    }
  });
  return found.length * RARE <= narrow ? found : [];
}
