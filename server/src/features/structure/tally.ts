/**
 * How a draft stands, in numbers: blanks to fill in, and findings by severity. What the language status and the Structure view count alike.
 */

import type { Finding } from '../../lint';

/** The rule whose findings are blanks, counted apart: a draft full of them is unfinished, not wrong. */
export const BLANK_CODE = 'text/placeholder';

export interface Tally {
  readonly blanks: number;
  readonly errors: number;
  readonly warnings: number;
  /** Findings of any lower severity. */
  readonly notes: number;
}

export function tallyOf(findings: readonly Finding[]): Tally {
  const others = findings.filter(({ code }) => code !== BLANK_CODE);
  const errors = others.filter(({ severity }) => severity === 'error').length;
  const warnings = others.filter(({ severity }) => severity === 'warning').length;
  return { blanks: findings.length - others.length, errors, warnings, notes: others.length - errors - warnings };
}
