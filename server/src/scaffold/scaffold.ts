/**
 * Last year's report → this year's draft: headings, sentence frames and order in the writer's own numbering and style, the years moved on where they tell the time, all
 * that is of last year shown as placeholders. Pure; the text is never guessed at.
 */

import { align } from '../align';
import type { Profile } from '../profile';
import { parseReport } from '../report';
import type { CompiledUnits, Report } from '../report';
import { applyEdits } from '../text';
import type { Edit } from '../text';
import { checklistEdits, checklistOf } from './checklist';
import { openFigures } from './figures';
import { isWithin } from './places';
import { namesOfTheYear, openNames } from './names';
import { placeholdersOf } from './placeholders';
import { withStatutoryItems } from './statutory';
import { tidyEdits } from './tidy';
import { judgeYears, openYears, rollYears } from './years';

export interface ScaffoldOptions {
  /** Null lays the draft out without knowing the family: no skeletons, no shortcomings, no formulas. */
  readonly profile: Profile | null;
  readonly units: CompiledUnits;
  /** Year of the new report; the one after last year's by default. */
  readonly year?: number | null;
}

/** A draft. */
export interface Scaffold {
  readonly text: string;
  /** Year of the new report; null when last year's does not tell its own and none was given: then no year is moved. */
  readonly year: number | null;
  readonly headings: number;
  /** All places to fill in, the lines of the checklist left out. */
  readonly placeholders: number;
  /** Lines of the checklist, by what they come from. */
  readonly planItems: number;
  readonly problems: number;
  /** Slots that a norm demands, which last year's report lacked and the draft has as skeletons. */
  readonly added: readonly string[];
}

/** Lays out the next report from last year's. Never throws; an empty report gives an empty draft. */
export function scaffold(lastYear: Report, options: ScaffoldOptions): Scaffold {
  const { profile, units } = options;
  const report = tidied(lastYear);
  const own = report.period.year ?? (options.year === null || options.year === undefined ? null : options.year - 1);
  const year = options.year ?? (own === null ? null : own + 1);
  const alignment = profile ? align(report, profile, own) : null;
  const rolled = parseReport(applyEdits(report.tree.text.value, openingEdits(report, { profile, units, own, year })), report.tree.grammar);
  const complete = profile && alignment?.fits ? withStatutoryItems(rolled, profile, year) : { report: rolled, added: [] };
  const checklist = checklistOf(report, alignment);
  const text = applyEdits(complete.report.tree.text.value, checklistEdits(complete.report, profile ? align(complete.report, profile, year) : null, checklist.lines));
  const places = placeholdersOf(complete.report, units);
  return { text, year, headings: complete.report.sections.length, placeholders: places.length, planItems: checklist.plan, problems: checklist.problems, added: complete.added };
}

/** Last year's report without what a web page left and with its lines whole: what the draft is made of. */
export function tidied(report: Report): Report {
  const edits = tidyEdits(report);
  return edits.length === 0 ? report : parseReport(applyEdits(report.tree.text.value, edits), report.tree.grammar);
}

interface Frame {
  readonly profile: Profile | null;
  readonly units: CompiledUnits;
  /** Year of last year's report. */
  readonly own: number | null;
  readonly year: number | null;
}

/** Edits that move the years on and open figures, names and dates; of overlapping ones the wider. */
function openingEdits(report: Report, { profile, units, own, year }: Frame): readonly Edit[] {
  const names = namesOfTheYear(report, profile?.family?.norms?.formulas ?? [], year, units);
  const judged = own === null ? [] : judgeYears(report, own).filter(({ at }) => !isWithin(names, at));
  const opened = judged.filter(({ fate }) => fate === 'open').map(({ at }) => at);
  const taken = [...names, ...opened].sort((a, b) => a.start - b.start);
  return [
    ...openNames(report, names),
    ...(own === null || year === null ? [] : [...rollYears(report, judged, year - own), ...openYears(report, judged)]),
    ...openFigures(report, units, taken),
  ];
}
