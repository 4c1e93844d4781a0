import type { Rule } from '../rule';
import { growthMismatch } from './growth-mismatch';
import { impossibleRate } from './impossible-rate';
import { inconsistentValue } from './inconsistent-value';
import { missingMetric } from './missing-metric';
import { missingUnit } from './missing-unit';
import { mixedUnit } from './mixed-unit';
import { numberForm } from './number-form';
import { percentRange } from './percent-range';
import { ratioMismatch } from './ratio-mismatch';
import { sumMismatch } from './sum-mismatch';
import { tableTotal } from './table-total';
import { unchanged } from './unchanged';
import { unitSpacing } from './unit-spacing';
import { yearOnYear } from './year-on-year';

/** Rules of the group metric, in the order of the catalogue. */
export const metricRules: readonly Rule[] = [missingUnit, unitSpacing, numberForm, percentRange, sumMismatch, tableTotal, ratioMismatch, impossibleRate, growthMismatch, inconsistentValue, mixedUnit, missingMetric, unchanged, yearOnYear];
