import type { Rule } from '../rule';
import { enumeration } from './enumeration';
import { levelSkip } from './level-skip';
import { loneItem } from './lone-item';
import { mixedStyle } from './mixed-style';
import { sequence } from './sequence';

/** Rules of the group numbering, in the order of the catalogue. */
export const numberingRules: readonly Rule[] = [sequence, levelSkip, mixedStyle, enumeration, loneItem];
