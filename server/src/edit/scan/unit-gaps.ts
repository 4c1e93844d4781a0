/**
 * Blanks between numbers and their units (17 件) where the document in the main writes none. A document that mostly writes blanks, as text out of a PDF does, has none
 * that are stray.
 */

import { readFigures } from '../../report';
import type { CompiledUnits, PlacedFigure, Report } from '../../report';
import { placeOf } from '../../syntax';
import type { Span } from '../../text';

/** A blank before a unit, with what stands around it; the place is absolute. */
export interface UnitGap {
  readonly at: Span;
  readonly number: string;
  readonly unit: string;
}

/** The stray ones in document order, and how many numbers stand right before their unit. */
export interface UnitGaps {
  readonly gaps: readonly UnitGap[];
  readonly tight: number;
}

/** The blanks before units that differ from the document's own habit. */
export function unitGapsOf(report: Report, units: CompiledUnits): UnitGaps {
  let tight = 0;
  const gaps: UnitGap[] = [];
  for (const placed of readFigures(report, units)) {
    if (!/\d$/.test(report.tree.blocks[placed.block]!.text.slice(placed.figure.numeralAt.start, placed.figure.numeralAt.end))) continue;
    const gap = gapOf(report, placed, units);
    if (gap) gaps.push(gap);
    else if (placed.figure.unit !== '' && placed.figure.unitAt.end > placed.figure.unitAt.start) tight++;
  }
  return { gaps: gaps.length >= tight ? [] : gaps, tight };
}

/** The blank behind the digits, or behind their scale (2.5亿 元). */
function gapOf(report: Report, { figure, block }: PlacedFigure, units: CompiledUnits): UnitGap | null {
  const { text } = report.tree.blocks[block]!;
  const written = figure.unitAt.end > figure.unitAt.start;
  const places = [figure.numeralAt.end, written ? figure.unitAt.start : figure.at.end];
  for (const place of places) {
    let start = place;
    let end = place;
    while (text[end] === ' ') end++;
    while (text[start - 1] === ' ') start--;
    if (end === start || (!written && !units.measures.from(text, end))) continue;
    const span = placeOf(report.tree, block, { start, end });
    // A line break in the source is no blank that somebody typed.
    if (/[\r\n]/.test(report.tree.text.value.slice(span.start, span.end))) continue;
    const behind = units.measures.from(text, end)?.length ?? Math.max(1, figure.unitAt.end - end);
    return { at: span, number: text.slice(figure.numeralAt.start, start), unit: text.slice(end, end + behind) };
  }
  return null;
}

