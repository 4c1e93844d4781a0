/**
 * Figures that the text works out from others, brought up to date after one of those was changed: sums, rates and growth that the text states in so many words and that do
 * not hold any more. Makes edits, applies none; whether the parts or the whole are wrong, only the writer knows, so these are proposals.
 */

import { compare, formatDecimal, readFigures } from '../report';
import type { CompiledUnits, Report } from '../report';
import type { Edit } from '../text';
import { formulasOf, positionsIn } from './figures';
import { inWidthOf, valueOf } from './placeholders';
import type { FigureSlot } from './slots';

/** A figure that its parts contradict, and the edit that gives it the value they make. */
export interface Outdated {
  /** Position among the report's figures. */
  readonly figure: number;
  readonly from: string;
  readonly to: string;
  readonly edit: Edit;
}

/** The figures of a report that were worked out from others and do not agree with them any more, in document order. Rates keep their decimals. */
export function outdatedFigures(report: Report, units: CompiledUnits): readonly Outdated[] {
  const figures = readFigures(report, units);
  const places = positionsIn(figures, figures.map(() => true));
  const formulas = formulasOf(report, units, places, 'contradicted');
  return [...formulas].sort(([a], [b]) => a - b).flatMap(([index, formula]): readonly Outdated[] => {
    const { block, numeralAt, figure } = figures[index]!;
    const first = index - places[index]!;
    let last = index;
    while (last + 1 < figures.length && figures[last + 1]!.block === block) last++;
    const slots = figures.slice(first, last + 1).map((placed): FigureSlot => ({ figure: placed.figure, at: placed.figure.numeralAt, blank: null }));
    const value = valueOf(slots, index - first, formula);
    if (!value || compare(value, figure.value) === 0 || !/^[\d.０-９．]+$/.test(figure.numeral)) return [];
    const to = inWidthOf(figure.numeral, formatDecimal(value));
    return [{ figure: index, from: figure.numeral, to, edit: { span: numeralAt, text: to } }];
  });
}
