/** Drafts in tests: laid out, filled in again, and without what was added to them. */

import { bundledProfile, grammar, units } from '../../server/src/families';
import type { Profile } from '../../server/src/profile';
import { parseReport } from '../../server/src/report';
import type { Report } from '../../server/src/report';
import { judgeYears, placeholdersOf, rollYears, scaffold, tidied } from '../../server/src/scaffold';
import type { Placeholder, Scaffold } from '../../server/src/scaffold';
import { applyEdits } from '../../server/src/text';

export const law: Profile = bundledProfile('law-based-government')!;

/** The same profile in a world without regulations: it knows the formulas, and asks for nothing. */
export const undemanding: Profile = { ...law, family: { ...law.family!, norms: { ...law.family!.norms!, citations: {} } } };

export const read = (text: string): Report => parseReport(text, grammar);
export const draftOf = (text: string, profile: Profile | null, year: number | null = null): Scaffold => scaffold(read(text), { profile, units, year });
export const placesIn = (text: string): readonly Placeholder[] => placeholdersOf(read(text), units);

/** The text with the nth placeholder filled in by what `fill` says; null leaves it open. */
export function filled(text: string, fill: (place: Placeholder, at: number) => string | null): string {
  return applyEdits(text, placesIn(text).flatMap((place, at) => {
    const value = fill(place, at);
    return value === null ? [] : [{ span: place.at, text: value }];
  }));
}

/** Every placeholder filled in with what stood there last year, and the lines of the checklist taken out. */
export const asLastYear = (text: string): string => filled(text.replace(NOTES, ''), ({ last }) => last);

const NOTES = /(?<=^|\n)[^\S\r\n]*〔去年(?:计划|问题|名称)：[^〕]*〕(?:\r?\n|$)/g;

/** Last year's report with its years moved on and nothing else. */
export function rolled(text: string, by = 1): string {
  const report = tidied(read(text));
  const { year } = report.period;
  if (year === null) throw new Error('the report does not tell its year');
  return applyEdits(report.tree.text.value, rollYears(report, judgeYears(report, year), by));
}

