/**
 * Blanks inside Chinese text: before a mark, behind a comma, between two characters. Blanks around numbers and Latin words, indents, gaps between columns and
 * between the halves of a slogan are left alone; what a whole document does is one finding or none.
 */

import { strayBlanksOf, writtenOf } from '../../edit';
import type { PlacedBlank } from '../../edit';
import type { Report } from '../../report';
import { placeOf } from '../../syntax';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import page from './stray-space.md';

/** More than this many of a kind around marks are the document's way of writing; in a text out of a PDF fewer will do. */
const HABIT = 8;
const HABIT_SPACED = 3;

function* check({ report }: ReportContext): Iterable<Found> {
  const { blanks, holders, spaced } = strayBlanksOf(report);
  for (const kind of ['before', 'behind'] as const) {
    const same = blanks.filter((place) => place.kind === kind);
    if (same.length > (spaced ? HABIT_SPACED : HABIT)) yield foundAll(report, same);
    else yield* same.map((place) => foundOne(report, place));
  }
  // Blanks between characters mean nothing in a text that is full of them.
  if (!spaced) for (const index of holders) yield* lostJoint(report, index);
  yield* blanks.filter((place) => place.kind === 'between').map((place) => foundOne(report, place));
}

/** A word that is known to be joined by a plus sign, with a blank in its place. Only the writer can tell, so there is no fix. */
function lostJoint(report: Report, index: number): readonly Found[] {
  const { text } = report.tree.blocks[index]!;
  const match = report.tree.grammar.joint.exec(text);
  if (!match) return [];
  const start = match.index + match[0].length;
  return [{ at: placeOf(report.tree, index, { start, end: start + 1 }), message: 'joint', args: { word: match[0] } }];
}

function foundOne(report: Report, place: PlacedBlank): Found {
  const at = placeOf(report.tree, place.index, place);
  const written = writtenOf(report.tree.blocks[place.index]!);
  const mark = place.kind === 'before' ? written[place.end]! : place.kind === 'behind' ? written[place.start - 1]! : written.slice(place.start - 2, place.start) + written.slice(place.end, place.end + 2);
  return { at, message: place.kind, args: { mark }, fix: { safety: 'safe', title: 'remove', edits: () => [{ span: at, text: '' }] } };
}

function foundAll(report: Report, places: readonly PlacedBlank[]): Found {
  const at = placeOf(report.tree, places[0]!.index, places[0]!);
  return {
    at, message: places[0]!.kind === 'before' ? 'allBefore' : 'allBehind', args: { count: places.length },
    fix: { safety: 'safe', title: 'removeAll', args: { count: places.length }, edits: () => places.map((place) => ({ span: placeOf(report.tree, place.index, place), text: '' })) },
  };
}

export const straySpace = defineReportRule({
  code: 'text/stray-space',
  group: 'text',
  since: '0.1.0',
  severity: 'info',
  basis: ['practice'],
  fix: 'safe',
  page,
  messages: {
    before: { zh: '“{mark}”前面多了空格。', en: 'A stray space before “{mark}”.' },
    behind: { zh: '“{mark}”后面多了空格。', en: 'A stray space behind “{mark}”.' },
    between: { zh: '“{mark}”中间多了空格。', en: 'A stray space inside “{mark}”.' },
    allBefore: { zh: '全文有{count}处标点前面带空格，中文行文不留这种空格，可以一次删去。', en: '{count} marks have a space before them; Chinese text has none. One fix removes all.' },
    allBehind: { zh: '全文有{count}处标点后面带空格，中文行文不留这种空格，可以一次删去。', en: '{count} marks have a space behind them; Chinese text has none. One fix removes all.' },
    joint: { zh: '“{word}”后面是空格，多半丢了“+”；请核对。', en: 'A space stands behind “{word}” where a “+” was probably lost; check it.' },
    remove: { zh: '删去空格', en: 'Remove the space' },
    removeAll: { zh: '删去全文这类空格（{count}处）', en: 'Remove all of these ({count})' },
  },
  check,
});
