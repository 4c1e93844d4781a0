/**
 * The next report, laid out from last year's or from a profile alone, and what its file is to be called. Texts in, text out; nothing is written here.
 */

import { grammar } from '../families';
import type { Bilingual, Profile } from '../profile';
import { blankReport, placeholdersOf, scaffold } from '../scaffold';
import type { Scaffold } from '../scaffold';
import { analyse } from './analysis';
import type { Analysis, Settings } from './analysis';

/** A draft with what is in it, or why there is none. `added` are the names of what a norm demands and last year's report lacked. */
export type Draft =
  | ({ readonly ok: true; readonly added: readonly Bilingual[] } & Omit<Scaffold, 'added'>)
  | { readonly ok: false; readonly reason: 'no-report' | 'no-year' | 'year-not-later'; readonly year?: number };

/** Lays out the report on `year` (or on the year after) from last year's. */
export function draftFrom(lastYear: Analysis, year: number | null): Draft {
  const { report, units } = lastYear;
  const own = report.period.year;
  if (report.sections.length === 0 && report.length === 0) return { ok: false, reason: 'no-report' };
  if (own === null && year === null) return { ok: false, reason: 'no-year' };
  if (own !== null && year !== null && year <= own) return { ok: false, reason: 'year-not-later', year: own };
  const profile = lastYear.foreign() ? null : (lastYear.alignment()?.profile ?? null);
  const { text, year: made, headings, placeholders, planItems, problems, added } = scaffold(report, { profile, units, year });
  const names = added.map((id) => profile?.slots.find((slot) => slot.id === id)?.name ?? { zh: id, en: id });
  return { ok: true, text, year: made, headings, placeholders, planItems, problems, added: names };
}

/** Lays out the report on `year` as the profile knows such reports. */
export function draftBlank(profile: Profile, settings: Settings, year: number): Draft {
  const text = blankReport(profile, { grammar, year });
  const { report, units } = analyse(text, settings);
  return { ok: true, text, year, headings: report.sections.length, placeholders: placeholdersOf(report, units).length, planItems: 0, problems: 0, added: [] };
}

/** What the file of the next report is called: last year's name with its year moved on; where it names none, the year is put before it. */
export function nextName(name: string, from: number | null, to: number): string {
  const written = from === null ? name : name.replace(new RegExp(`(?<!\\d)${from}(?!\\d)`, 'g'), String(to));
  return written === name ? `${to} ${name}` : written;
}

/** What the file of a report is called that begins with the profile alone. */
export function blankName(profile: Profile, year: number): string {
  const title = profile.family?.norms?.titles[0]?.replace('{place}', '').replace('{year}', String(year)).trim();
  return `${title && /^[^\\/:*?"<>|]+$/.test(title) ? title : year}.report.txt`;
}
