/**
 * What kind of text the cursor stands in, as far as proposals depend on it: running text, the name of a document, or what nobody wants proposals in. Looks at the
 * line up to the cursor only.
 */

import { addressesIn } from '../../edit';
import { blockAt } from '../../report';
import type { Report } from '../../report';

/** `name`: behind 《 that is still open. `closed`: a quotation, an address, a table, code, a comment. */
export type Ground = 'text' | 'name' | 'closed';

/** A name or a quotation that is longer than this was never closed: a slip that must not silence the rest of the line. */
const LONGEST_NAME = 60;
const LONGEST_QUOTATION = 200;

/** The ground at `offset`; `prefix` is its line up to there. */
export function groundAt(report: Report, offset: number, prefix: string): Ground {
  const block = blockAt(report, offset);
  if (block >= 0 && report.tree.blocks[block]!.kind !== 'text') return 'closed';
  if (isOpen(prefix, '“', '”', LONGEST_QUOTATION) || isOpen(prefix, '‘', '’', LONGEST_QUOTATION) || hasOddQuotes(prefix)) return 'closed';
  if (isOpen(prefix, '《', '》', LONGEST_NAME)) return 'name';
  const tail = prefix.slice(-LONGEST_QUOTATION);
  return addressesIn(tail).some(({ end }) => end === tail.length) || /(?:https?:|www\.)[^\s\u4e00-\u9fff，。；]*$/i.test(tail) ? 'closed' : 'text';
}

function isOpen(prefix: string, open: string, close: string, longest: number): boolean {
  const at = prefix.lastIndexOf(open);
  return at >= 0 && prefix.length - at <= longest && prefix.lastIndexOf(close) < at;
}

/** An odd number of straight quotation marks since the last full stop. */
function hasOddQuotes(prefix: string): boolean {
  const sentence = prefix.slice(Math.max(prefix.lastIndexOf('。'), prefix.length - LONGEST_QUOTATION, 0));
  return (sentence.match(/"/g)?.length ?? 0) % 2 === 1;
}
