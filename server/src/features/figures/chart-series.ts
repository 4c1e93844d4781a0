/**
 * What a chart shows: figures chosen and put side by side, of several reports or of one. Numbers and words only; the drawing is in chart.ts.
 */

import { keyOfFigure, looseKeyOfFigure, nameOfFigure, timeOf } from '../../align';
import { readFigures, toNumber } from '../../report';
import type { Bound, CompiledUnits, FigureKind, PlacedFigure, Report } from '../../report';
import type { FigureRow } from './table';
import { groupedText } from './words';

/** A figure as a chart needs it; holds nothing of its report. */
export interface ChartFigure {
  /** Equal for figures that say the same; `loose` leaves the verb out and is empty where that would mix different things. */
  readonly key: string;
  readonly loose: string;
  readonly name: string;
  readonly subject: string;
  readonly unit: string;
  readonly scale: string;
  readonly kind: FigureKind;
  readonly amount: number;
  /** Numeral in plain digits, with a sign for what is not exact. */
  readonly label: string;
  /** Topic, else section; empty before the first. */
  readonly group: string;
  /** Zero-based line of the numeral. */
  readonly line: number;
}

/** A report in a chart. */
export interface ChartReport {
  readonly name: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly figures: readonly ChartFigure[];
}

/** One value: of a report (`label` is its year or name), or of a figure (its name). Null where a report does not give it. */
export interface Point {
  readonly label: string;
  readonly amount: number | null;
  readonly value: string;
  readonly line: number;
}

/** What one panel shows. `line`: points are years in a row; `column`: few reports; `bar`: long labels or many of them. */
export interface Series {
  readonly form: 'line' | 'column' | 'bar';
  readonly title: string;
  readonly unit: string;
  readonly percent: boolean;
  readonly points: readonly Point[];
}

const MOST_PANELS = 30;
const MOST_COLUMNS = 8;
const MOST_BARS = 8;

/** A report's figures of its own year that have a name. */
export function chartReport(report: Report, rows: readonly FigureRow[], units: CompiledUnits, name: string): ChartReport {
  const figures = readFigures(report, units).flatMap((placed): readonly ChartFigure[] => {
    const key = keyOfFigure(placed.figure, units);
    return key === null || timeOf(report, placed) !== '0' ? [] : [chartFigure(placed, key, rows[placed.index]!, units)];
  });
  return { name, title: report.title?.text ?? null, year: report.period.year, figures };
}

const SIGNS: Readonly<Record<Bound, string>> = { exact: '', about: '≈', over: '>', least: '≥', under: '<', most: '≤' };

function chartFigure({ figure }: PlacedFigure, key: string, row: FigureRow, units: CompiledUnits): ChartFigure {
  return {
    key,
    loose: looseKeyOfFigure(figure, units) ?? '',
    name: nameOfFigure(figure),
    subject: figure.subject,
    unit: figure.unit,
    scale: figure.scale,
    kind: figure.kind,
    amount: toNumber(figure.amount),
    label: SIGNS[figure.bound] + groupedText(figure.value),
    group: row.topic || row.section,
    line: row.line,
  };
}

/** Figures that at least two of the reports give, in the order in which they are first given; those that most reports give, where there are too many. */
export function comparedSeries(reports: readonly ChartReport[]): readonly Series[] {
  const ordered = inOrder(reports);
  const labels = labelsOf(ordered);
  const years = ordered.every(({ year }) => year !== null) && new Set(ordered.map(({ year }) => year)).size === ordered.length;
  const found = groupsOf(ordered).flatMap((given): readonly Compared[] => {
    const own = ordered.map((_, index) => only(given.get(index) ?? []));
    const count = own.filter(Boolean).length;
    return count < 2 ? [] : [{ series: seriesOf(own, labels, years), count }];
  });
  const fewest = [...found].sort((a, b) => b.count - a.count)[MOST_PANELS - 1]?.count ?? 0;
  const chosen = found.filter(({ count }) => count > fewest).length;
  let room = MOST_PANELS - chosen;
  return found.filter(({ count }) => count > fewest || (count === fewest && room-- > 0)).map(({ series }) => series);
}

interface Compared {
  readonly series: Series;
  readonly count: number;
}

const inOrder = (reports: readonly ChartReport[]): readonly ChartReport[] => [...reports].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));

/** Years where they tell the reports apart, else names. */
function labelsOf(reports: readonly ChartReport[]): readonly string[] {
  const years = reports.map(({ year }) => (year === null ? '' : String(year)));
  return new Set(years).size === reports.length && !years.includes('') ? years : reports.map(nameOfReport);
}

/** The name of its file without the ending that says it is text. */
export const nameOfReport = ({ name }: ChartReport): string => name.replace(/(?:\.(?:txt|md|report))+$/, '');

/** Figures by what they count, and those by position of their report. Without the verb, where no report then gives two values. */
function groupsOf(reports: readonly ChartReport[]): readonly ReadonlyMap<number, readonly ChartFigure[]>[] {
  const split = new Set(reports.flatMap(({ figures }) => severalValues(figures)));
  const groups = new Map<string, Map<number, ChartFigure[]>>();
  reports.forEach(({ figures }, index) => {
    for (const figure of figures) {
      const name = figure.loose === '' || split.has(figure.loose) ? `key ${figure.key}` : `loose ${figure.loose}`;
      const group = groups.get(name) ?? new Map<number, ChartFigure[]>();
      groups.set(name, group);
      const own = group.get(index);
      if (own) own.push(figure);
      else group.set(index, [figure]);
    }
  });
  return [...groups.values()];
}

/** Loose keys under which one report gives more than one value. */
function severalValues(figures: readonly ChartFigure[]): readonly string[] {
  const first = new Map<string, number>();
  const several: string[] = [];
  for (const { loose, amount } of figures) {
    if ((first.get(loose) ?? amount) !== amount) several.push(loose);
    else first.set(loose, amount);
  }
  return several;
}

const isOne = (figures: readonly ChartFigure[]): boolean => figures.every(({ amount }) => amount === figures[0]!.amount);

/** The figure, when all mentions state one value; otherwise it is not clear which one is meant. */
const only = (figures: readonly ChartFigure[]): ChartFigure | null => (figures.length > 0 && isOne(figures) ? figures[0]! : null);

function seriesOf(given: readonly (ChartFigure | null)[], labels: readonly string[], years: boolean): Series {
  const own = given.filter((figure) => figure !== null);
  const first = own[0]!;
  const sameScale = own.every(({ scale }) => scale === first.scale);
  const sameName = own.every(({ name }) => name === first.name);
  // Names of reports need a line of their own.
  const form = years && own.length >= 3 ? 'line' : years && given.length <= MOST_COLUMNS ? 'column' : 'bar';
  const all = given.map((figure, index): Point => ({ label: labels[index]!, amount: figure?.amount ?? null, value: figure ? valueOf(figure, sameScale) : '', line: figure?.line ?? 0 }));
  // Of many reports only those that give it: a long list of blanks shows nothing.
  const points = form === 'bar' ? all.filter(({ amount }) => amount !== null) : all;
  return { form, title: sameName ? first.name : first.subject, unit: (sameScale ? first.scale : '') + first.unit, percent: first.kind === 'percent', points };
}

const valueOf = ({ label, scale }: ChartFigure, sameScale: boolean): string => label + (sameScale ? '' : scale);

/** Figures of one report by topic and unit, where at least two of them can be compared: the largest of each, in the order of the text. */
export function ownSeries({ figures }: ChartReport): readonly Series[] {
  const groups = new Map<string, ChartFigure[]>();
  const seen = new Set<string>();
  for (const figure of figures) {
    const mention = `${figure.key}|${figure.amount}`;
    if (seen.has(mention)) continue;
    seen.add(mention);
    const name = `${figure.group}\n${figure.unit}`;
    const group = groups.get(name);
    if (group) group.push(figure);
    else groups.set(name, [figure]);
  }
  const comparable = [...groups.values()].filter((group) => group.length > 1 && group.some(({ amount }) => amount > 0));
  return comparable.slice(0, MOST_PANELS).map(ownOf);
}

function ownOf(group: readonly ChartFigure[]): Series {
  const first = group[0]!;
  const least = [...group].sort((a, b) => b.amount - a.amount)[MOST_BARS - 1]?.amount ?? -Infinity;
  const largest = group.filter(({ amount }) => amount >= least).slice(0, MOST_BARS);
  const sameScale = largest.every(({ scale }) => scale === first.scale);
  const points = largest.map((figure): Point => ({ label: figure.name, amount: figure.amount, value: valueOf(figure, sameScale), line: figure.line }));
  return { form: 'bar', title: first.group, unit: (sameScale ? first.scale : '') + first.unit, percent: first.kind === 'percent', points };
}
