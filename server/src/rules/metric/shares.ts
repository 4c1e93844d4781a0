/**
 * Shares of a whole and their names: which percentages cannot be more than 100 %. No rule here.
 */

import { compare, decimal } from '../../report';
import type { CompiledUnits, Figure } from '../../report';
import { withoutLead } from './recompute';

const HUNDRED = decimal(100n);

/** True for a percentage over 100 that does not only bound something from above. */
export const isOverWhole = (figure: Figure): boolean => figure.unit === '%' && figure.range === null && figure.bound !== 'most' && figure.bound !== 'under' && compare(figure.amount, HUNDRED) > 0;

/** The name of a share of a whole, or null where it may be anything else. */
export function shareName(text: string, figure: Figure, units: CompiledUnits): string | null {
  if (figure.verb !== '' && ['rise', 'fall'].includes(units.verbs.from(figure.verb, 0)?.value ?? '')) return null;
  const name = withoutLead(text.slice(figure.before.start, figure.before.end), units);
  const own = name === '' ? figure.subject : name;
  const match = units.claims.bounded.exec(own);
  return match && !units.claims.beyond.test(own) ? own.slice(Math.max(0, own.length - LONGEST_NAME, own.lastIndexOf('、') + 1)) : null;
}

const LONGEST_NAME = 16;
