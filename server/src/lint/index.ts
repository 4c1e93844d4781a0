export type { Finding, FindingFix } from './finding';
export { lint } from './run';
export type { LintInput, LintResult, RuleSettings } from './run';
export { safeEdits } from './mend';
export { say, sayFinding } from './say';
export type { Language } from './say';
export { widthOfReport } from './width';
