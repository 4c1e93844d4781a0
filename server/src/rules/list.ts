/**
 * Every rule, group by group, in the order of the catalogue. A test compares this list with the folders.
 */

import { metricRules } from './metric';
import { numberingRules } from './numbering';
import { planRules } from './plan';
import type { Rule } from './rule';
import { structureRules } from './structure';
import { textRules } from './text';
import { yearRules } from './year';

export const rules: readonly Rule[] = [...structureRules, ...numberingRules, ...metricRules, ...yearRules, ...textRules, ...planRules];
