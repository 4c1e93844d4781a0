/**
 * The house dictionary: what an office accepts or watches for beyond the rules' own words. A value; which rule heeds it is the rule's business.
 */

import type { FormulaNorm } from '../profile';
import { fold } from '../text';
import type { Span } from '../text';

/** Folded text throughout. */
export interface House {
  /** Terms that are right as they stand. */
  readonly terms: readonly string[];
  /** Formulas that are out of date in this house, besides those of the norms. */
  readonly formulas: readonly FormulaNorm[];
}

export const NO_HOUSE: House = { terms: [], formulas: [] };

/** A formula as an office writes it down: reports after the year `until` should write `instead`. */
export interface HouseFormula {
  readonly text: string;
  readonly until: number;
  readonly instead: string;
}

/** The house of an office's own words, as they are written. */
export function houseOf(terms: readonly string[], formulas: readonly HouseFormula[]): House {
  if (terms.length === 0 && formulas.length === 0) return NO_HOUSE;
  return {
    terms: terms.map(fold),
    formulas: formulas.map(({ text, until, instead }) => ({ pattern: literal(fold(text)), until, instead: { zh: `应改为“${instead}”`, en: `write “${instead}”` }, status: 'seen' })),
  };
}

/** The words themselves: an office brings no patterns, which might not end in time. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** True when `at` lies inside an accepted term of `text`. Time: one look around `at` a term. */
export function isAccepted(text: string, at: Span, { terms }: House): boolean {
  return terms.some((term) => {
    if (term.length < at.end - at.start) return false;
    const from = Math.max(0, at.end - term.length);
    const place = text.slice(from, at.start + term.length).indexOf(term);
    return place >= 0 && from + place <= at.start;
  });
}
