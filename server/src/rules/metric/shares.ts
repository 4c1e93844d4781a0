/**
 * Shares of a whole and their names: which percentages cannot be more than 100 %. No rule here.
 */

import { compare, decimal } from '../../report';
import type { CompiledUnits, Figure } from '../../report';
import { withoutLead } from './recompute';

const HUNDRED = decimal(100n);

/** True for a percentage over 100 that does not only bound something from above. */
export const isOverWhole = (figure: Figure): boolean => figure.unit === '%' && figure.range === null && figure.bound !== 'most' && figure.bound !== 'under' && compare(figure.amount, HUNDRED) > 0;

/** A share's name; `sure` where it is known to be one of a whole, not only a rate that is not known to be anything else. */
export interface ShareName {
  readonly name: string;
  readonly sure: boolean;
}

/** The name of a share of a whole, or null where it may be anything else. */
export function shareName(text: string, figure: Figure, units: CompiledUnits): ShareName | null {
  if (figure.verb !== '' && ['rise', 'fall'].includes(units.verbs.from(figure.verb, 0)?.value ?? '')) return null;
  const name = withoutLead(text.slice(figure.before.start, figure.before.end), units);
  const own = name === '' ? figure.subject : name;
  const { bounded, open, unbounded, beyond } = units.claims;
  const sure = bounded.test(own);
  if (beyond.test(own) || !(sure || (open.test(own) && !unbounded.test(own)))) return null;
  return { name: own.slice(Math.max(0, own.length - LONGEST_NAME, own.lastIndexOf('、') + 1)), sure };
}

const LONGEST_NAME = 16;
