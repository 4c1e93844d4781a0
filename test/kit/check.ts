/**
 * The one place where tests of rules touch the program: text in, findings out. What changes in the program's entry is changed here.
 */

import { analyse } from '../../server/src/analysis';
import { bundledProfile, grammar } from '../../server/src/families';
import type { Finding } from '../../server/src/lint';
import { parseReport } from '../../server/src/report';
import type { Rule } from '../../server/src/rules';
import { learnedFrom } from './judging';

export { grammar };

export interface CheckOptions {
  /** Id of a built-in family whose profile holds; none by default. */
  readonly family?: string;
  /** The report's year as configured; as read by default. */
  readonly year?: number;
  /** Text of last year's report; none by default. */
  readonly previous?: string;
  /** Texts of seeds that the profile is learned from instead: of the family, or of none. */
  readonly seeds?: readonly string[];
  /** All rules by default. */
  readonly rules?: readonly Rule[];
}

/** Findings of a text, in document order. */
export function checkText(text: string, options: CheckOptions = {}): readonly Finding[] {
  const seeds = options.seeds ?? [];
  const bundled = options.family ? bundledProfile(options.family) : null;
  const profile = seeds.length > 0 ? learnedFrom(seeds.map((seed, i) => ({ name: `seed ${i + 1}`, text: seed })), options.family ? 'law' : 'none') : bundled;
  const previous = options.previous === undefined ? null : { name: '2023.txt', report: parseReport(options.previous, grammar) };
  const analysis = analyse(text, { profile, rules: {}, year: options.year ?? null, previous, ...(options.rules ? { only: options.rules } : {}) });
  return analysis.findings() ?? [];
}
