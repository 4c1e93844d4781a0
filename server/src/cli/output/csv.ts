/**
 * Rows of comma-separated values (RFC 4180) that a spreadsheet opens as they are. Knows nothing of what is in them.
 */

/** Tells a spreadsheet that the file is UTF-8; without it Chinese text comes out as rubbish. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One record with its line break. Numbers stay numbers; a text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;
