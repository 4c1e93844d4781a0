/**
 * Numbering on from a place: the heading or item there gets the number that follows the one before it, those behind it in its run or chain the numbers that follow, and
 * references to them follow.
 */

import { renumberItems, renumberRun, runsOf } from '../edit';
import { blockAt, chainScopesOf } from '../report';
import type { ChainItem, Report, Section } from '../report';
import { placeOf } from '../syntax';
import type { Edit } from '../text';

/** The edits that number on from `offset`; empty where no number stands, or all are right. Of a line with several items, the nearest before `offset` counts. */
export function renumberFrom(report: Report, offset: number): readonly Edit[] {
  const index = blockAt(report, offset);
  if (index < 0) return [];
  const item = itemAt(report, index, offset);
  if (item) return item;
  const section = report.sections.find((one) => one.block === index);
  return section?.marker ? renumberRun(report, section, numberFor(report, section), true) : [];
}

/** One more than the heading before it has; its own number where it opens a run. */
function numberFor(report: Report, section: Section): number {
  const before = runsOf(report).previous[section.index];
  return before?.marker ? before.marker.ordinal + 1 : 'expected' in section.verdict ? section.verdict.expected : section.marker!.ordinal;
}

function itemAt(report: Report, index: number, offset: number): readonly Edit[] | null {
  const scope = chainScopesOf(report).find(({ from, to }) => from <= index && index < to);
  const item = scope?.items.findLast(({ block, mark, verdict }) => block === index && verdict.kind !== 'stray' && placeOf(report.tree, block, mark).start <= offset);
  if (!scope || !item) return null;
  const chain = scope.items.filter(({ verdict }) => verdict.chain === item.verdict.chain);
  const at = chain.indexOf(item);
  const before: ChainItem | undefined = chain[at - 1];
  return renumberItems(report, chain.slice(at), before ? before.mark.ordinal + 1 : item.mark.ordinal);
}
