/**
 * Edits of an editor applied to a text. Line starts that an edit does not reach are kept, so that a keystroke in a long draft does not read it all.
 */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { partitionPoint } from '../base';
import { makeText } from '../text';
import type { Span, Text } from '../text';
import { spanOf } from './convert';

/** The text after changes that each count in the text the one before left. */
export function applyChanges(text: Text, changes: readonly TextDocumentContentChangeEvent[]): Text {
  return changes.reduce((before, change) => ('range' in change ? replaced(before, spanOf(before, change.range), change.text) : makeText(change.text)), text);
}

/** `text` with `span` replaced; equals making the text afresh. */
export function replaced(text: Text, span: Span, put: string): Text {
  const { value, lineStarts } = text;
  const next = value.slice(0, span.start) + put + value.slice(span.end);
  // One line more on either side, because a CR and an LF may meet or part there.
  const first = Math.max(0, lineOf(lineStarts, span.start) - 1);
  const after = lineOf(lineStarts, span.end) + 2;
  const shift = put.length - (span.end - span.start);
  const from = lineStarts[first]!;
  const to = after < lineStarts.length ? lineStarts[after]! + shift : next.length;
  const own = makeText(next.slice(from, to)).lineStarts;
  const starts = lineStarts.slice(0, first);
  for (const start of own) starts.push(start + from);
  // The stretch ends with the line break before line `after`, so its last line start is that line.
  for (let i = after + 1; i < lineStarts.length; i++) starts.push(lineStarts[i]! + shift);
  return { value: next, lineStarts: starts };
}

const lineOf = (lineStarts: readonly number[], offset: number): number => Math.max(0, partitionPoint(lineStarts, (start) => start <= offset) - 1);
