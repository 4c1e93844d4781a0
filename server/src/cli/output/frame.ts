/**
 * The line of the source that a finding is on, with marks beneath it: cut to a window, since a paragraph of a report is one line of any length.
 * Layout only.
 */
import type { Text } from '../../text';
import type { Diagnostic } from '../core';
import { printable } from './style';
import { columnsOf } from './width';

/** The two lines of a frame, without gutter: the source and the marks. */
export interface Frame {
  readonly source: string;
  /** Blanks and then marks, at least one, by display width. */
  readonly marks: { readonly before: string; readonly under: string };
}

/** The frame of a finding in `columns` columns; of a finding over several lines, its first. What is cut off shows as `…`. */
export function frameOf(text: Text, { start, end }: Diagnostic['range'], columns: number): Frame {
  const line = lineAt(text, start.line);
  const from = Math.min(start.character, line.length);
  const to = end.line > start.line ? line.length : Math.min(end.character, line.length);
  // An ellipsis may stand at either end.
  const focus = fitting(line, from, to, columns - 2);
  const rest = columns - 2 - columnsOf(line.slice(from, focus));
  const before = fittingBefore(line, from, rest >> 1);
  const right = fitting(line, focus, line.length, rest - columnsOf(line.slice(before, from)));
  const left = fittingBefore(line, from, rest - columnsOf(line.slice(focus, right)));
  const head = (left > 0 ? '…' : '') + printable(line.slice(left, from));
  const shown = printable(line.slice(from, focus));
  return {
    source: head + shown + printable(line.slice(focus, right)) + (right < line.length ? '…' : ''),
    marks: { before: ' '.repeat(columnsOf(head)), under: '^'.repeat(Math.max(1, columnsOf(shown))) },
  };
}

/** A line without its line break; no search, for a line may be as long as the text. */
function lineAt({ value, lineStarts }: Text, line: number): string {
  const start = lineStarts[line] ?? value.length;
  let end = lineStarts[line + 1] ?? value.length;
  while (end > start && (value[end - 1] === '\n' || value[end - 1] === '\r')) end--;
  return value.slice(start, end);
}

/** The end of the longest piece from `from` on, up to `to`, that fits. */
function fitting(line: string, from: number, to: number, columns: number): number {
  let at = from;
  let used = 0;
  while (at < to) {
    const character = String.fromCodePoint(line.codePointAt(at)!);
    used += columnsOf(character);
    if (used > columns) break;
    at += character.length;
  }
  return Math.min(at, to);
}

/** The start of the longest piece before `to` that fits. */
function fittingBefore(line: string, to: number, columns: number): number {
  let at = to;
  let used = 0;
  while (at > 0) {
    const isPair = /[\udc00-\udfff]/.test(line[at - 1]!) && /[\ud800-\udbff]/.test(line[at - 2] ?? '');
    const character = line.slice(at - (isPair ? 2 : 1), at);
    used += columnsOf(character);
    if (used > columns) break;
    at -= character.length;
  }
  return at;
}
