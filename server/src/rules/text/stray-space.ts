/**
 * Blanks inside Chinese text: before a mark, behind a comma, between two characters. Blanks around numbers and Latin words, indents, gaps between columns and
 * between the halves of a slogan are left alone; what a whole document does is one finding or none.
 */

import { memoOn } from '../../base';
import type { Report } from '../../report';
import { placeOf } from '../../syntax';
import type { Block } from '../../syntax';
import { isHan } from '../../text';
import type { Span } from '../../text';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import { WRITTEN } from './scan/roles';
import { depthReader, isSpace, MOST_PER_BLOCK, writtenOf } from './scan/written';
import page from './stray-space.md';

type Kind = 'before' | 'behind' | 'between';

interface Blank extends Span {
  readonly kind: Kind;
  /** No mark stands before it in its block: in the first paragraph, a title that lost its line may end there. */
  readonly first: boolean;
}

interface Blanks {
  readonly stray: readonly Blank[];
  /** All blanks between two characters, those that are right or unclear included. */
  readonly count: number;
}

/** More than this many of a kind around marks are the document's way of writing; in a text out of a PDF fewer will do. */
const HABIT = 8;
const HABIT_SPACED = 3;
/** More blanks between characters than this, and one in fewer characters than that, and the text came out of a PDF: such blanks then mean nothing. */
const FEW = 4;
const RARE = 2500;
const SIDE = 3;
const CLAUSE = 40;
const NUMERAL = /[\d一二三四五六七八九十]/;
const ENDS = new Set(',。、;:!?()“”《》');

const NONE: Blanks = { stray: [], count: 0 };

const blanksOf: (block: Block) => Blanks = memoOn((block) => {
  const { text } = block;
  if (text.indexOf(' ') < 0 && text.indexOf('\t') < 0) return NONE;
  const depthAt = depthReader(text);
  const headed = block.marker !== null || block.hashes > 0;
  const stray: Blank[] = [];
  let count = 0;
  for (let start = firstBlank(text, headed ? block.title.start : block.bodyStart); start < text.length && stray.length < MOST_PER_BLOCK; ) {
    let end = start + 1;
    while (end < text.length && isSpace(text.charCodeAt(end))) end++;
    const kind = end < text.length && start > 0 ? kindOf(block, start, end, depthAt) : null;
    // Between heading words and the text behind them a blank stands for a line break; only one before a mark is stray there.
    const atBreak = headed && start >= block.title.end && end <= block.bodyStart;
    if (kind && (!atBreak || kind === 'before')) stray.push({ start, end, kind, first: kind === 'between' && clause(text, start, -1) === 'edge' });
    if (!atBreak && isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(end))) count++;
    start = firstBlank(text, end);
  }
  return { stray, count };
});

function firstBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 0x20 && text.charCodeAt(at) !== 0x09) at++;
  return at;
}

function kindOf(block: Block, start: number, end: number, depthAt: (at: number) => number): Kind | null {
  const { text } = block;
  const [before, after] = [text[start - 1]!, text[end]!];
  if ('。,、;!?”’》)'.includes(after) && (isHan(before.charCodeAt(0)) || '%”’》)'.includes(before))) return after === '、' && NUMERAL.test(before) ? null : 'before';
  if (',;、“《‘'.includes(before) && (isHan(after.charCodeAt(0)) || (',;、'.includes(before) && '“《'.includes(after)))) return isLostBreak(text, start, end) ? null : 'behind';
  const inTitle = block.title.end > 0 && start < block.title.end;
  return !inTitle && end - start === 1 && isBetween(block, start, depthAt) ? 'between' : null;
}

/** `一 、甲`, `1、 甲`, `；二是`: numbering, or an item that lost its own line. */
function isLostBreak(text: string, start: number, end: number): boolean {
  if (text[start - 1] === '、') return NUMERAL.test(text[start - 2] ?? '') || (isSpace(text.charCodeAt(start - 2)) && NUMERAL.test(text[start - 3] ?? ''));
  return text[start - 1] === ';' && /^[一二三四五六七八九十]{1,3}是/.test(text.slice(end, end + 4));
}

/** One plain blank inside a run of characters, the only one in its clause, in a text of sentences, outside quotations and titles. */
function isBetween(block: Block, at: number, depthAt: (at: number) => number): boolean {
  const { text } = block;
  for (let i = 1; i <= SIDE; i++) if (!isHan(text.charCodeAt(at - i)) || !isHan(text.charCodeAt(at + i))) return false;
  const code = writtenOf(block).charCodeAt(at);
  if (code !== 0x20 && code !== 0xa0) return false;
  if (text.indexOf('。') < 0 && text.indexOf(',') < 0) return false;
  // Behind the last mark of a block a line of something else may hang on.
  return clause(text, at, 1) === 'mark' && clause(text, at, -1) !== 'blank' && depthAt(at) === 0;
}

/** What ends the clause that the blank at `at` stands in, on one side. */
function clause(text: string, at: number, step: 1 | -1): 'mark' | 'blank' | 'edge' {
  for (let i = at + step, left = CLAUSE; left > 0; i += step, left--) {
    if (i < 0 || i >= text.length) return 'edge';
    if (isSpace(text.charCodeAt(i))) return 'blank';
    if (ENDS.has(text[i]!)) return 'mark';
  }
  return 'mark';
}

interface Placed extends Blank {
  readonly index: number;
}

function* check({ report }: ReportContext): Iterable<Found> {
  const places: Placed[] = [];
  let count = 0;
  report.tree.blocks.forEach((block, index) => {
    if (!WRITTEN.includes(report.roles[index]!)) return;
    const blanks = blanksOf(block);
    count += blanks.count;
    for (const blank of blanks.stray) if (!blank.first || report.roles[index] === 'body' || report.roles[index] === 'heading') places.push({ ...blank, index });
  });
  const spaced = count > FEW && count * RARE > report.length;
  for (const kind of ['before', 'behind'] as const) {
    const same = places.filter((place) => place.kind === kind);
    if (same.length > (spaced ? HABIT_SPACED : HABIT)) yield foundAll(report, same);
    else yield* same.map((place) => foundOne(report, place));
  }
  if (!spaced) yield* places.filter((place) => place.kind === 'between').map((place) => foundOne(report, place));
}

function foundOne(report: Report, place: Placed): Found {
  const at = placeOf(report.tree, place.index, place);
  const written = writtenOf(report.tree.blocks[place.index]!);
  const mark = place.kind === 'before' ? written[place.end]! : place.kind === 'behind' ? written[place.start - 1]! : written.slice(place.start - 2, place.start) + written.slice(place.end, place.end + 2);
  return { at, message: place.kind, args: { mark }, fix: { safety: 'safe', title: 'remove', edits: () => [{ span: at, text: '' }] } };
}

function foundAll(report: Report, places: readonly Placed[]): Found {
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
    remove: { zh: '删去空格', en: 'Remove the space' },
    removeAll: { zh: '删去全文这类空格（{count}处）', en: 'Remove all of these ({count})' },
  },
  check,
});
