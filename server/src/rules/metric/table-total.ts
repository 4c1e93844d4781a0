/** Reports a total in a table that its row or its column does not make. */

import { compare, decimal, formatDecimal, multiply, subtract } from '../../report';
import type { Decimal } from '../../report';
import type { Marker } from '../../syntax';
import { defineReportRule } from '../rule';
import type { Found } from '../rule';
import { isZero, sumOf, tablesOf } from './grid';
import type { Cell, Row } from './grid';
import page from './table-total.md';

/** Rows that must add up before one that does not is believed to be wrong. */
const WITNESSES = 3;
/** So many right rows to a wrong one. */
const RIGHT_TO_WRONG = 4;

export const tableTotal = defineReportRule({
  code: 'metric/table-total',
  group: 'metric',
  since: '0.1.0',
  severity: 'warning',
  basis: ['arithmetic'],
  fix: null,
  page,
  messages: {
    row: { zh: '合计写作{whole}，本行各格相加为{sum}；同表另有{count}行都对得上，请核对。', en: 'The total says {whole}, the cells of this row make {sum}; {count} other rows of the table add up. Check them.' },
    column: { zh: '“{label}”写作{whole}，上面各行相加为{sum}；请核对总数与各行。', en: '“{label}” says {whole}, the rows above make {sum}. Check the total and the rows.' },
    part: { zh: '相加的一格', en: 'One of the cells' },
  },
  *check({ report }) {
    for (const rows of tablesOf(report)) {
      const columns = [...wrongColumns(rows)];
      yield* columns;
      // A wrong total of a column makes its row wrong as well: that is one mistake.
      const told = new Set(columns.map(({ at }) => at.start));
      for (const sum of wrongRows(rows)) if (!told.has(sum.whole.at.start) && !sum.parts.some(({ at }) => told.has(at.start))) yield found(sum, 'row', { count: sum.witnesses });
    }
  },
});

interface Sum {
  readonly whole: Cell;
  readonly parts: readonly Cell[];
  readonly sum: Decimal;
  readonly holds: boolean;
}

function sumFor(whole: Cell, parts: readonly Cell[]): Sum {
  const sum = sumOf(parts);
  return { whole, parts, sum, holds: compare(sum, whole.value) === 0 };
}

/** Nothing but zeros proves nothing, nor does what cannot be added up. */
const tells = ({ whole, parts, sum }: Sum): boolean => (!isZero(whole.value) || !isZero(sum)) && !whole.open && !parts.some(({ open }) => open);

const isJoint = ({ parts }: Sum): boolean => parts.filter(({ value }) => !isZero(value)).length > 1;

/** Rows of one width whose last (or first) cell is the sum of the others, as nearly all of them show. */
function* wrongRows(rows: readonly Row[]): Iterable<Sum & { readonly witnesses: number }> {
  const headed = rows.some(({ total, cells }) => total && cells.length === 0);
  for (const grid of byWidth(rows.filter(({ open }) => !open)).values()) {
    for (const sums of [grid.map(({ cells }) => sumFor(cells.at(-1)!, cells.slice(0, -1))), grid.map(({ cells }) => sumFor(cells[0]!, cells.slice(1)))]) {
      const telling = sums.filter(tells);
      const right = telling.filter(({ holds }) => holds);
      const wrong = telling.filter(({ holds }) => !holds);
      const joint = right.filter(isJoint).length;
      // One number beside zeros equals its total in any table: such rows count only where a head says what the column is.
      if ((headed ? right.length : joint) < WITNESSES || wrong.length * RIGHT_TO_WRONG > right.length) continue;
      for (const sum of wrong) yield { ...sum, witnesses: right.length };
      break;
    }
  }
}

function byWidth(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const grids = new Map<number, Row[]>();
  for (const row of rows) {
    const { length } = row.cells;
    const grid = grids.get(length);
    if (grid) grid.push(row);
    else if (length > 2) grids.set(length, [row]);
  }
  return grids;
}

/** A row of totals: a numbered one ((七)总计) whose list stands above it, complete from its first number, or one without number (合计) below rows like itself. */
function* wrongColumns(rows: readonly Row[]): Iterable<Found> {
  for (let i = 0, from = 0; i < rows.length; i++) {
    const { total, cells, label, marker } = rows[i]!;
    if (!total || cells.length === 0) continue;
    const above = rows.slice(from, i);
    const list = marker ? listAbove(above, marker, cells.length) : rowsAbove(above, cells.length);
    from = i + 1;
    if (!list) continue;
    const columns = cells.map((whole, column) => [list.all, list.numbered].map((own) => sumFor(whole, own.map((row) => row.cells[column]!)))).filter((ways) => tells(ways[0]!));
    const wrong = columns.filter((ways) => ways.every(({ holds }) => !holds));
    const name = { label: marker ? label.slice(marker.written.length) : label };
    const proved = wrong.length < columns.length;
    if (marker && proved) for (const [sum] of wrong) yield found(sum!, 'column', name);
    // With no column that adds up the rows may be of another kind, unless they are a full list and miss the total by little.
    else if (marker && wrong.every((ways) => ways.some(isNear))) for (const ways of wrong) yield { ...found(ways.find(isNear)!, 'column', name), severity: 'info' };
    // Rows without numbers prove themselves by a column that adds up; one far off (rates, means) is not meant to.
    else if (!marker && columns.some(([sum]) => sum!.holds && isJoint(sum!))) for (const [sum] of wrong) if (isClose(sum!)) yield found(sum!, 'column', name);
  }
}

/** A sum is close that is not farther from its total than a fifth of that; near if it has so many parts as well. */
const NEAREST = decimal(5n);
const FEWEST_PARTS = 3;

function isClose({ whole, sum }: Sum): boolean {
  const apart = compare(sum, whole.value) > 0 ? subtract(sum, whole.value) : subtract(whole.value, sum);
  return compare(multiply(apart, NEAREST), whole.value) <= 0;
}

const isNear = (sum: Sum): boolean => isClose(sum) && sum.parts.filter(({ value }) => !isZero(value)).length >= FEWEST_PARTS;

interface List {
  readonly all: readonly Row[];
  readonly numbered: readonly Row[];
}

/** The rows directly above that have the columns of a total; null where there are fewer than two. */
function rowsAbove(rows: readonly Row[], width: number): List | null {
  let first = rows.length;
  while (first > 0 && rows[first - 1]!.cells.length === width) first--;
  const all = rows.slice(first);
  return all.length < 2 ? null : { all, numbered: all };
}

/** The rows from the number 1 of a list to the row before its total: all of them, and those that bear a number of the list (where these sum up their own parts). Null when a number of the list is not there or a row has other columns. */
function listAbove(rows: readonly Row[], { style, ordinal }: Marker, width: number): List | null {
  const own = ({ marker }: Row): boolean => marker !== null && marker.style === style;
  let first = rows.length;
  for (let next = ordinal - 1; next > 0; next--) {
    do first--;
    while (first >= 0 && !own(rows[first]!));
    if (first < 0 || rows[first]!.marker!.ordinal !== next) return null;
  }
  const all = rows.slice(first).filter(({ cells }) => cells.length > 0);
  if (ordinal < 3 || all.length < 2 || all.some(({ cells }) => cells.length !== width)) return null;
  return { all, numbered: all.filter(own) };
}

const found = ({ whole, parts, sum }: Sum, message: string, args: Found['args']): Found => ({
  at: whole.at,
  message,
  args: { ...args, whole: formatDecimal(whole.value), sum: formatDecimal(sum) },
  related: parts.filter(({ value }) => !isZero(value)).map(({ at }) => ({ at, message: 'part' })),
});
