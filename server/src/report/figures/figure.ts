/**
 * What a figure is: a number that states something. Values only; the reading is in read.ts, relations between figures in relation.ts.
 */

import type { Span } from '../../text';
import type { Decimal } from './decimal';

export type FigureKind = 'count' | 'percent' | 'money' | 'duration' | 'people' | 'other';

/**
 * What the words around a numeral make of its value: `about` (约, 左右), `over` (余, 多, 超过), `least` (以上, 至少), `under` (近), `most` (以内, 不超过);
 * `exact` when nothing is said.
 */
export type Bound = 'exact' | 'about' | 'over' | 'least' | 'under' | 'most';

/** A word that changes what a numeral means, where it stands in `block.text`. */
export interface Qualifier {
  readonly word: string;
  readonly bound: Bound;
  readonly at: Span;
}

/** Which time the words before a figure speak of; `year` only where one is written. */
export interface PeriodMark {
  readonly kind: 'none' | 'this' | 'last' | 'next' | 'total' | 'year';
  readonly year: number | null;
}

/** A figure of a block. All places count in `block.text`, which is folded; `numeral` is what the source has. */
export interface Figure {
  /** Position among the block's figures. */
  readonly index: number;
  /** From the numeral's first character to the end of its unit and of a qualifier that stands there. */
  readonly at: Span;
  /** Source characters: full-width digits, separators and blanks as they stand. */
  readonly numeral: string;
  readonly numeralAt: Span;
  /** The numeral's own value; scale not applied. Of a fraction (三分之二, which is a percent without unit) that in percent, to two places. */
  readonly value: Decimal;
  /** 万, 亿, 千, 百 or several of them behind the numeral; else empty. */
  readonly scale: string;
  /** The value with its scale: 6.5万 is 65000. Percentages stay as written. */
  readonly amount: Decimal;
  /** Measure word, folded; empty when there is none. The first number of a range (10—15件) has the unit of the second. */
  readonly unit: string;
  /** Empty span where the unit is not written. */
  readonly unitAt: Span;
  readonly kind: FigureKind;
  /** In the order of the text; empty for a plain figure. */
  readonly qualifiers: readonly Qualifier[];
  readonly bound: Bound;
  /** What is counted, folded; empty when nothing tells. */
  readonly subject: string;
  /** Where the subject stands; for an inherited one, where it was taken from. */
  readonly subjectAt: Span | null;
  /** The subject is that of a figure before. */
  readonly inherited: boolean;
  /** The last verb before it in its clause (受理, 审结, 增长), or empty. */
  readonly verb: string;
  /** `whole`: 共, 合计 …; `part`: 其中 … since the last whole of the sentence; else null. */
  readonly lead: 'whole' | 'part' | null;
  readonly period: PeriodMark;
  /** Number of its sentence in the block. */
  readonly sentence: number;
  /** Number of its clause in the block: between commas, semicolons, stops and brackets. */
  readonly clause: number;
  /** Offset of the round bracket it stands in, or -1. */
  readonly bracket: number;
  /** One end of a range. */
  readonly range: 'low' | 'high' | null;
  /** What of its clause stands before the numeral, behind the figure before. */
  readonly before: Span;
}
