/**
 * Names of laws and documents that a block cites, as they stand between 《 and 》. Only finds them; which are worth repeating is decided elsewhere.
 */

import { memoOn } from '../base';
import type { Block } from '../syntax';

/** A longer one is a title mark that was never closed. */
const LONGEST = 60;
const SHORTEST = 2;

/** Cited names of a block, folded, without their own marks, in order; names inside of names (〈〉) are part of the outer one. */
export const citedIn: (block: Block) => readonly string[] = memoOn(({ text, kind }) => (kind === 'text' ? namesIn(text) : NONE));

const NONE: readonly string[] = [];

/** The same of any text. */
export function namesIn(text: string): readonly string[] {
  if (!text.includes('《')) return NONE;
  return [...text.matchAll(NAME)].map((match) => match[1]!.replace(/\s/g, '')).filter((name) => name.length >= SHORTEST);
}

const NAME = new RegExp(`《([^《》]{${SHORTEST},${LONGEST}})》`, 'g');

/** Equal for two spellings of one name: marks, dashes and brackets do not count. */
export const keyOfName = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '');
