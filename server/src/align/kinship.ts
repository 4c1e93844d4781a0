/**
 * Whether a draft is of the family at all. Decided on much text only, and only against what is plainly something else: a wrong refusal would silence the whole check.
 */

import { density } from '../profile';
import type { Profile } from '../profile';
import { REPORT_TERMS, frequentPairs, runningTexts } from '../report';
import type { Report } from '../report';
import { overlap } from '../text';

/** Han characters below which a text is refused only when it has not one of the family's words, and below which nothing is refused. */
const SHORT = 600;
const TOO_SHORT = 200;
const ALIKE = 0.4;

/** False when the report is plainly of another kind. `filled` are the slots it fills. */
export function resembles(report: Report, profile: Profile, filled: ReadonlySet<string>): boolean {
  if (report.length < SHORT) return !profile.family || report.length < TOO_SHORT || density(report, profile.family) > 0;
  if (profile.family) return density(report, profile.family) >= profile.family.recognise.perThousand;
  if (profile.seeds.length < 2) return true;
  const own = profile.slots.filter((slot) => slot.norm === null && slot.support.count >= 2);
  return own.filter((slot) => filled.has(slot.id)).length >= 2 || likestSeed(report, profile) >= ALIKE;
}

/** The largest share of a seed's frequent pairs that are frequent in the draft too. Within a family it was 0.48 and more, across families 0.37 at the most. */
function likestSeed(report: Report, profile: Profile): number {
  const own = frequentPairs(runningTexts(report), REPORT_TERMS);
  return Math.max(...profile.seeds.map((seed) => overlap(own, seed.terms)));
}
