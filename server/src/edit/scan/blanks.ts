/**
 * Blanks inside the Chinese text of one block that look stray, by kind. Whether they are the document's way of writing is not decided here.
 */

import { memoOn } from '../../base';
import type { Block } from '../../syntax';
import { isDigit, isHan } from '../../text';
import type { Span } from '../../text';
import { depthReader, isSpace, writtenOf } from './written';

/** Before a mark, behind a comma, or between two characters. */
export type BlankKind = 'before' | 'behind' | 'between';

export interface Blank extends Span {
  readonly kind: BlankKind;
  /** No mark stands before it in its block: in the first paragraph, a title that lost its line may end there. */
  readonly first: boolean;
  /** Between a character and a number, where a document may put one throughout. */
  readonly figure: boolean;
}

export interface Blanks {
  readonly stray: readonly Blank[];
  /** All blanks between two characters, those that are right or unclear included. */
  readonly count: number;
  /** Numbers right behind a character, and those behind a character and a blank. */
  readonly tight: number;
  readonly apart: number;
}

/** Characters on each side, and on the two together, that make a blank stand inside a run of them. */
const SIDE = 2;
const SIDES = 5;
const CLAUSE = 40;
/** A number behind a character. */
const TIGHT = /[\u4e00-\u9fff]\d/g;
const NUMERAL = /[\d一二三四五六七八九十]/;
const ENDS = new Set(',。、;:!?()“”《》');

const NONE: Blanks = { stray: [], count: 0, tight: 0, apart: 0 };

/** Stray-looking blanks of a block, in order. */
export const blanksOf: (block: Block) => Blanks = memoOn((block) => {
  const { text } = block;
  const tight = text.match(TIGHT)?.length ?? 0;
  if (text.indexOf(' ') < 0 && text.indexOf('\t') < 0) return tight === 0 ? NONE : { ...NONE, tight };
  const depthAt = depthReader(text);
  const headed = block.marker !== null || block.hashes > 0;
  const stray: Blank[] = [];
  let count = 0;
  let apart = 0;
  for (let start = firstBlank(text, headed ? block.title.start : block.bodyStart); start < text.length; ) {
    let end = start + 1;
    while (end < text.length && isSpace(text.charCodeAt(end))) end++;
    const kind = end < text.length && start > 0 ? kindOf(block, start, end, depthAt) : null;
    // Between heading words and the text behind them a blank stands for a line break; only one before a mark is stray there.
    const atBreak = headed && start >= block.title.end && end <= block.bodyStart;
    const figure = isHan(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(end));
    if (figure) apart++;
    if (kind && (!atBreak || kind === 'before')) stray.push({ start, end, kind, first: kind === 'between' && clause(text, start, -1) === 'edge', figure });
    if (!atBreak && isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(end))) count++;
    start = firstBlank(text, end);
  }
  return { stray, count, tight, apart };
});

function firstBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 0x20 && text.charCodeAt(at) !== 0x09) at++;
  return at;
}

function kindOf(block: Block, start: number, end: number, depthAt: (at: number) => number): BlankKind | null {
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
  if (hanBeside(text, at, -1) < SIDE) return false;
  if (!isFigure(text, at + 1) && (hanBeside(text, at, 1) < SIDE || hanBeside(text, at, -1) + hanBeside(text, at, 1) < SIDES)) return false;
  const code = writtenOf(block).charCodeAt(at);
  if (code !== 0x20 && code !== 0xa0) return false;
  if (text.indexOf('。') < 0 && text.indexOf(',') < 0) return false;
  // Behind the last mark of a block a line of something else may hang on.
  return clause(text, at, 1) === 'mark' && clause(text, at, -1) !== 'blank' && depthAt(at) === 0;
}

/** Characters right beside the blank at `at`, as many as matter. */
function hanBeside(text: string, at: number, step: 1 | -1): number {
  let count = 0;
  while (count < SIDES && isHan(text.charCodeAt(at + step * (count + 1)))) count++;
  return count;
}

/** A number with a character behind it: a count, no list of numbers, and no year, which opens a sentence that lost its line. */
const isFigure = (text: string, at: number): boolean => /^(?!(?:19|20)\d\d年)\d[\d.]*[\u4e00-\u9fff]/.test(text.slice(at, at + LONGEST_NUMBER));

const LONGEST_NUMBER = 14;

/** What ends the clause that the blank at `at` stands in, on one side. */
function clause(text: string, at: number, step: 1 | -1): 'mark' | 'blank' | 'edge' {
  for (let i = at + step, left = CLAUSE; left > 0; i += step, left--) {
    if (i < 0 || i >= text.length) return 'edge';
    if (isSpace(text.charCodeAt(i))) return 'blank';
    if (ENDS.has(text[i]!)) return 'mark';
  }
  return 'mark';
}
