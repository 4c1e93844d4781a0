/**
 * One thing counted now in one unit and now in another that means something else (人 and 人次). A hint, and only where the same words name what is counted: people and
 * the times they came are different things, and often both are meant.
 */

import { readFigures } from '../../report';
import type { CompiledUnits, PlacedFigure } from '../../report';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import page from './mixed-unit.md';

/** A shorter name is shared by different things. */
const SHORTEST_SUBJECT = 2;
/** Each unit must be used this often for one thing, unless the sentences say the same verb of it. */
const OFTEN = 2;

function* check({ report, units }: ReportContext): Iterable<Found> {
  for (const [subject, group] of bySubject(pairedFigures(readFigures(report, units), units))) {
    const pair = pairOf(group, units);
    if (!pair) continue;
    const [common, rare] = pair;
    const first = rare[0]!;
    const args = { subject, unit: first.figure.unit, other: common[0]!.figure.unit };
    yield { at: { start: first.numeralAt.start, end: first.at.end }, message: 'mixed', args, related: [{ at: common[0]!.at, message: 'other', args }] };
  }
}

/** Figures of units that the report has doubled and undoubled; in most reports none. */
function pairedFigures(figures: readonly PlacedFigure[], { doubles }: CompiledUnits): readonly PlacedFigure[] {
  const doubled = new Set<string>();
  for (const { figure: { unit } } of figures) if (unit.length > 1 && doubles.has(unit[unit.length - 1]!)) doubled.add(unit);
  if (doubled.size === 0) return [];
  const single = new Set([...doubled].map((unit) => unit.slice(0, -1)));
  const both = new Set([...single].filter((unit) => figures.some(({ figure }) => figure.unit === unit)));
  return both.size === 0 ? [] : figures.filter(({ figure: { unit } }) => both.has(unit) || (doubled.has(unit) && both.has(unit.slice(0, -1))));
}

/** Figures by the words that name what they count; inherited names and those of comparison are left out. */
function bySubject(figures: readonly PlacedFigure[]): ReadonlyMap<string, readonly PlacedFigure[]> {
  const groups = new Map<string, PlacedFigure[]>();
  for (const placed of figures) {
    const { figure } = placed;
    if (figure.inherited || figure.subject.length < SHORTEST_SUBJECT || figure.unit === '' || figure.lead === 'part') continue;
    const group = groups.get(figure.subject);
    if (group) group.push(placed);
    else groups.set(figure.subject, [placed]);
  }
  return groups;
}

/** The figures of the commoner unit and of the rarer one; null when nothing shows that one thing is meant. */
function pairOf(group: readonly PlacedFigure[], units: CompiledUnits): readonly [readonly PlacedFigure[], readonly PlacedFigure[]] | null {
  if (group.length < 2) return null;
  for (const single of new Set(group.map(({ figure }) => figure.unit))) {
    for (const mark of units.doubles) {
      const ones = group.filter(({ figure }) => figure.unit === single);
      const doubled = group.filter(({ figure }) => figure.unit === single + mark);
      if (doubled.length === 0 || !(isOften(ones, doubled) || sameVerb(ones, doubled))) continue;
      const isCommon = ones.length === doubled.length ? ones[0]!.index < doubled[0]!.index : ones.length > doubled.length;
      return isCommon ? [ones, doubled] : [doubled, ones];
    }
  }
  return null;
}

const isOften = (a: readonly PlacedFigure[], b: readonly PlacedFigure[]): boolean => a.length >= OFTEN && b.length >= OFTEN;

/** 培训人员300人 and 培训人员500人次. In one sentence both are meant: so many people, so many times. */
function sameVerb(a: readonly PlacedFigure[], b: readonly PlacedFigure[]): boolean {
  return a.some((one) => b.some((other) => one.figure.verb !== '' && one.figure.verb === other.figure.verb && !(one.block === other.block && one.figure.sentence === other.figure.sentence)));
}

export const mixedUnit = defineReportRule({
  code: 'metric/mixed-unit',
  group: 'metric',
  since: '0.2.0',
  severity: 'hint',
  basis: ['practice'],
  fix: null,
  page,
  messages: {
    mixed: { zh: '“{subject}”这里以“{unit}”计，别处以“{other}”计，两者含义不同，请核对后统一。', en: '“{subject}” is counted in “{unit}” here and in “{other}” elsewhere; these differ, so check and use one.' },
    other: { zh: '这里以“{other}”计', en: 'counted in “{other}” here' },
  },
  check,
});
