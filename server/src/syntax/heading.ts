/**
 * Where the words of a heading end when text follows them in the same line: run-in sentences, glued items, a lost line break. Positions only; whether the
 * line is a heading at all is decided elsewhere.
 */

import type { Span } from '../text';
import type { CompiledGrammar } from './grammar';

/** Heading words and the start of running text, both in folded `text`; `bodyStart === text.length` when nothing follows. */
export interface HeadingWords {
  readonly title: Span;
  readonly bodyStart: number;
}

const LONGEST_GLUED = 80;
const LONGEST_LABEL = 20;

/** Heading words of folded `text` from `from` (behind the mark). */
export function headingWords(text: string, from: number, grammar: CompiledGrammar): HeadingWords {
  const stop = text.indexOf('。', from);
  const limit = stop < 0 ? text.length : stop;
  const cut = gluedAt(text, from, limit, grammar);
  const label = labelEnd(text, from, limit);
  if (label >= 0 && (cut < 0 || label < cut)) return { title: trimmed(text, from, label), bodyStart: skipBlanks(text, label + 1) };
  if (cut >= 0) return { title: trimmed(text, from, cut), bodyStart: skipBlanks(text, cut) };
  return { title: trimmed(text, from, limit), bodyStart: stop < 0 ? text.length : skipBlanks(text, stop + 1) };
}

/** `主要指标:全年实现…`: a short label before a colon, with text behind it. */
function labelEnd(text: string, from: number, limit: number): number {
  const colon = text.indexOf(':', from);
  if (colon < 0 || colon >= limit || colon - from > LONGEST_LABEL || colon - from < 2) return -1;
  if (skipBlanks(text, colon + 1) >= text.length) return -1;
  return /[,、;(]/.test(text.slice(from, colon)) ? -1 : colon;
}

/** Where text is glued to heading words without a stop, or -1: before 一是, before `2024年,`, at a gap, before a sentence opener. */
function gluedAt(text: string, from: number, limit: number, grammar: CompiledGrammar): number {
  const end = Math.min(limit, from + LONGEST_GLUED);
  const words = text.slice(from, end);
  const cuts = [firstItem(words), yearOpening(words), gap(words, limit < text.length), opening(words, limit < text.length, grammar)];
  const found = cuts.filter((cut) => cut >= 0);
  return found.length ? from + Math.min(...found) : -1;
}

function firstItem(words: string): number {
  const match = /[^统之第唯专十,、;:][\s]*(?=一是)/.exec(words.slice(3));
  return match ? 3 + match.index + match[0].length : -1;
}

function yearOpening(words: string): number {
  const match = /[^\d年第至-]\s*(?=(?:19|20)\d\d\s?年度?[,、以])/.exec(words.slice(2));
  return match ? 2 + match.index + match[0].length : -1;
}

function gap(words: string, runsOn: boolean): number {
  const wide = /[^\s]\s{2,}(?=\S)/.exec(words.slice(2));
  if (wide) return 2 + wide.index + 1;
  if (!runsOn) return -1;
  const narrow = /[\u4e00-\u9fff”)》] (?=[\u4e00-\u9fff“《])/.exec(words.slice(3));
  return narrow ? 3 + narrow.index + 1 : -1;
}

function opening(words: string, runsOn: boolean, grammar: CompiledGrammar): number {
  if (!runsOn || words.length < 4) return -1;
  const match = grammar.opener.exec(words.slice(4));
  return match ? 4 + match.index : -1;
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 0x20) from++;
  while (to > from && /[\s。:;,、*_#]/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (next < text.length && text.charCodeAt(next) <= 0x20) next++;
  return next;
}
