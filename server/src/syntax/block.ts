/**
 * The leaves of a document: one line, a part of a line, or several hard-wrapped lines joined. A block knows nothing of where it stands, so an edit
 * elsewhere leaves it as it is; trees and reports give it a place.
 */

import type { Span } from '../text';
import type { Marker } from './marker';

export type BlockKind = 'text' | 'table' | 'page' | 'comment' | 'code';

/** An immutable block. Offsets are relative to the block. */
export interface Block {
  readonly kind: BlockKind;
  /** The source, line breaks of wrapped lines included. */
  readonly raw: string;
  /** Folded, wrapped lines joined: what analysis reads. */
  readonly text: string;
  /** For wrapped blocks: offset in `text` → offset in `raw`, one more entry than `text` has units. Null where they are the same. */
  readonly map: readonly number[] | null;
  readonly marker: Marker | null;
  /** Number of `#` of a Markdown heading, else 0. */
  readonly hashes: number;
  /** The heading words, when the block starts with a mark or hashes; empty otherwise. */
  readonly title: Span;
  /** Where running text begins in `text`: behind the heading words of a run-in heading, else 0; `text.length` for a heading on a line of its own. */
  readonly bodyStart: number;
}

/** A place in a block's text as a place in its source. */
export function inSource(block: Block, place: Span): Span {
  const { map } = block;
  if (!map) return place;
  const start = map[place.start]!;
  // The end belongs to the last character, not to the line break behind it.
  const end = place.end > place.start ? map[place.end - 1]! + 1 : start;
  return { start, end };
}

/** True when text follows the heading words in the same block. */
export function isRunIn(block: Block): boolean {
  return block.marker !== null && block.bodyStart < block.text.length;
}
