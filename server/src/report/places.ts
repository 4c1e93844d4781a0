/**
 * Where an offset stands in a report: its block, its section. Searches only; nothing is judged here.
 */

import { partitionPoint } from '../base';
import type { Span } from '../text';
import type { Report, Section } from './report';

/** Source span of a block. */
export function spanOfBlock(report: Report, index: number): Span {
  const start = report.tree.starts[index]!;
  return { start, end: start + report.tree.blocks[index]!.raw.length };
}

/** The last block that begins at or before `offset`, or -1. */
export function blockBefore(report: Report, offset: number): number {
  return partitionPoint(report.tree.starts, (start) => start <= offset) - 1;
}

/** The block that holds `offset`, its end included; -1 between blocks. */
export function blockAt(report: Report, offset: number): number {
  const index = blockBefore(report, offset);
  return index >= 0 && offset <= spanOfBlock(report, index).end ? index : -1;
}

/** From the number of a section to the end of its last block, children included. */
export function spanOfSection(report: Report, section: Section): Span {
  return { start: section.headSpan.start, end: Math.max(section.headSpan.end, spanOfBlock(report, section.end - 1).end) };
}

/** The innermost section whose heading begins at or before `offset`, or null; text behind a report's end belongs to none. */
export function sectionAt(report: Report, offset: number): Section | null {
  return report.sections[partitionPoint(report.sections, ({ headSpan }) => headSpan.start <= offset) - 1] ?? null;
}

/** A section and its parents, innermost first. */
export function chainOf(section: Section | null): readonly Section[] {
  const chain: Section[] = [];
  for (let at = section; at; at = at.parent) chain.push(at);
  return chain;
}
