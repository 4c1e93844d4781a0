/**
 * A whole chain of items (一是…；二是…；三是…) at the beginning of a sentence where none is open, in the manner in which the draft writes its chains: in one paragraph or an
 * item a paragraph, with its own stops between them.
 */

import { memoOn } from '../../base';
import { chainScopesOf } from '../../report';
import type { Report } from '../../report';
import { formatHan } from '../../text';
import { featureText } from '../messages';
import { filterTextOf } from './initials';
import { lastItemBefore } from './items';
import { inWidth } from './sections';
import type { Completion, Spot } from './spot';

const TYPED = /(?:^[\s\u3000]*(?:#{1,6}\s+)?|[。；;：:！？!?]\s*)(一?是?|[Yy][Ss]?|1)$/;
const ITEMS = [1, 2, 3];

/** How a report writes its chains. `between` are the blanks between items of their own paragraphs, null for chains in one paragraph; `stop` closes an item. */
export interface ChainManner {
  readonly between: string | null;
  readonly stop: '；' | '。';
}

/** A chain to fill in; none in front of the first section, and none where one is open. */
export function chainCompletions(spot: Spot): readonly Completion[] {
  const typed = TYPED.exec(spot.prefix)?.[1];
  // Behind a full stop the next sentence may be any; behind a colon, or at the head of a line, a list is near.
  if (typed === undefined || (typed === '' && /[。；;！？!?]\s*$/.test(spot.prefix)) || spot.before === null || !/^\s*(?:$|[。；;])/.test(spot.suffix) || lastItemBefore(spot, spot.offset - typed.length) !== null) return [];
  const label = chainLabel(spot.report, spot.width);
  const snippet = chainSnippet(spot.report, spot.width, /^\s*[。；;]/.test(spot.suffix));
  return [{ kind: 'chain', key: 'chain:items', label, detail: featureText('itemChain', spot.language), filterText: filterTextOf(label, '1'), sortText: '', span: { start: spot.offset - typed.length, end: spot.offset }, snippet }];
}

/** The chain as it is shown: 一是…；二是…；三是…. */
export const chainLabel = (report: Report, width: 'full' | 'half'): string => inWidth(ITEMS.map((ordinal) => `${markOf(ordinal)}…`).join(chainManner(report).stop), width);

/** The chain with a stop in each item; `closed` when its last mark stands there already. */
export function chainSnippet(report: Report, width: 'full' | 'half', closed: boolean): string {
  const { between, stop } = chainManner(report);
  const items = ITEMS.map((ordinal) => `${markOf(ordinal)}\${${ordinal}}`);
  return `${inWidth(items.join(stop + (between ?? '')), width)}${closed ? '' : '。'}$0`;
}

const markOf = (ordinal: number): string => `${formatHan(ordinal)}是`;

/** What most chains of a report do; without any, one paragraph and semicolons. */
const chainManner: (report: Report) => ChainManner = memoOn((report) => {
  const { tree } = report;
  const counts = { paragraphs: 0, inline: 0, semicolons: 0, stops: 0 };
  let between: string | null = null;
  for (const { items } of chainScopesOf(report)) {
    for (const { block, mark } of items) {
      if (mark.ordinal === 1) continue;
      const before = mark.initial ? (tree.blocks[block - 1]?.text ?? '') : tree.blocks[block]!.text.slice(Math.max(0, mark.start - 2), mark.start);
      if (/[;；]\s*$/.test(before)) counts.semicolons++;
      else if (/[。.]\s*$/.test(before)) counts.stops++;
      if (!mark.initial) counts.inline++;
      else if (block > 0) {
        counts.paragraphs++;
        between ??= tree.text.value.slice(tree.starts[block - 1]! + tree.blocks[block - 1]!.raw.length, tree.starts[block]!);
      }
    }
  }
  const apart = counts.paragraphs > counts.inline && between !== null && /[\r\n]/.test(between);
  return { between: apart ? between!.replace(/\r\n?/g, '\n') : null, stop: counts.stops > counts.semicolons ? '。' : '；' };
});
