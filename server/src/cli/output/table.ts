/**
 * Aligned columns on a terminal, by display width. Layout only.
 */
import { columnsOf } from './width';
import { printable } from './style';

export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Widest it may become; longer texts are cut. */
  readonly most?: number;
}

/** Lines of a table with its heads, two blanks between columns, none at the ends of lines. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const cells = [columns.map(({ head }) => head), ...rows].map((row) => row.map((cell, at) => cut(printable(cell), columns[at]?.most ?? Infinity)));
  const widths = columns.map((_, at) => cells.reduce((widest, row) => Math.max(widest, columnsOf(row[at] ?? '')), 0));
  return cells.map((row) => row.map((cell, at) => filled(cell, widths[at]!, columns[at]!.align)).join('  ').trimEnd());
}

function filled(cell: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - columnsOf(cell)));
  return align === 'left' ? cell + blanks : blanks + cell;
}

function cut(cell: string, most: number): string {
  if (columnsOf(cell) <= most) return cell;
  let kept = '';
  for (const character of cell) {
    if (columnsOf(kept + character) > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
