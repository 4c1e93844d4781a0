/**
 * The figures of a report as a list by section for an editor's side bar. Words and places only.
 */

import { counterpartsOf } from '../../align';
import { readFigures } from '../../report';
import type { Span } from '../../text';
import { featureText, labelled } from '../messages';
import { bySection } from './page';
import type { FiguresRequest } from './page';
import { figureRows, writtenValue } from './table';
import { changeOf, changeText, valueText } from './words';

export interface FigureItem {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly at: Span;
}

/** A section with the figures of its own text. `description` is its topic, where that says more than the heading. */
export interface FigureGroup {
  readonly label: string;
  readonly description: string;
  readonly figures: readonly FigureItem[];
}

/** Sections that state figures, in document order. */
export function figureGroups({ report, alignment, previous, units, language }: FiguresRequest): readonly FigureGroup[] {
  const figures = readFigures(report, units);
  const earlier = previous ? counterpartsOf(report, previous.report, units) : null;
  return bySection(figureRows(report, alignment, units, language)).map((rows) => ({
    label: rows[0].section || featureText('beforeSections', language),
    description: rows[0].topic,
    figures: rows.map((row): FigureItem => {
      const before = earlier?.get(row.index)?.figure;
      const change = before ? changeText(changeOf(figures[row.index]!.figure, before), language) : '';
      const last = before ? `${labelled('lastReport', language)}${valueText(before)}` : '';
      const value = writtenValue(report, row);
      return {
        label: `${row.name || featureText('noName', language)} ${value}`,
        description: [change, row.period !== null && row.period !== report.period.year ? String(row.period) : ''].filter(Boolean).join(' '),
        tooltip: [`${row.name} ${value}`.trim(), last, featureText('lineNumber', language, { line: row.line + 1 })].filter(Boolean).join('\n'),
        at: row.at,
      };
    }),
  }));
}
