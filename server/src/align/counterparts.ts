/**
 * The same figure in another place: elsewhere in its report, or in the report of another year. Figures are matched by what they count, never by their values; where more
 * than one could be meant, none is.
 */

import { memoOn } from '../base';
import { plansIn, readFigures } from '../report';
import type { CompiledUnits, Figure, PlacedFigure, Report } from '../report';

/** What a figure counts, in words: verb and subject (受理申请), of a percentage the other way round (产值增长). Empty when nothing tells. */
export const nameOfFigure = ({ verb, subject, kind }: Figure): string => (subject.startsWith(verb) ? subject : kind === 'percent' ? subject + verb : verb + subject);

/** Names shorter than this are those of many things; of a rate, which has 率 in it, one character less. */
const TELLING = 4;

/** Equal for figures that say the same of the same thing; null for one that nothing names, for an end of a range, and for a share of a whole that is not named. */
export function keyOfFigure(figure: Figure, units: CompiledUnits): string | null {
  const subject = bare(figure.subject);
  if (subject.length < 2 || figure.verb.length + subject.length < (figure.kind === 'percent' ? TELLING - 1 : TELLING) || figure.range !== null) return null;
  if (figure.kind === 'percent' && units.relations.shareOf.test(figure.verb + subject)) return null;
  return [figure.verb, subject, figure.unit, figure.kind].join('|');
}

/**
 * The same without the verb, where the subject alone is telling; null where it is not. What was added or lost is not what there is, and a percentage is nothing without its
 * verb.
 */
export function looseKeyOfFigure(figure: Figure, units: CompiledUnits): string | null {
  const subject = bare(figure.subject);
  if (subject.length < TELLING || figure.range !== null || figure.kind === 'percent') return null;
  const verb = units.verbs.from(figure.verb, 0)?.value;
  return verb === 'rise' || verb === 'fall' || units.relations.increase.test(figure.verb) ? null : [subject, figure.unit, figure.kind].join('|');
}

/** Quotation marks, brackets and years are no part of a name. */
const bare = (subject: string): string => subject.replace(/(?:19|20)\d\d年度?/g, '').replace(/[“”"‘’'《》〈〉()\s]/g, '');

/** Figures of the report that say the same of the same time, itself included, in document order: its mentions. */
export function mentionsOf(report: Report, index: number, units: CompiledUnits): readonly PlacedFigure[] {
  const figures = readFigures(report, units);
  const own = figures[index];
  const key = own && keyOfFigure(own.figure, units);
  if (!own || !key) return own ? [own] : [];
  const time = timeOf(report, own);
  return figures.filter((other) => timeOf(report, other) === time && keyOfFigure(other.figure, units) === key);
}

type Counterparts = ReadonlyMap<number, PlacedFigure>;

const known = new WeakMap<Report, WeakMap<Report, Counterparts>>();

/**
 * For figures of `report` by position: the figure of `other` that says the same of the same time in its own report. Those without exactly one are left out. Worked
 * out once for two reports.
 */
export function counterpartsOf(report: Report, other: Report, units: CompiledUnits): Counterparts {
  const ofReport = known.get(report) ?? new WeakMap<Report, Counterparts>();
  known.set(report, ofReport);
  const pairs = ofReport.get(other) ?? pairUp(report, other, units);
  ofReport.set(other, pairs);
  return pairs;
}

function pairUp(report: Report, other: Report, units: CompiledUnits): Counterparts {
  const own = readFigures(report, units);
  const theirs = readFigures(other, units);
  const pairs = new Map<number, PlacedFigure>();
  for (const key of [(figure: Figure) => keyOfFigure(figure, units), (figure: Figure) => looseKeyOfFigure(figure, units)]) {
    const taken = new Set([...pairs.values()].map((figure) => figure.index));
    const left = grouped(report, own.filter((figure) => !pairs.has(figure.index)), key);
    const right = grouped(other, theirs.filter((figure) => !taken.has(figure.index)), key);
    for (const [name, mine] of left) for (const [a, b] of paired(mine, right.get(name) ?? [], report, other)) pairs.set(a.index, b);
  }
  return pairs;
}

function grouped(report: Report, figures: readonly PlacedFigure[], key: (figure: Figure) => string | null): ReadonlyMap<string, readonly PlacedFigure[]> {
  const groups = new Map<string, PlacedFigure[]>();
  for (const placed of figures) {
    const own = key(placed.figure);
    if (own === null) continue;
    const name = `${timeOf(report, placed)}|${own}`;
    const group = groups.get(name);
    if (group) group.push(placed);
    else groups.set(name, [placed]);
  }
  return groups;
}

/** Which time a figure speaks of, seen from its report: years before or after, a total of several years, or what is planned. */
export function timeOf(report: Report, placed: PlacedFigure): string {
  if (placed.figure.period.kind === 'total') return 'total';
  if (plannedSections(report).has(placed.section)) return 'plan';
  const { year } = report.period;
  return year === null || placed.year === null ? '0' : String(placed.year - year);
}

/** Sections whose heading, or that of a section around them, speaks of what is to come. */
const plannedSections = memoOn((report: Report): ReadonlySet<number> => {
  const planned = new Set<number>();
  for (const { index, words, parent } of report.sections) if ((parent && planned.has(parent.index)) || plansIn(words, report.tree.grammar)) planned.add(index);
  return planned;
});

type Pair = readonly [PlacedFigure, PlacedFigure];

/** One against one, or several mentions of one value each; else by section, where the sections have the same heading. */
function paired(mine: readonly PlacedFigure[], theirs: readonly PlacedFigure[], report: Report, other: Report): readonly Pair[] {
  if (theirs.length === 0) return [];
  if (isOne(mine) && isOne(theirs)) return mine.map((figure) => [figure, theirs[0]!] as const);
  const here = byHeading(report, mine);
  const there = byHeading(other, theirs);
  return [...here].flatMap(([heading, own]): readonly Pair[] => {
    const match = there.get(heading);
    return heading !== '' && match && isOne(own) && isOne(match) ? own.map((figure) => [figure, match[0]!] as const) : [];
  });
}

function byHeading(report: Report, figures: readonly PlacedFigure[]): ReadonlyMap<string, readonly PlacedFigure[]> {
  const groups = new Map<string, PlacedFigure[]>();
  for (const figure of figures) {
    const heading = headingOf(report, figure);
    const group = groups.get(heading);
    if (group) group.push(figure);
    else groups.set(heading, [figure]);
  }
  return groups;
}

/** They all state one value. */
const isOne = (figures: readonly PlacedFigure[]): boolean => figures.every(({ figure }) => amountOf(figure) === amountOf(figures[0]!.figure));

const amountOf = ({ amount }: Figure): string => `${amount.digits}/${amount.decimals}`;

const headingOf = (report: Report, { section }: PlacedFigure): string => (section < 0 ? '' : report.sections[section]!.words.replace(/(?:19|20)\d\d\s?年度?/g, ''));
