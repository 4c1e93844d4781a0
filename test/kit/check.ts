/**
 * The one place where tests of rules touch the program: text in, findings out. What changes in the program's entry is changed here.
 */

import { analyse } from '../../server/src/analysis';
import { bundledProfile, grammar } from '../../server/src/families';
import type { Finding } from '../../server/src/lint';
import type { Rule } from '../../server/src/rules';

export { grammar };

export interface CheckOptions {
  /** Id of a built-in family whose profile holds; none by default. */
  readonly family?: string;
  /** The report's year as configured; as read by default. */
  readonly year?: number;
  /** All rules by default. */
  readonly rules?: readonly Rule[];
}

/** Findings of a text, in document order. */
export function checkText(text: string, options: CheckOptions = {}): readonly Finding[] {
  const profile = options.family ? bundledProfile(options.family) : null;
  const analysis = analyse(text, { profile, rules: {}, year: options.year ?? null, ...(options.rules ? { only: options.rules } : {}) });
  return analysis.findings() ?? [];
}
