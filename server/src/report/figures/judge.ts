/**
 * A rate held against its part and its wholes: the arithmetic of rates as a relation. Which figures belong together is decided in rates.ts and explicit.ts.
 */

import { decimal } from './decimal';
import type { Figure } from './figure';
import { intervalOf, isCounted, possible, rateAgreement, rateOf } from './interval';
import type { Agreement, Relation } from './relation';

/** What a unit of rates is out of. */
export const PER: Readonly<Record<string, bigint>> = { '%': 100n, '‰': 1000n };

/** Of several wholes that the text may mean one that agrees is meant; else the nearest, less surely. */
export function judged(part: Figure, wholes: readonly Figure[], rate: Figure, confidence: 'stated' | 'likely'): Relation | null {
  const nearest = wholes[wholes.length - 1];
  if (!nearest) return null;
  const per = decimal(PER[rate.unit]!);
  const agreementOf = (whole: Figure): Agreement => rateAgreement(intervalOf(part), intervalOf(whole), rate.value, per);
  const near = [...wholes].reverse();
  // One that agrees when rounded is meant rather than a nearer one that agrees only when cut off.
  const agreeing = near.find((whole) => ['exact', 'rounded'].includes(agreementOf(whole))) ?? near.find((whole) => agreementOf(whole) !== 'contradicted');
  const whole = agreeing ?? nearest;
  const agreement = agreementOf(whole);
  return {
    kind: 'rate', whole: whole.index, parts: [part.index], rate: rate.index, by: null, agreement, holds: agreement !== 'contradicted',
    recomputed: rateOf(part.amount, whole.amount, Math.max(rate.value.decimals, 1), per), confidence: wholes.length > 1 && !agreeing ? 'likely' : confidence,
  };
}

/** A base without its part: only a rate that no whole number gives is worth a word. */
export function impossible(base: Figure, rate: Figure, confidence: 'stated' | 'likely'): Relation | null {
  if (!isCounted(base) || possible(rate.value, base.amount, decimal(PER[rate.unit]!))) return null;
  return { kind: 'rate', whole: base.index, parts: [], rate: rate.index, by: null, agreement: 'impossible', holds: false, recomputed: null, confidence };
}
