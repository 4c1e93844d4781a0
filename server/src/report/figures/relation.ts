/**
 * What a relation is: arithmetic that the text itself states between figures. Values only.
 */

import type { Decimal } from './decimal';

/** `subset` is a part without a sum: 其中 … that lists only some. */
export type RelationKind = 'sum' | 'rate' | 'growth' | 'subset';

/**
 * `exact`: the values as written agree; `rounded`: they agree within what rounding allows; `truncated`: only when the rate was cut instead of rounded;
 * `partial`: the parts need not make the whole and do not exceed it; `contradicted`: they cannot all be true; `impossible`: no whole number over the base gives
 * this rate.
 */
export type Agreement = 'exact' | 'rounded' | 'truncated' | 'partial' | 'contradicted' | 'impossible';

/** Between figures of one block; numbers are positions among the block's figures. */
export interface Relation {
  readonly kind: RelationKind;
  /**
   * sum, subset: the whole. rate: the base. growth: the level reached.
   */
  readonly whole: number;
  /** sum, subset: the parts. rate: the part, or nothing when only the base is stated. growth: the increase or decrease, or the level before. */
  readonly parts: readonly number[];
  /** The figure that states the rate or the growth; null for sum and subset. */
  readonly rate: number | null;
  /** What the parts of a growth are. */
  readonly by: 'increase' | 'decrease' | 'previous' | null;
  readonly agreement: Agreement;
  /** False for `contradicted` and `impossible` only. */
  readonly holds: boolean;
  /** The rate, or the whole, worked out anew, in the unit and scale of the figure it stands against; null when nothing can be worked out. */
  readonly recomputed: Decimal | null;
  /** `stated`: whole, parts and scope in one sentence and in so many words. */
  readonly confidence: 'stated' | 'likely';
}
