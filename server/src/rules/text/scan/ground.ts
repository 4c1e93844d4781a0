/**
 * What the rules on marks cite, in one place, so that all of them put it the same way. Text only; no rule and no scan.
 */

import type { Evidence } from '../../rule';

/** A rule of GB/T 15834—2011 in the sense its users give it; never a quotation of the clause. */
export const punctuationStandard = (text: string): readonly Evidence[] => [{ kind: 'norm', ref: 'GB/T 15834—2011', text }];
