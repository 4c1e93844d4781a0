/**
 * Where the text of a section ends: behind its last words, before what stands at the end of a document and belongs to no section.
 */

import type { Report, Role, Section } from '../report';

const INSIDE: readonly Role[] = ['body', 'heading', 'opening', 'table', 'title', 'address'];

/** Behind the last text of a section, its sub-sections included; of the whole report for null. Absolute. */
export function endOfSection(report: Report, section: Section | null): number {
  const { blocks, starts } = report.tree;
  const lowest = section ? section.block : 0;
  let last = (section ? section.end : blocks.length) - 1;
  while (last > lowest && !INSIDE.includes(report.roles[last]!)) last--;
  return last < 0 ? 0 : starts[last]! + blocks[last]!.raw.length;
}
