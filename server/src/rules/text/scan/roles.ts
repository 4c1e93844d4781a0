/**
 * Which parts of a report these rules read, and what they cite. Lists only.
 */

import type { Role } from '../../../report';
import type { Evidence } from '../../rule';

/** Sentences: what is written to be read on. */
export const RUNNING: readonly Role[] = ['opening', 'heading', 'body'];

/** Everything the writer wrote as text, title and form of address included. */
export const WRITTEN: readonly Role[] = ['title', 'address', 'opening', 'heading', 'body'];

/** A rule of GB/T 15834—2011 in the sense its users give it; never a quotation of the clause. */
export const punctuationStandard = (text: string): readonly Evidence[] => [{ kind: 'norm', ref: 'GB/T 15834—2011', text }];
