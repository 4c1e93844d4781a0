/**
 * Sentences of a block's running text. A sentence ends at 。！？ or at the end of the block; quotes that close behind the mark belong to it.
 */

import { memoOn } from '../base';
import type { Span } from '../text';
import type { Block } from './block';

const END = /[。!?][”’)》"]*\s*/g;

/** Spans in `block.text`, heading words left out, in order, blanks around them excluded. */
export const sentencesOf: (block: Block) => readonly Span[] = memoOn((block) => {
  const { text } = block;
  const spans: Span[] = [];
  let from = block.marker || block.hashes ? block.bodyStart : 0;
  END.lastIndex = from;
  for (let match = END.exec(text); match; match = END.exec(text)) {
    if (match.index > from) spans.push({ start: from, end: match.index + 1 });
    from = END.lastIndex;
  }
  if (from < text.length) spans.push({ start: from, end: text.length });
  return spans;
});
