/**
 * Whether a draft is of the family at all. Decided on much text only, and only against what is plainly something else: a wrong refusal would silence the whole check.
 */

import { density, namesFamily } from '../profile';
import type { Family, Profile } from '../profile';
import { REPORT_TERMS, frequentPairs, plainly, runningTexts } from '../report';
import type { Report } from '../report';
import { fold, likeness, overlap } from '../text';
import { abstracted } from './headings';

/** Han characters below which a text is refused only when it has not one of the family's words, and below which none is. */
const SHORT = 600;
const TOO_SHORT = 200;
const ALIKE = 0.4;
/** Enough where headings or title are those of the seeds: reports of two places share their form more than their words. */
const DISTANT = 0.2;
const SAME_TITLE = 0.5;
/** A title with none of the family's words belongs to another kind of report, unless the text speaks of the family's matter this much more. */
const UNNAMED = 3;

/** False when the report is plainly of another kind. `filled` are the slots it fills. */
export function resembles(report: Report, profile: Profile, filled: ReadonlySet<string>): boolean {
  if (profile.family) return isOfFamily(report, profile.family);
  if (report.length < SHORT || profile.seeds.length < 2) return true;
  const own = profile.slots.filter((slot) => slot.norm === null && slot.support.count >= 2);
  if (own.filter((slot) => filled.has(slot.id)).length >= 2) return true;
  const alike = likestSeed(report, profile);
  return alike >= ALIKE || (alike >= DISTANT && (sameHeadings(report, profile) >= 2 || hasSeedTitle(report, profile)));
}

function isOfFamily(report: Report, family: Family): boolean {
  const found = density(report, family);
  if (report.length < TOO_SHORT) return true;
  const least = family.recognise.perThousand;
  if (report.title && !namesFamily(report.title.text, family)) return found >= least * UNNAMED;
  return report.length < SHORT ? found > 0 : found >= least;
}

/**
 * True for a line or two that say nothing of the family and have no headings: a note, or a draft at its very first words. Its marks and words can be looked at; what
 * is missing in it is not worth saying.
 */
export function isScrap(report: Report, { family }: Profile): boolean {
  if (!family || report.length >= TOO_SHORT || !/\S/.test(report.tree.text.value)) return false;
  return density(report, family) === 0 && report.sections.every((section) => section.marker === null);
}

/** How many slots the draft heads word for word as a seed does. */
function sameHeadings(report: Report, profile: Profile): number {
  const words = new Set(report.sections.filter((section) => section.depth === 1).map((section) => abstracted(section.words, report.period.year)));
  return profile.slots.filter((slot) => slot.headings.some((heading) => words.has(heading.text))).length;
}

function hasSeedTitle(report: Report, profile: Profile): boolean {
  const title = report.title && plainly(abstracted(fold(report.title.text), report.period.year));
  return title !== null && profile.seeds.some((seed) => seed.title !== null && likeness(plainly(seed.title), title) >= SAME_TITLE);
}

/** The largest share of a seed's frequent pairs that are frequent in the draft too. Within a family it was 0.48 and more, across families 0.37 at the most. */
function likestSeed(report: Report, profile: Profile): number {
  const own = frequentPairs(runningTexts(report), REPORT_TERMS);
  return Math.max(...profile.seeds.map((seed) => overlap(own, seed.terms)));
}
