/**
 * Which blanks of a report are stray, seen over the whole of it: in a text out of a PDF blanks between characters mean nothing, and what a document does
 * throughout is its way of writing.
 */

import { memoOn } from '../../base';
import type { Report } from '../../report';
import { blanksOf } from './blanks';
import type { Blank } from './blanks';
import { WRITTEN } from './roles';

/** More blanks between characters than this, and one in fewer characters than that, and the text came out of a PDF. */
const FEW = 4;
const RARE = 2500;
/** A blank before a number is a slip where this many numbers have none for each that has one. */
const TIGHT = 8;

/** A blank and the block it stands in. */
export interface PlacedBlank extends Blank {
  readonly index: number;
}

export interface StrayBlanks {
  /** In document order; blanks between characters only where they mean something. */
  readonly blanks: readonly PlacedBlank[];
  /** Blocks that hold a blank between two characters, stray or not. */
  readonly holders: readonly number[];
  /** The text is full of blanks that nobody typed. */
  readonly spaced: boolean;
}

/** The stray blanks of a report. */
export const strayBlanksOf: (report: Report) => StrayBlanks = memoOn((report) => {
  const places: PlacedBlank[] = [];
  const holders: number[] = [];
  let count = 0;
  let tight = 0;
  let apart = 0;
  report.tree.blocks.forEach((block, index) => {
    const role = report.roles[index]!;
    if (!WRITTEN.includes(role)) return;
    const blanks = blanksOf(block);
    count += blanks.count;
    tight += blanks.tight;
    apart += blanks.apart;
    if (blanks.count > 0) holders.push(index);
    for (const blank of blanks.stray) if (!blank.first || role === 'body' || role === 'heading') places.push({ ...blank, index });
  });
  const spaced = count > FEW && count * RARE > report.length;
  const loose = apart * TIGHT > tight;
  return { blanks: places.filter(({ kind, figure }) => kind !== 'between' || !(spaced || (figure && loose))), holders, spaced };
});
