/**
 * The figures of a report as rows: for the table beside a chart, for a spreadsheet, for the tree of an editor. Plain values; no format of a file.
 */

import { counterpartsOf, nameOfFigure } from '../../align';
import type { Alignment } from '../../align';
import type { Language } from '../../lint';
import { formatDecimal, readFigures } from '../../report';
import type { CompiledUnits, PlacedFigure, Report, Section } from '../../report';
import type { Span } from '../../text';
import { featureText } from '../messages';
import { metricFigure } from './metrics';
import type { MetricFigure } from './metrics';
import { changeOf, changeText, valueText } from './words';

/** A figure with where it stands. Text is folded, `numeral` is as written. */
export interface FigureRow extends MetricFigure {
  /** Position among the report's figures. */
  readonly index: number;
  readonly at: Span;
  /** What it counts: verb and subject; empty when nothing tells. */
  readonly name: string;
  /** Index of the innermost section, -1 before the first; its number and heading words. */
  readonly sectionIndex: number;
  readonly section: string;
  /** Name of the topic the section treats; empty when it treats none, or without a profile. */
  readonly topic: string;
}

/** All figures, in document order. Topics are named in `language`. */
export function figureRows(report: Report, alignment: Alignment | null, units: CompiledUnits, language: Language): readonly FigureRow[] {
  const headings = report.sections.map((section) => report.tree.text.value.slice(section.markerSpan.start, section.markerSpan.end).trim() + section.title);
  const topics = report.sections.map((section) => topicName(alignment, section.index, language));
  return readFigures(report, units).map((placed) => rowOf(report, placed, headings, topics));
}

function rowOf(report: Report, placed: PlacedFigure, headings: readonly string[], topics: readonly string[]): FigureRow {
  const { section } = placed;
  return {
    ...metricFigure(placed, report.tree.text),
    index: placed.index,
    at: placed.at,
    name: nameOfFigure(placed.figure),
    sectionIndex: section,
    section: headings[section] ?? '',
    topic: topics[section] ?? '',
  };
}

/** The topic of a section, or of the nearest one around it that has one. */
function topicName(alignment: Alignment | null, index: number, language: Language): string {
  if (!alignment) return '';
  for (let section: Section | null = alignment.report.sections[index] ?? null; section; section = section.parent) {
    const id = alignment.topicOf[section.index];
    const topic = id && alignment.profile.topics.find((known) => known.id === id);
    if (topic) return topic.name[language];
  }
  return '';
}

/** Qualifier and value as one reads them: `约3.6亿元`. A qualifier inside or behind (余, 以上) stays where the text has it. */
export function writtenValue(report: Report, { at }: Pick<FigureRow, 'at'>): string {
  return report.tree.text.value.slice(at.start, at.end).replace(/\s+/g, '');
}

/** Tab-separated rows with a heading line and numerals as plain digits, as a spreadsheet takes them from the clipboard; with last year's value when its report is given. */
export function figuresTsv(report: Report, rows: readonly FigureRow[], previous: Report | null, units: CompiledUnits, language: Language): string {
  const figures = readFigures(report, units);
  const earlier = previous ? counterpartsOf(report, previous, units) : null;
  const heads = (['section', 'figureName', 'figureValue', 'unit', 'qualifier', 'year'] as const).map((id) => featureText(id, language));
  const lines = [[...heads, ...(earlier ? [featureText('lastYear', language), featureText('change', language)] : [])]];
  for (const row of rows) {
    const before = earlier?.get(row.index)?.figure;
    const own = [row.section, row.name, formatDecimal(figures[row.index]!.figure.value), row.scale + row.unit, row.qualifier, row.period === null ? '' : String(row.period)];
    lines.push(earlier ? [...own, before ? valueText(before) : '', before ? changeText(changeOf(figures[row.index]!.figure, before), language) : ''] : own);
  }
  return lines.map((cells) => cells.map(cellText).join('\t')).join('\r\n');
}

/** One cell on one line. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function cellText(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
