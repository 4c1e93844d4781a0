/**
 * The rules as a configuration sees them: which names and options it may use, and how they are described in both languages. Read off the rules and their pages.
 */

import { formerNames, ownCodes, rules } from '../../rules';
import type { Described, RuleOption, Severity } from '../../rules';
import { summaryOf } from './rule-page';

/** A rule that a configuration may name. */
export interface CatalogueLine {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly severity: Severity;
  readonly options: readonly RuleOption[];
  /** Names it had. */
  readonly former: readonly string[];
}

const described: readonly Described[] = [...rules, ...ownCodes];

/** Every code, in the order of the catalogue. */
export const ruleCatalogue: readonly CatalogueLine[] = described.map(({ code, severity, page, options = [] }) => ({
  code, severity, zh: summaryOf(page, 'zh'), en: summaryOf(page, 'en'), options, former: formerNames(code),
}));
