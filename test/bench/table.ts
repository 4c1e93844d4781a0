/** Numbers of the benchmark as a plain table: columns padded, numbers to the right. */

const WIDE = /[\p{Script=Han}，。（）]/u;
const width = (text: string): number => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

/** Rows under a heading; the first column to the left, all others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => {
      const gap = ' '.repeat(widths[column]! - width(cell));
      return column === 0 ? cell + gap : gap + cell;
    }).join('  ');
  return [line(head), widths.map((size) => '-'.repeat(size)).join('  '), ...rows.map(line)].join('\n');
}

/** Milliseconds with three significant digits. */
export const milliseconds = (value: number): string => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));
