/**
 * Which width a document writes its marks in, and whether it ends sentences in ASCII full stops. Counted per block and kept, so that a keystroke counts one block.
 */

import { memoOn } from '../../base';
import type { Report } from '../../report';
import type { Block } from '../../syntax';
import { halfWidthMarks } from './half-width';
import { WRITTEN } from './roles';

const countsOf: (block: Block) => { readonly full: number; readonly half: number } = memoOn((block) => {
  let full = 0;
  let half = 0;
  for (let i = 0; i < block.raw.length; i++) {
    const code = block.raw.charCodeAt(i);
    if (code === 0xff0c || code === 0xff1a || code === 0xff1b) full++;
    else if ((code === 0x2c || code === 0x3b) && block.raw.charCodeAt(i - 1) > 0x2e80) half++;
  }
  return { full, half };
});

/** The majority of commas, colons and semicolons in running text; full width when there are as many of either, since that is the standard. */
export function widthOfReport(report: Report): 'full' | 'half' {
  let full = 0;
  let half = 0;
  report.tree.blocks.forEach((block, i) => {
    const role = report.roles[i];
    if (role !== 'body' && role !== 'heading' && role !== 'opening') return;
    const counts = countsOf(block);
    full += counts.full;
    half += counts.half;
  });
  return half > full ? 'half' : 'full';
}

/** More ASCII full stops than this are the document's way of writing. */
const HABIT = 3;

/** The document ends its sentences in ASCII full stops, so that one between two Chinese characters is a stop as well. */
export function endsInPoints(report: Report): boolean {
  let stops = 0;
  report.tree.blocks.forEach((block, i) => {
    if (WRITTEN.includes(report.roles[i]!)) for (const { kind } of halfWidthMarks(block)) if (kind === 'stop') stops++;
  });
  return stops > HABIT;
}
