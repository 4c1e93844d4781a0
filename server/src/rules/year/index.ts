import type { Rule } from '../rule';
import { dateForm } from './date-form';
import { planYear } from './plan-year';
import { reportYear } from './report-year';
import { staleFormula } from './stale-formula';

/** Rules of the group year, in the order of the catalogue. */
export const yearRules: readonly Rule[] = [reportYear, planYear, staleFormula, dateForm];
