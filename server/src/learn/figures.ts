/**
 * The figures of one seed for its digest: neighbouring clauses that give them, with the numerals taken out. Looks at this seed alone; which figures seeds share is found
 * in frames.ts.
 */

import { frameName } from '../profile';
import type { FigureDigest, FigureRun } from '../profile';
import { readFigures } from '../report';
import type { CompiledUnits, Figure, PlacedFigure, Report, Section } from '../report';

/** Runs that are kept of a section and of a seed: a report of nothing but numbers must not fill the profile. */
const MOST_OF_SECTION = 16;
const MOST_OF_SEED = 96;
/** A longer sentence is no frame for another report. */
const LONGEST = 96;
const MOST_FIGURES = 5;

/** The runs of a report. `sections` are those its digest keeps. */
export function figureRuns(report: Report, sections: readonly Section[], units: CompiledUnits): readonly FigureRun[] {
  const indexOf = new Map(sections.map((section, index) => [section.index, index]));
  const kept: FigureRun[] = [];
  const perSection = new Map<number, number>();
  for (const run of runsOf(readFigures(report, units))) {
    const section = keptSection(report, run[0]!.section, indexOf);
    const count = perSection.get(section) ?? 0;
    if (section < 0 || count >= MOST_OF_SECTION || kept.length >= MOST_OF_SEED) continue;
    const { text } = report.tree.blocks[run[0]!.block]!;
    const figures = run.map(({ figure, year }) => digestOfFigure(figure, year === report.period.year, units));
    const abstracted = abstractRun(text, run.map(({ figure }) => figure));
    if (abstracted === null || figures.every((figure) => figure.name === '')) continue;
    perSection.set(section, count + 1);
    kept.push({ section, text: abstracted, figures });
  }
  return kept;
}

/** The innermost of the kept sections around a section; -1 for none. */
function keptSection(report: Report, index: number, indexOf: ReadonlyMap<number, number>): number {
  for (let section: Section | null = report.sections[index] ?? null; section; section = section.parent) {
    const kept = indexOf.get(section.index);
    if (kept !== undefined) return kept;
  }
  return -1;
}

/** Figures of one sentence in clauses that follow on each other, as long as they make one readable line. */
function runsOf(figures: readonly PlacedFigure[]): readonly (readonly PlacedFigure[])[] {
  const runs: PlacedFigure[][] = [];
  for (const placed of figures) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    const goesOn = last && last.block === placed.block && last.figure.sentence === placed.figure.sentence && last.figure.bracket === placed.figure.bracket && placed.figure.clause - last.figure.clause <= 1 && run.length < MOST_FIGURES;
    if (goesOn && placed.figure.at.end - run[0]!.figure.before.start <= LONGEST) run.push(placed);
    else runs.push([placed]);
  }
  return runs;
}

function digestOfFigure(figure: Figure, ofThisYear: boolean, units: CompiledUnits): FigureDigest {
  const name = ofThisYear ? frameName(figure, units) : '';
  return { name, verb: figure.verb, unit: figure.unit, kind: figure.kind, decimals: figure.value.decimals, ...(figure.inherited ? { inherited: true as const } : {}) };
}

/** The clauses from the first word before the first figure to the end of the last one's clause, numerals and what makes them inexact taken out; null when too long. */
function abstractRun(text: string, figures: readonly Figure[]): string | null {
  const last = figures[figures.length - 1]!;
  const rest = /^[^,，。.;；:!?、(]*/.exec(text.slice(last.at.end, last.at.end + LONGEST))![0];
  let at = figures[0]!.before.start;
  let result = '';
  for (const [i, figure] of figures.entries()) {
    const start = Math.min(figure.numeralAt.start, ...figure.qualifiers.map((qualifier) => qualifier.at.start));
    result += text.slice(at, Math.max(at, start)) + `{${i}}` + (figure.kind === 'money' ? figure.scale : '') + figure.unit;
    at = figure.at.end;
  }
  result = (result + rest).trim();
  return result.length > LONGEST ? null : result;
}
