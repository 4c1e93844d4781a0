/**
 * Which parts of a report are read as text. Lists only.
 */

import type { Role } from '../../report';

/** Sentences: what is written to be read on. */
export const RUNNING: readonly Role[] = ['opening', 'heading', 'body'];

/** Everything the writer wrote as text, title and form of address included. */
export const WRITTEN: readonly Role[] = ['title', 'address', 'opening', 'heading', 'body'];
