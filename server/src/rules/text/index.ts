import type { Rule } from '../rule';
import { boilerplate } from './boilerplate';
import { doubledMark } from './doubled-mark';
import { listMark } from './list-mark';
import { missingTerminal } from './missing-terminal';
import { pairComma } from './pair-comma';
import { placeholder } from './placeholder';
import { punctuationWidth } from './punctuation-width';
import { rangeDash } from './range-dash';
import { repeatedPhrase } from './repeated-phrase';
import { straySpace } from './stray-space';
import { unbalancedPair } from './unbalanced-pair';
import { unchangedFromLastYear } from './unchanged-from-last-year';

/** Rules of the group text, in the order of the catalogue. */
export const textRules: readonly Rule[] = [unbalancedPair, punctuationWidth, repeatedPhrase, missingTerminal, doubledMark, straySpace, pairComma, rangeDash, listMark, placeholder, boilerplate, unchangedFromLastYear];
