/**
 * What a line is among its neighbours: part of a table, or a piece of a paragraph that a PDF cut at the margin. Decided over all lines at once, cheaply.
 */

import type { Line } from './lines';

/** Lines wider than this are no hard-wrapped lines (60 Han characters). */
const WIDEST = 124;
const SHORT_CELL = 52;
const LONGEST_GAP = 5;

/** Columns at which the text was cut, or 0 when every line is a paragraph of its own. */
export function wrapWidth(lines: readonly Line[]): number {
  const widths: number[] = [];
  let wide = 0;
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    if (line.width > WIDEST && ++wide > 2) return 0;
    widths.push(line.width);
  }
  if (widths.length < 8) return 0;
  const edge = [...widths].sort((a, b) => b - a)[Math.floor(widths.length * 0.03)]!;
  if (edge > WIDEST || edge < 30) return 0;
  let full = 0;
  let cut = 0;
  let over = 0;
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    if (line.width > edge + 6) over++;
    if (line.width < edge - 5) continue;
    full++;
    if (!line.closed) cut++;
  }
  return full >= 5 && cut >= 4 && cut >= full * 0.6 && full >= widths.length * 0.2 && over <= widths.length * 0.03 ? edge : 0;
}

/** True when a hard-wrapped line goes on in the next one. */
export function runsOn(line: Line, next: Line, edge: number): boolean {
  if (line.width < edge - 5) return false;
  if (line.closed && /[。!?…]$/.test(line.raw.slice(0, line.to))) return line.width >= edge - 1 && !next.marked && next.from === 0;
  if (next.marked) return /[第条款、]$/.test(line.raw.slice(0, line.to));
  return next.from === 0 || line.from > 0;
}

/** Which lines belong to a table: rows, and the short unpunctuated lines between and above them. */
export function tableLines(lines: readonly Line[]): Uint8Array {
  const inside = new Uint8Array(lines.length);
  let lastRow = -1;
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]!.row) continue;
    inside[i] = 1;
    const from = Math.max(lastRow + 1, 0);
    const near = lastRow >= 0 && between(lines, from, i) <= LONGEST_GAP;
    markCells(lines, inside, from, i, near);
    lastRow = i;
  }
  return inside;
}

function between(lines: readonly Line[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (lines[i]!.kind === 'text') count++;
  return count;
}

/** Marks cells backwards from a row: all short lines up to the last row when it is near, else only header cells right above. */
function markCells(lines: readonly Line[], inside: Uint8Array, from: number, row: number, near: boolean): void {
  for (let i = row - 1; i >= from; i--) {
    const line = lines[i]!;
    if (line.kind === 'blank' || line.kind === 'page') continue;
    if (!isCell(line) || (isTopHeading(line) && !near) || (isTopHeading(line) && line.width > 12)) return;
    if (!near && line.marked) return;
    inside[i] = 1;
  }
}

const isCell = (line: Line): boolean => line.kind === 'text' && line.width <= SHORT_CELL && !/[。;:,，；：]/.test(line.raw) && line.pieces.length === 1 && line.pieces[0]!.block.hashes === 0;

const isTopHeading = (line: Line): boolean => line.pieces[0]?.block.marker?.style === 'han';
