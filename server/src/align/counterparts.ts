/**
 * The same figure in another place: elsewhere in its report, or in the report of another year. Figures are matched by what they count, never by their values; where more
 * than one could be meant, none is.
 */

import { readFigures, withoutYears } from '../report';
import type { CompiledUnits, Figure, PlacedFigure, Report } from '../report';

/** What a figure counts, in words: the verb and the subject as written (受理行政复议申请). Empty when nothing tells. */
export const nameOfFigure = ({ verb, subject }: Figure): string => (subject.startsWith(verb) ? subject : verb + subject);

/** Subjects shorter than this are too common to stand for a figure without its verb. */
const TELLING = 4;

/** Equal for figures that say the same of the same thing; null for a figure that nothing names. */
export function keyOfFigure(figure: Figure): string | null {
  const subject = bare(figure.subject);
  return subject.length < 2 || figure.range !== null ? null : [figure.verb, subject, figure.unit, figure.kind].join('|');
}

/** The same without the verb, where the subject alone is telling. */
function looseKey(figure: Figure): string | null {
  const subject = bare(figure.subject);
  return subject.length < TELLING || figure.range !== null ? null : [subject, figure.unit, figure.kind].join('|');
}

/** Quotation marks, brackets and years are no part of a name. */
const bare = (subject: string): string => withoutYears(subject).replace(/[“”"‘’'《》〈〉()\s]/g, '');

/** Figures of the report that say the same of the same year, itself included, in document order: its mentions. */
export function mentionsOf(report: Report, index: number, units: CompiledUnits): readonly PlacedFigure[] {
  const figures = readFigures(report, units);
  const own = figures[index];
  const key = own && keyOfFigure(own.figure);
  if (!own || key === null) return own ? [own] : [];
  return figures.filter((other) => other.year === own.year && keyOfFigure(other.figure) === key);
}

/** For figures of `report` by position: the figure of `other` that says the same of the other report's year. Those without exactly one are left out. */
export function counterpartsOf(report: Report, other: Report, units: CompiledUnits): ReadonlyMap<number, PlacedFigure> {
  const own = figuresOfYear(report, units);
  const theirs = figuresOfYear(other, units);
  const pairs = new Map<number, PlacedFigure>();
  for (const key of [keyOfFigure, looseKey]) {
    const taken = new Set([...pairs.values()].map((figure) => figure.index));
    const left = grouped(own.filter((figure) => !pairs.has(figure.index)), key);
    const right = grouped(theirs.filter((figure) => !taken.has(figure.index)), key);
    for (const [name, mine] of left) for (const [a, b] of paired(mine, right.get(name) ?? [], report, other)) pairs.set(a.index, b);
  }
  return pairs;
}

/** Figures of the report's own year: not last year's that it compares with. */
const figuresOfYear = (report: Report, units: CompiledUnits): readonly PlacedFigure[] => readFigures(report, units).filter(({ year }) => year === report.period.year);

function grouped(figures: readonly PlacedFigure[], key: (figure: Figure) => string | null): ReadonlyMap<string, readonly PlacedFigure[]> {
  const groups = new Map<string, PlacedFigure[]>();
  for (const placed of figures) {
    const name = key(placed.figure);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(placed);
    else groups.set(name, [placed]);
  }
  return groups;
}

type Pair = readonly [PlacedFigure, PlacedFigure];

/** One against one, or several mentions of one value each; else by section, where the sections have the same heading. */
function paired(mine: readonly PlacedFigure[], theirs: readonly PlacedFigure[], report: Report, other: Report): readonly Pair[] {
  if (theirs.length === 0) return [];
  if (isOne(mine) && isOne(theirs)) return mine.map((figure) => [figure, theirs[0]!] as const);
  return mine.flatMap((figure): readonly Pair[] => {
    const heading = headingOf(report, figure);
    const beside = mine.filter((one) => headingOf(report, one) === heading);
    const there = theirs.filter((one) => headingOf(other, one) === heading);
    return heading !== '' && isOne(beside) && there.length > 0 && isOne(there) ? [[figure, there[0]!]] : [];
  });
}

/** They all state one value. */
const isOne = (figures: readonly PlacedFigure[]): boolean => figures.every(({ figure }) => amountOf(figure) === amountOf(figures[0]!.figure));

const amountOf = ({ amount }: Figure): string => `${amount.digits}/${amount.decimals}`;

const headingOf = (report: Report, { section }: PlacedFigure): string => (section < 0 ? '' : withoutYears(report.sections[section]!.words));
