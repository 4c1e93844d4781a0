/**
 * Heading words as the learner writes them, so that a draft's can be compared with those of the seeds. Words only; what they mean is decided by whoever compares.
 */

import { withoutYears } from '../report';

/** Words with the years of a report on `year` as the learner writes them: `{year}年`, `{year+1}年`. */
export function abstracted(words: string, year: number | null): string {
  return withoutYears(words, year).replace(/本年度/g, '{year}年').replace(/下年度/g, '{year+1}年');
}
