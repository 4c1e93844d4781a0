/**
 * What stands small behind a figure: how it changed against last year's report. Nothing without one.
 */

import { counterpartsOf, timeOf } from '../../align';
import type { Language } from '../../lint';
import { readFigures } from '../../report';
import type { CompiledUnits, Figure, Report } from '../../report';
import type { Span } from '../../text';
import { featureText } from '../messages';
import { changeOf, changeText, valueText } from './words';

/** A label behind a place of the text, with what it says in full. */
export interface FigureHint {
  readonly at: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Hints for figures inside `within` that state what was done. Planned and earlier years' figures get none, nor do growth rates: a change of a change is noise in a line. */
export function figureHints(report: Report, previous: Report, units: CompiledUnits, within: Span, language: Language): readonly FigureHint[] {
  const pairs = counterpartsOf(report, previous, units);
  const hints: FigureHint[] = [];
  for (const placed of readFigures(report, units)) {
    const before = pairs.get(placed.index);
    if (!before || placed.at.end < within.start || placed.at.start > within.end || timeOf(report, placed) !== '0' || isGrowth(placed.figure, units)) continue;
    const label = changeText(changeOf(placed.figure, before.figure), language);
    if (label) hints.push({ at: placed.at.end, label, tooltip: `${featureText('lastReport', language)}: ${valueText(before.figure)}` });
  }
  return hints;
}

function isGrowth({ kind, verb }: Figure, units: CompiledUnits): boolean {
  const value = kind === 'percent' ? units.verbs.from(verb, 0)?.value : undefined;
  return value === 'rise' || value === 'fall';
}
