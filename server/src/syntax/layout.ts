/**
 * What a line is among its neighbours: part of a table, or a piece of a paragraph that a PDF cut at the margin. Decided over all lines at once, cheaply.
 */

import type { Line } from './lines';

/** Lines wider than this are no hard-wrapped lines (60 Han characters). */
const WIDEST = 124;
const NARROWEST = 30;
/** How far short of the margin a line may end that goes on in the next. */
const RAGGED = 5;
/** The same for a line that is plainly in the middle of a sentence. */
const VERY_RAGGED = 12;
const SHORT_CELL = 52;
const SHORT_ROW = 40;
const LONGEST_GAP = 5;

/** Columns at which the text was cut, or 0 when every line is a paragraph of its own. */
export function wrapWidth(lines: readonly Line[]): number {
  const widths = new Uint16Array(WIDEST + 1);
  let count = 0;
  let wide = 0;
  for (const { kind, width } of lines) {
    if (kind !== 'text') continue;
    count++;
    if (width <= WIDEST) widths[width]!++;
    else if (++wide > 2) return 0;
  }
  const edge = count < 8 ? 0 : commonEdge(widths);
  if (edge < NARROWEST) return 0;
  let full = 0;
  let cut = 0;
  let over = 0;
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    if (line.width > edge + 6) over++;
    if (line.width < edge - RAGGED) continue;
    full++;
    if (!line.closed) cut++;
  }
  return full >= 5 && cut >= 4 && cut >= full * 0.6 && full >= count * 0.2 && over <= Math.max(1, count * 0.03) ? edge : 0;
}

/** The least width such that most lines end at it or a little short of it: one overlong line does not move the margin. */
function commonEdge(widths: Uint16Array): number {
  let edge = 0;
  let most = 0;
  let inside = 0;
  for (let width = 0; width < widths.length; width++) {
    inside += widths[width]! - (width > RAGGED ? widths[width - RAGGED - 1]! : 0);
    if (width < NARROWEST || inside <= most) continue;
    most = inside;
    edge = width;
  }
  return edge;
}

/** True when a hard-wrapped line goes on in the next one. */
export function runsOn(line: Line, next: Line, edge: number): boolean {
  if (line.width < edge - RAGGED) return isAmidst(line, edge) && !next.marked && next.from === 0;
  if (line.closed && /[。!?…]$/.test(line.raw.slice(0, line.to))) return line.width >= edge - 1 && !next.marked && next.from === 0;
  if (next.marked) return /[第条款、]$/.test(line.raw.slice(0, line.to));
  return next.from === 0 || line.from > 0;
}

/** A shorter line in the middle of a sentence: no heading, it has a comma and ends in no mark. */
const isAmidst = (line: Line, edge: number): boolean => line.width >= edge - VERY_RAGGED && !line.marked && !line.closed && /[,，][^,，]*[^,，、;；]$/.test(line.raw.slice(line.from, line.to));

/**
 * Which lines belong to a table: rows, and the short unpunctuated lines between and above them. A label with a single number behind it is a row only where a table has
 * already begun: elsewhere it may be anything.
 */
export function tableLines(lines: readonly Line[]): Uint8Array {
  const inside = new Uint8Array(lines.length);
  let lastRow = -1;
  // Cells since the last row, or more than are let pass.
  let gap = LONGEST_GAP + 1;
  // The number of the last row that is marked 一、 二、.
  let ordinal = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (!line.row && !(gap <= LONGEST_GAP && isShortRow(line))) {
      if (line.kind !== 'blank' && line.kind !== 'page') gap += isCell(line) && !isTopHeading(line) ? 1 : LONGEST_GAP + 1;
      continue;
    }
    inside[i] = 1;
    const from = Math.max(lastRow + 1, 0);
    const near = lastRow >= 0 && between(lines, from, i) <= LONGEST_GAP;
    markCells(lines, inside, from, i, near, near ? ordinal : 0);
    if (!near) ordinal = 0;
    for (let k = from; k <= i; k++) if (inside[k]) ordinal = topOrdinal(lines[k]!) ?? ordinal;
    lastRow = i;
    gap = 0;
  }
  return inside;
}

function between(lines: readonly Line[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (lines[i]!.kind === 'text') count++;
  return count;
}

/**
 * Marks cells backwards from a row: all short lines up to the last row when it is near, else only header cells right above. A line that looks like a heading is one
 * unless it goes on counting from the rows: `ordinal` is the number of the last that is marked so.
 */
function markCells(lines: readonly Line[], inside: Uint8Array, from: number, row: number, near: boolean, ordinal: number): void {
  for (let i = row - 1; i >= from; i--) {
    const line = lines[i]!;
    if (line.kind === 'blank' || line.kind === 'page') continue;
    const own = topOrdinal(line);
    const counted = ordinal > 0 && own === ordinal + 1 && i === row - 1;
    if (!isCell(line) || (own !== null && (!near || (line.width > 12 && !counted)))) return;
    if (!near && line.marked) return;
    inside[i] = 1;
  }
}

/** `（单位：万元）` in the head of a column; what a draft shows in place of a number. */
const NOTE = /[（(〔][^（）()〔〕]{0,24}[）)〕]/g;

const isCell = (line: Line): boolean => line.kind === 'text' && line.width <= SHORT_CELL && !/[。;:,，；：]/.test(line.raw.replace(NOTE, '')) && line.pieces.length === 1 && line.pieces[0]!.block.hashes === 0;

/** `行政许可 9487`: a label, blanks, a number (or what a draft shows in its place). */
const isShortRow = (line: Line): boolean => isCell(line) && line.width <= SHORT_ROW && !isTopHeading(line) && /\S[ \t\u3000]+(?:\d[\d.,]*%?|〔[^〕\s]*〕%?)$/.test(line.raw.slice(0, line.to));

/** The number of a line marked 一、, else null. */
function topOrdinal(line: Line): number | null {
  const marker = line.pieces[0]?.block.marker;
  return marker?.style === 'han' ? marker.ordinal : null;
}

const isTopHeading = (line: Line): boolean => topOrdinal(line) !== null;
