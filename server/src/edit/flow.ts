/**
 * Lines as the document has them: what ends a line, and where lines are cut in a text that was cut at a margin (copied out of a PDF). Text put into such a document
 * must be cut like the rest, otherwise the lines behind it are read as its continuation.
 */

import { memoOn } from '../base';
import type { Report } from '../report';

/** CRLF where the document has it. */
export const lineBreak = (report: Report): string => (report.tree.text.value.includes('\r\n') ? '\r\n' : '\n');

/** Lines that show where the margin is. */
const ENOUGH = 200;
const HANGS = /[，。、；：！？）》〉”’％,.;:!?)%]/;
const OPENS = /[（《〈“‘〔(]/;
const JOINED = /[A-Za-z0-9.%％]/;

/** Letters and digits take one column, everything else two, as on paper. */
const columnsOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[A-Za-z0-9 ]/.test(character) ? 1 : 2), 0);

/** Columns after which lines are cut; null where paragraphs stand on one line each. */
const marginOf: (report: Report) => number | null = memoOn(({ tree }: Report): number | null => {
  const counts = new Map<number, number>();
  let seen = 0;
  for (const { map, raw } of tree.blocks) {
    if (!map || seen > ENOUGH) continue;
    for (const line of raw.split(/\r\n|\r|\n/).slice(0, -1)) {
      const columns = columnsOf(line.trimEnd());
      counts.set(columns, (counts.get(columns) ?? 0) + 1);
      seen++;
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most ? most[0] : null;
});

/** `text` cut at the document's margin when it is put in at `at`; as it is where the document has no margin. */
export function flowed(report: Report, text: string, at: number): string {
  const margin = marginOf(report);
  if (margin === null) return text;
  const { value } = report.tree.text;
  const before = value.slice(Math.max(value.lastIndexOf('\n', at - 1), value.lastIndexOf('\r', at - 1)) + 1, at);
  const [first, ...rest] = text.split(/\r\n|\r|\n/);
  const line = lineBreak(report);
  return [cut(first!, margin, columnsOf(before), line), ...rest.map((one) => cut(one, margin, 0, line))].join(line);
}

/** Numbers and words stay whole, closing marks hang, opening marks go along with what they open. */
function cut(text: string, margin: number, from: number, line: string): string {
  const characters = [...text];
  let column = from;
  let result = '';
  characters.forEach((character, i) => {
    const before = characters[i - 1];
    const wide = columnsOf(character);
    const mayCut = before === undefined ? from > 0 : !OPENS.test(before) && !(JOINED.test(before) && JOINED.test(character));
    if (column + wide > margin && mayCut && !HANGS.test(character)) {
      result += line;
      column = 0;
    }
    result += character;
    column += wide;
  });
  return result;
}
