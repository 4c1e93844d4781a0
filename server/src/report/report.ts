/**
 * A document as a report: title, form of address, sections, running text, sign-off, period, and what around it is not report. A value; the reading of it is in parse.ts.
 */

import type { Span } from '../text';
import type { Block, Marker, Tree, Verdict } from '../syntax';

/** What a block is in its report. */
export type Role = 'title' | 'address' | 'opening' | 'heading' | 'body' | 'sign-off' | 'residue' | 'appendix' | 'table' | 'page' | 'comment' | 'code';

/** The title as written; `span` covers all its lines. */
export interface Title {
  readonly text: string;
  readonly span: Span;
}

/** A heading and all below it. Spans are absolute. Parents come before their children in `Report.sections`. */
export interface Section {
  /** Position in `Report.sections`. */
  readonly index: number;
  /** 1 for the outermost level that the report uses. */
  readonly depth: number;
  readonly marker: Marker | null;
  readonly verdict: Verdict;
  /** Heading words as written, without number and closing mark. */
  readonly title: string;
  /** The same, folded: for comparing. */
  readonly words: string;
  /** Number and heading words. */
  readonly headSpan: Span;
  readonly titleSpan: Span;
  /** The number alone, blanks behind it excluded; empty for a heading without one. */
  readonly markerSpan: Span;
  readonly runIn: boolean;
  readonly parent: Section | null;
  readonly children: readonly Section[];
  /** Block of the heading; its own running text (run-in) included. */
  readonly block: number;
  /** First block behind the heading's own text and its unheaded paragraphs: where the first child or the next section begins. */
  readonly bodyEnd: number;
  /** First block behind the section with all its children. */
  readonly end: number;
}

/** A mention of a year in the report, outside quotations, titles of documents and spans of years. */
export interface YearMention {
  readonly year: number;
  /** Digits and 年. */
  readonly span: Span;
  readonly where: 'title' | 'opening' | 'heading' | 'plan' | 'sign-off' | 'body';
}

/** The year a report is about, and on what ground. */
export interface Period {
  /** Null when nothing tells. */
  readonly year: number | null;
  /** True when more than one independent place says so, or none speaks against it. */
  readonly sure: boolean;
  /** Mentions that bear on the period, in document order. */
  readonly mentions: readonly YearMention[];
}

export interface Report {
  readonly tree: Tree;
  /** Parallel to `tree.blocks`. */
  readonly roles: readonly Role[];
  readonly title: Title | null;
  /** All sections, parents first, in document order. */
  readonly sections: readonly Section[];
  readonly signOff: Span | null;
  readonly period: Period;
  /** Han characters of running text and headings, tables and residue left out. */
  readonly length: number;
}

/** Running text of a block as a span in `block.text`: behind the heading words of a heading block, the whole of any other. */
export function runningText(block: Block): Span {
  return { start: block.marker || block.hashes ? block.bodyStart : 0, end: block.text.length };
}
