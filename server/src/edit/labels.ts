/** Items that carry their number in other words than 一是: 第二, 二要, 二、, （二）. A chain that mixes them is not broken. */

import type { ChainItem, ChainScope, Report } from '../report';
import { formatHan } from '../text';

/** How much of the text between two items is looked at; an item is never longer. */
const LONGEST_ITEM = 4000;

/** True when the numbers missing before `item` stand there in another form, so that nothing is said. */
export function labelledOtherwise(report: Report, scope: ChainScope, before: ChainItem | null, item: ChainItem): boolean {
  const from = before ? before.mark.ordinal + 1 : 1;
  const to = item.mark.ordinal - 1;
  if (to < from || to - from > 20) return false;
  const between = textBetween(report, before, item, scope.from);
  for (let missing = from; missing <= to; missing++) if (otherLabel(missing).test(between)) return true;
  return false;
}

/** A number as the label of an item, in any form but that of a chain. */
export const otherLabel = (ordinal: number): RegExp => {
  const numeral = formatHan(ordinal);
  return new RegExp(`(?:^|[。;:,!?\\s(])(?:[第其]${numeral}[是要、,:]|${numeral}[要来则、,.)\\s])|(?:^|[。;:\\s(])${ordinal}[、.)]`);
};

/** Folded text from the end of one item's mark (or from block `first`) to the next mark, cut to its last part. */
function textBetween(report: Report, before: ChainItem | null, item: ChainItem, first: number): string {
  const { blocks } = report.tree;
  let text = '';
  for (let i = item.block; i >= (before?.block ?? first) && text.length < LONGEST_ITEM; i--) {
    const start = before && i === before.block ? before.mark.end : blocks[i]!.bodyStart;
    const end = i === item.block ? item.mark.start : blocks[i]!.text.length;
    text = blocks[i]!.text.slice(Math.max(start, end - LONGEST_ITEM), end) + (text && '\n') + text;
  }
  return text;
}
