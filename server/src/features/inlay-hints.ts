/**
 * What stands small behind a figure: how it changed against last year's report. Nothing without one.
 */

import { counterpartsOf, timeOf } from '../align';
import type { Language } from '../lint';
import { readFigures } from '../report';
import type { CompiledUnits, Report } from '../report';
import type { Span } from '../text';
import { changeOf, changeText, valueText } from './figure-words';
import { featureText } from './messages';

/** A label behind a place of the text, with what it says in full. */
export interface FigureHint {
  readonly at: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Hints for figures inside `within` that state what was done; planned and earlier years' figures get none. */
export function figureHints(report: Report, previous: Report, units: CompiledUnits, within: Span, language: Language): readonly FigureHint[] {
  const pairs = counterpartsOf(report, previous, units);
  const hints: FigureHint[] = [];
  for (const placed of readFigures(report, units)) {
    const before = pairs.get(placed.index);
    if (!before || placed.at.end < within.start || placed.at.start > within.end || timeOf(report, placed) !== '0') continue;
    const label = changeText(changeOf(placed.figure, before.figure), language);
    if (label) hints.push({ at: placed.at.end, label, tooltip: `${featureText('lastReport', language)}: ${valueText(before.figure)}` });
  }
  return hints;
}
