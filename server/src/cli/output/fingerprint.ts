/**
 * Numbers what would be the same: two findings of one file that say the same of the same words.
 */
import { contentHash } from '../../base';
import type { Diagnostic } from '../core';

/** Answers the fingerprint of each finding of one file, asked in document order; `identity` is what the core knows it by, if it does. */
export function fingerprints(): (diagnostic: Diagnostic, identity: string | null) => string {
  const seen = new Map<string, number>();
  return ({ rule, message }, identity) => {
    const key = identity ?? contentHash(`${rule}\n${message}`);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}:${count}`;
  };
}
