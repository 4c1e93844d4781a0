/**
 * The next item of a chain of items: after 一是…。二是…。 the third, in the paragraph or on a line of its own.
 */

import { blockBefore } from '../../report';
import { itemMarksOf, placeOf } from '../../syntax';
import { formatHan } from '../../text';
import { featureText } from '../messages';
import { filterTextOf } from './initials';
import type { Completion, Spot } from './spot';

/** What may have been typed of an item so far, behind the end of a sentence or at the head of a line. */
const TYPED = /(?:^[\s\u3000]*|[。；;：:！？!?”）)]\s*)([一二三四五六七八九十]{0,2}|[a-z]{1,2}|\d{1,2})$/;

/** The item that comes next at the cursor; none where no chain is open. */
export function itemCompletions(spot: Spot): readonly Completion[] {
  const typed = TYPED.exec(spot.prefix)?.[1];
  if (typed === undefined) return [];
  const start = spot.offset - typed.length;
  const last = lastItemBefore(spot, start);
  if (last === null || last >= 99) return [];
  const mark = `${formatHan(last + 1)}是`;
  const end = spot.offset + (spot.suffix.startsWith('是') ? 1 : 0);
  return [{ kind: 'item', key: 'item:next', label: mark, detail: featureText('nextItem', spot.language), filterText: filterTextOf(mark, String(last + 1)), sortText: '', span: { start, end }, snippet: mark }];
}

/** Ordinal of the last item before `offset` in this paragraph; at the head of a line, of the paragraph above if that begins with an item. Null when there is none. */
export function lastItemBefore({ report, offset: cursor, prefix }: Spot, offset: number): number | null {
  const { tree, roles } = report;
  const head = cursor - prefix.length;
  const inside = prefix.slice(0, offset - head).trim().length > 0;
  for (let index = blockBefore(report, offset); index >= 0; index--) {
    const block = tree.blocks[index]!;
    if (block.kind === 'page' || block.kind === 'comment') continue;
    // What is being typed may be a block by now; at the head of a line the chain is above it.
    const above = tree.starts[index]! + block.raw.length < head;
    if (!inside && !above) continue;
    if (roles[index] !== 'body' && roles[index] !== 'heading' && roles[index] !== 'opening') return null;
    const marks = itemMarksOf(block).filter((mark) => placeOf(tree, index, mark).end <= offset);
    const last = marks[marks.length - 1];
    return last && (inside || marks[0]!.initial) ? last.ordinal : null;
  }
  return null;
}
