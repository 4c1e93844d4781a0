/**
 * From a figure to its other mentions: in the same report, and in last year's. Places only.
 */

import { counterpartsOf, mentionsOf } from '../../align';
import { partitionPoint } from '../../base';
import { readFigures } from '../../report';
import type { CompiledUnits, PlacedFigure, Report } from '../../report';
import type { Span } from '../../text';

/** A place in this report, or in last year's. */
export interface FigureLink {
  readonly report: 'this' | 'previous';
  readonly at: Span;
}

/** The figure at an offset, its end included; null where there is none. */
export function figureAt(report: Report, offset: number, units: CompiledUnits): PlacedFigure | null {
  const figures = readFigures(report, units);
  const index = partitionPoint(figures, ({ at }) => at.end < offset);
  const found = figures[index];
  if (!found || found.at.start > offset) return null;
  // Of two that meet here, the one that begins is meant.
  const next = figures[index + 1];
  return next && next.at.start === offset ? next : found;
}

/** Where the same figure is stated first: the earlier mention in this report, and last year's. Empty for a figure that stands alone. */
export function definitionsOf(report: Report, previous: Report | null, offset: number, units: CompiledUnits): readonly FigureLink[] {
  const own = figureAt(report, offset, units);
  if (!own) return [];
  const first = mentionsOf(report, own.index, units)[0];
  const links: FigureLink[] = first && first.index !== own.index ? [{ report: 'this', at: first.at }] : [];
  const before = previous && counterpartsOf(report, previous, units).get(own.index);
  return before ? [...links, { report: 'previous', at: before.at }] : links;
}

/** Every place where the figure is stated, this one included; last year's mentions behind. */
export function referencesOf(report: Report, previous: Report | null, offset: number, units: CompiledUnits): readonly FigureLink[] {
  const own = figureAt(report, offset, units);
  if (!own) return [];
  const here = mentionsOf(report, own.index, units).map(({ at }): FigureLink => ({ report: 'this', at }));
  const before = previous && counterpartsOf(report, previous, units).get(own.index);
  const there = previous && before ? mentionsOf(previous, before.index, units).map(({ at }): FigureLink => ({ report: 'previous', at })) : [];
  return [...here, ...there];
}
