/**
 * How much a text speaks of what its family speaks of.
 */

import { memoOn } from '../base';
import type { Report } from '../report';
import type { Block } from '../syntax';
import type { Family } from './profile';

/** How often the family's own terms occur per 1,000 Han characters. */
export function density(report: Report, family: Family): number {
  const countIn = countersOf(family);
  let count = 0;
  for (const block of report.tree.blocks) count += countIn(block);
  return (count * 1000) / Math.max(1, report.length);
}

/** Whether words, such as a title, have one of the family's own terms. */
export const namesFamily = (words: string, family: Family): boolean => family.recognise.terms.some((term) => words.includes(term));

const countersOf: (family: Family) => (block: Block) => number = memoOn((family) => {
  const pattern = new RegExp(family.recognise.terms.join('|'), 'g');
  return memoOn((block: Block) => block.text.match(pattern)?.length ?? 0);
});
