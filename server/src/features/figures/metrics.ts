/**
 * Figures and relations of a report as other programs read them (contract: design §4.1). A plain value for JSON; nothing is judged here.
 */

import { formatDecimal, readFigures, readRelations, toNumber } from '../../report';
import type { CompiledUnits, FigureKind, PlacedFigure, PlacedRelation, Report } from '../../report';
import { positionAt } from '../../text';
import type { Text } from '../../text';

/** A figure. `line` and `character` are zero-based, of the numeral; `value` is the numeral's, its scale not applied. */
export interface MetricFigure {
  readonly line: number;
  readonly character: number;
  readonly numeral: string;
  readonly value: number;
  readonly unit: string;
  readonly scale: string;
  readonly qualifier: string;
  readonly kind: FigureKind;
  readonly subject: string;
  readonly period: number | null;
}

/** Numbers are positions in `figures`. `recomputed` is in the unit and scale of the rate, or of the whole. */
export interface MetricRelation {
  readonly kind: 'sum' | 'rate' | 'growth';
  readonly whole: number;
  readonly parts: readonly number[];
  readonly rate: number | null;
  readonly holds: boolean;
  readonly recomputed: number | null;
}

export interface Metrics {
  readonly figures: readonly MetricFigure[];
  readonly relations: readonly MetricRelation[];
}

/** Every figure of a report, in document order, and every relation that the text states between them. */
export function metricsOf(report: Report, units: CompiledUnits): Metrics {
  return {
    figures: readFigures(report, units).map((placed) => metricFigure(placed, report.tree.text)),
    relations: readRelations(report, units).flatMap(metricRelation),
  };
}

/** One figure, `text` being the report's. */
export function metricFigure({ figure, numeralAt, year }: PlacedFigure, text: Text): MetricFigure {
  const { line, character } = positionAt(text, numeralAt.start);
  return {
    line, character,
    numeral: figure.numeral,
    value: toNumber(figure.value),
    unit: figure.unit,
    scale: figure.scale,
    qualifier: figure.qualifiers.map(({ word }) => word).join(''),
    kind: figure.kind,
    subject: figure.subject,
    period: year,
  };
}

/** A part that is no more than its whole says nothing worth a line; one that exceeds it is a sum that cannot be. */
function metricRelation({ kind, whole, parts, rate, holds, recomputed }: PlacedRelation): readonly MetricRelation[] {
  if (kind === 'subset' && holds) return [];
  return [{ kind: kind === 'subset' ? 'sum' : kind, whole, parts, rate, holds, recomputed: recomputed && Number(formatDecimal(recomputed)) }];
}
