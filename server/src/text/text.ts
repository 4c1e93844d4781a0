/**
 * A text with its lines. Line and character exist for the edges (LSP, terminal); the core counts offsets.
 */

import { partitionPoint } from '../base';

/** An immutable text. `lineStarts[n]` is the offset where line n begins; CRLF, LF and a lone CR each end a line, as in LSP. */
export interface Text {
  readonly value: string;
  readonly lineStarts: readonly number[];
}

/** Zero-based line and UTF-16 character, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export function makeText(value: string): Text {
  return { value, lineStarts: startsOfLines(value) };
}

function startsOfLines(value: string): number[] {
  const starts = [0];
  const breaks = /\r\n?|\n/g;
  while (breaks.exec(value)) starts.push(breaks.lastIndex);
  return starts;
}

/** Position of an offset; out-of-range offsets are clamped. */
export function positionAt(text: Text, offset: number): Position {
  const clamped = Math.max(0, Math.min(offset, text.value.length));
  const line = partitionPoint(text.lineStarts, (start) => start <= clamped) - 1;
  return { line, character: clamped - text.lineStarts[line]! };
}

/** Offset of a position; a character past the end of its line is clamped to the line's end, line break excluded. */
export function offsetAt(text: Text, position: Position): number {
  if (position.line < 0) return 0;
  const start = text.lineStarts[position.line];
  if (start === undefined) return text.value.length;
  const next = text.lineStarts[position.line + 1] ?? text.value.length;
  let end = next;
  while (end > start && (text.value[end - 1] === '\n' || text.value[end - 1] === '\r')) end--;
  return Math.max(start, Math.min(start + position.character, end));
}
