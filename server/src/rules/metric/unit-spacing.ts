/**
 * A blank between number and unit (17 件) where the document in the main writes none. A document that mostly writes blanks, as text out of a PDF does, is left alone;
 * many of them are one finding.
 */

import { readFigures } from '../../report';
import type { CompiledUnits, PlacedFigure, Report } from '../../report';
import { placeOf } from '../../syntax';
import type { Span } from '../../text';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import page from './unit-spacing.md';

/** More than this many are one finding for the whole document. */
const HABIT = 8;

/** A blank before a unit, with what stands around it. */
interface Gap {
  readonly at: Span;
  readonly number: string;
  readonly unit: string;
}

function* check({ report, units }: ReportContext): Iterable<Found> {
  let tight = 0;
  const gaps: Gap[] = [];
  for (const placed of readFigures(report, units)) {
    if (!/\d$/.test(report.tree.blocks[placed.block]!.text.slice(placed.figure.numeralAt.start, placed.figure.numeralAt.end))) continue;
    const gap = gapOf(report, placed, units);
    if (gap) gaps.push(gap);
    else if (placed.figure.unit !== '' && placed.figure.unitAt.end > placed.figure.unitAt.start) tight++;
  }
  if (gaps.length >= tight) return;
  if (gaps.length <= HABIT) {
    for (const { at, number, unit } of gaps) yield { at, message: 'spaced', args: { number, unit }, fix: { safety: 'safe', title: 'remove', edits: () => [{ span: at, text: '' }] } };
    return;
  }
  const args = { count: gaps.length, tight };
  yield { at: gaps[0]!.at, message: 'allSpaced', args, fix: { safety: 'safe', title: 'removeAll', args, edits: () => gaps.map(({ at }) => ({ span: at, text: '' })) } };
}

/** The blank behind the digits, or behind their scale (2.5亿 元). */
function gapOf(report: Report, { figure, block }: PlacedFigure, units: CompiledUnits): Gap | null {
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

export const unitSpacing = defineReportRule({
  code: 'metric/unit-spacing',
  group: 'metric',
  since: '0.2.0',
  severity: 'info',
  basis: ['practice'],
  fix: 'safe',
  page,
  messages: {
    spaced: { zh: '“{number}”和“{unit}”之间多了空格，本文其他地方不空。', en: 'A blank between “{number}” and “{unit}”; the document has none elsewhere.' },
    allSpaced: { zh: '全文有{count}处数字与单位之间带空格，另有{tight}处不带，应当统一；可以一次删去。', en: '{count} numbers have a blank before their unit and {tight} have none; one fix removes them.' },
    remove: { zh: '删去空格', en: 'Remove the blank' },
    removeAll: { zh: '删去数字与单位之间的空格（{count}处）', en: 'Remove the blanks before units ({count})' },
  },
  check,
});
