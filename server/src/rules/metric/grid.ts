/** Rows of numbers in tables, with the rows and columns that are meant to be the sum of the others. Reads what stands there; judges nothing. */

import { memoOn } from '../../base';
import { add, decimal, parseDecimal } from '../../report';
import type { Decimal, Report } from '../../report';
import { markerAt } from '../../syntax';
import type { Block, CompiledGrammar, Marker } from '../../syntax';
import type { Span } from '../../text';

/** A number of a table; `at` is absolute. */
export interface Cell {
  readonly value: Decimal;
  /** It cannot be added up: a percentage, or a blank that is still to be filled in. */
  readonly open: boolean;
  readonly at: Span;
}

/** A line of a section that may belong to a table: its number, label and the numbers at its end. */
export interface Row {
  /** Folded, blanks taken out. */
  readonly label: string;
  readonly marker: Marker | null;
  readonly cells: readonly Cell[];
  /** The label says that something is the sum of others: this row, or, in a line without numbers, a column. */
  readonly total: boolean;
  /** One of its cells is. */
  readonly open: boolean;
}

/** The rows of each section that holds a table, in document order; headings, page lines and notes are left out. */
export function tablesOf({ tree, roles }: Report): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  let rows: Row[] = [];
  const close = (): void => {
    if (rows.some(({ cells }) => cells.length > 0)) tables.push(rows);
    rows = [];
  };
  tree.blocks.forEach((block, index) => {
    const role = roles[index];
    if (role === 'heading') close();
    // A long cell that is broken over two lines looks like a line of text.
    else if (role === 'table' || (role === 'body' && rows.length > 0)) rows.push(placed(block, tree.starts[index]!, tree.grammar));
  });
  close();
  return tables;
}

function placed(block: Block, start: number, grammar: CompiledGrammar): Row {
  const { label, cells } = readRow(block);
  return {
    label,
    open: cells.some((cell) => cell.open),
    marker: markerAt(block.text, 0),
    total: block.kind === 'table' && grammar.tableTotal.test(label),
    cells: cells.map(({ value, open, at }) => ({ value, open, at: { start: start + at.start, end: start + at.end } })),
  };
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const EMPTY = /^[-—–/]*$/;
const UNTOLD = /^(?:〔.*〕|[\d.,]+)[%‰]?$/;

const readRow = memoOn((block: Block): Pick<Row, 'label' | 'cells'> => {
  const words = block.kind === 'table' ? wordsOf(block.text) : [];
  let first = words.length;
  while (first > 0 && [NUMBER, EMPTY, UNTOLD].some((kind) => kind.test(words[first - 1]!.text))) first--;
  const cells = words.slice(first).map(({ text, at }): Cell => {
    const told = NUMBER.test(text);
    return { value: told ? parseDecimal(text.replace(/[+,]/g, '')) : decimal(0n), open: !told && !EMPTY.test(text), at };
  });
  const label = (cells.length > 0 ? words.slice(0, first).map(({ text }) => text).join('') : block.text).replace(/[\s|]/g, '');
  return { label, cells };
});

/** The cells of a line: between bars or tabs, empty ones included, else what blanks part. */
function wordsOf(text: string): readonly { readonly text: string; readonly at: Span }[] {
  const parted = text.startsWith('|') ? /[^|]+/g : text.includes('\t') ? /[^\t]+|(?<=\t)(?=\t)/g : /\S+/g;
  return [...text.matchAll(parted)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    const word = match[0].trim();
    return { text: word, at: { start: match.index + lead, end: match.index + lead + word.length } };
  });
}

export const sumOf = (cells: readonly Cell[]): Decimal => cells.reduce((sum, { value }) => add(sum, value), decimal(0n));

export const isZero = ({ digits }: Decimal): boolean => digits === 0n;
