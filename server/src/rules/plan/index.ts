import type { Rule } from '../rule';
import { unansweredProblem } from './unanswered-problem';
import { unreported } from './unreported';

/** Rules of the group plan, in the order of the catalogue. */
export const planRules: readonly Rule[] = [unreported, unansweredProblem];
