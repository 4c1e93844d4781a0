/**
 * What a figure counts: the noun phrase before its numeral with the verb taken off, or the one behind its unit. No dictionary, only short lists of verbs and of words
 * that end a phrase; longer is better than wrong.
 */

import { codesOf, isHan, isLatin } from '../../text';
import type { Span } from '../../text';
import { Head } from './heads';
import type { Counted } from './scan';
import type { CompiledUnits } from './units';

/** What the words around one number say. */
export interface Phrase {
  /** Empty when nothing tells. */
  readonly at: Span;
  readonly verb: string;
  readonly verbAt: Span;
  /** The verb is one of growth, and nothing says what grows. */
  readonly grows: boolean;
  readonly lead: 'whole' | 'part' | null;
  /** The clause names its figure by what was done (继续执行的, 结案), so that the thing itself was named before. */
  readonly headless: boolean;
}

const LONGEST = 48;

/** The phrase of a number: the words before it first, for counts those behind it when they begin with a noun. */
export function phraseOf(text: string, counted: Counted, until: number, ownBefore: boolean, units: CompiledUnits): Phrase {
  const before = ownBefore ? phraseBefore(text, counted, units) : NOTHING;
  if (counted.quantity.kind === 'percent' && isBlank(before)) {
    const named = namedAfter(text, counted, until, units);
    if (named) return { ...before, at: named, grows: false };
  }
  const prefersAfter = counted.quantity.kind === 'count' || counted.quantity.kind === 'people' || counted.quantity.kind === 'other';
  const after = nounAfter(text, counted, until, units);
  const hasAfter = after.end > after.start;
  const happens = units.events.has(counted.quantity.unit) && !isBlank(before) && before.verb === '';
  if (hasAfter && ((prefersAfter && !happens) || isBlank(before))) return { ...before, at: after, headless: false, grows: false };
  return before;
}

const isBlank = (phrase: Phrase): boolean => phrase.at.end === phrase.at.start;

/** Takes words off the end as long as `words` has one there. */
function trimEnd(text: string, start: number, end: number, units: CompiledUnits): number {
  for (;;) {
    while (end > start && isGap(text.charCodeAt(end - 1))) end--;
    const hit = units.trailers.until(text, end, start) ?? units.before.until(text, end, start);
    // 行为, 涉及: the end of a longer word is no word.
    if (!hit || units.notStops.until(text, end, start)) return end;
    end -= hit.length;
  }
}

function trimStart(text: string, start: number, end: number, units: CompiledUnits): number {
  for (;;) {
    let code = text.charCodeAt(start);
    while (start < end && (isGap(code) || code === CLOSE)) code = text.charCodeAt(++start);
    const hit = units.heads[code]! & Head.Filler ? units.fillers.from(text, start) : null;
    if (!hit || start + hit.length > end || units.notStops.from(text, start)) return start;
    start += hit.length;
  }
}

const BLANK = ' '.charCodeAt(0);
const LISTING = '、'.charCodeAt(0);
const DOT = '·'.charCodeAt(0);
const OPEN = '('.charCodeAt(0);
const CLOSE = ')'.charCodeAt(0);
const QUOTE = '“'.charCodeAt(0);
const UNQUOTE = '”'.charCodeAt(0);
const TITLE = '《'.charCodeAt(0);
const END_OF_TITLE = '》'.charCodeAt(0);
const OF = '的'.charCodeAt(0);

const YEAR_ENDS = codesOf('年度期');

const isGap = (code: number): boolean => code === BLANK || code === LISTING || code === DOT;

interface Walk {
  /** In order. */
  readonly verbs: readonly Span[];
  readonly lead: 'whole' | 'part' | null;
}

/** Verbs and leads of a stretch of text, words that only contain them passed over. */
function walk(text: string, start: number, end: number, units: CompiledUnits): Walk {
  const verbs: Span[] = [];
  let lead: 'whole' | 'part' | null = null;
  const first = trimStart(text, start, end, units);
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === TITLE) {
      at = closeBefore(text, at, end) + 1;
      continue;
    }
    const bits = units.heads[code]! & (Head.NotStop | Head.Lead | Head.Verb);
    if (bits === 0) {
      at++;
      continue;
    }
    const not = bits & Head.NotStop ? units.notStops.from(text, at) : null;
    if (not && at + not.length <= end) {
      at += not.length;
      continue;
    }
    const opening = bits & Head.Lead ? units.leads.from(text, at) : null;
    if (opening && at + opening.length <= end) lead = opening.value;
    const verb = bits & Head.Verb ? units.verbs.from(text, at) : null;
    if (verb && at + verb.length <= end && (verb.value === 'verb' || (verb.value === 'noun' && at <= first)) && !units.nounEnds.from(text, at + verb.length)) {
      verbs.push({ start: at, end: at + verb.length });
      at += verb.length;
    } else at += opening && at + opening.length <= end ? opening.length : 1;
  }
  return { verbs, lead };
}

/** The mark that closes what opens at `at`, or `at` itself when there is none before `end`. */
function closeBefore(text: string, at: number, end: number): number {
  const opening = text.charCodeAt(at);
  const mark = opening === QUOTE ? UNQUOTE : opening === OPEN ? CLOSE : END_OF_TITLE;
  for (let i = at + 1; i < end; i++) if (text.charCodeAt(i) === mark) return i;
  return at;
}

const NOWHERE: Span = { start: 0, end: 0 };
const NOTHING: Phrase = { at: NOWHERE, verb: '', verbAt: NOWHERE, grows: false, lead: null, headless: false };

function phraseBefore(text: string, counted: Counted, units: CompiledUnits): Phrase {
  const start = Math.max(counted.from, counted.start - 80);
  if (start >= counted.start) return NOTHING;
  const { verbs, lead } = walk(text, start, counted.start, units);
  const end = trimEnd(text, start, counted.start, units);
  const grown = growthUntil(text, start, end, units);
  if (grown) {
    const at = nounOf(text, start, grown.from, verbs, units);
    return { at, verb: grown.verb, verbAt: NOWHERE, grows: at.end === at.start, lead, headless: false };
  }
  if (end > start && text.charCodeAt(end - 1) === OF) {
    // 占比由2023年的: the year is no part of the name.
    const year = yearUntil(text, end - 1, start);
    const named = year < end - 1 ? trimEnd(text, start, year, units) : end - 1;
    const at = { start: trimStart(text, start, named, units), end: named };
    const verbAt = verbs.find((verb) => verb.end === end - 1) ?? NOWHERE;
    return { at, verb: wordOf(text, verbAt), verbAt, grows: false, lead, headless: true };
  }
  const at = nounOf(text, start, end, verbs, units);
  const verbAt = lastUntil(verbs, end) ?? NOWHERE;
  return { at, verb: wordOf(text, verbAt), verbAt, grows: false, lead, headless: at.end === at.start };
}

const wordOf = (text: string, span: Span): string => text.slice(span.start, span.end);

function lastUntil(verbs: readonly Span[], end: number): Span | null {
  for (let i = verbs.length - 1; i >= 0; i--) if (verbs[i]!.end <= end) return verbs[i]!;
  return null;
}

/** Behind the last verb; before it when nothing is behind it. */
function nounOf(text: string, start: number, end: number, verbs: readonly Span[], units: CompiledUnits): Span {
  const last = lastUntil(verbs, end);
  if (last && last.end === end) {
    const inner = lastUntil(verbs, last.start);
    const head = trimStart(text, inner ? inner.end : start, end, units);
    // 向街道下放4项: whom it was done to, not what is counted.
    return head < last.start && !units.adverbials.until(text, head, start) ? bounded(head, end) : { start: end, end };
  }
  return bounded(trimStart(text, last ? last.end : start, end, units), end);
}

const bounded = (start: number, end: number): Span => ({ start: Math.max(start, end - LONGEST), end: Math.max(start, end) });

/** 同比增长, 分别下降 at the end: where the words about growth begin. */
function growthUntil(text: string, start: number, end: number, units: CompiledUnits): { readonly from: number; readonly verb: string } | null {
  const hit = units.verbs.until(text, end, start);
  if (!hit || (hit.value !== 'rise' && hit.value !== 'fall')) return null;
  const verb = text.slice(end - hit.length, end);
  let from = end - hit.length;
  for (;;) {
    while (from > start && (text.charCodeAt(from - 1) === BLANK || text.charCodeAt(from - 1) === LISTING)) from--;
    const year = yearUntil(text, from, start);
    const word = units.comparisons.until(text, year, start);
    if (word) from = year;
    if (!word || units.notStops.until(text, from, start)) return { from, verb };
    from -= word.length;
  }
}

/** Where a year that ends at `end` begins (2023年, 2023年度, 2023年同期), else `end`. */
function yearUntil(text: string, end: number, start: number): number {
  if (!YEAR_ENDS.has(text.charCodeAt(end - 1))) return end;
  const match = /(?:19|20)\d\d ?年(?:度|同期)?$/.exec(text.slice(Math.max(start, end - 9), end));
  return match ? end - match[0].length : end;
}

/** Latin letters and blanks may stand in a name. */
const isWordly = (code: number): boolean => code === BLANK || isLatin(code);

function isStop(text: string, at: number, units: CompiledUnits): boolean {
  const stop = units.stops.from(text, at);
  return stop !== null && !units.nounEnds.from(text, at + stop.length);
}

/** 其中85%为创新型企业: what the share consists of stands behind a word of being. */
function namedAfter(text: string, counted: Counted, until: number, units: CompiledUnits): Span | null {
  const being = units.beings.from(text, counted.end);
  if (!being) return null;
  const noun = nounAfter(text, { ...counted, end: counted.end + being.length }, until, units);
  return noun.end > noun.start ? noun : null;
}

/** The noun phrase behind the unit, up to a verb, a mark, or the next number; empty when there is none. */
function nounAfter(text: string, counted: Counted, until: number, units: CompiledUnits): Span {
  let start = counted.end;
  while (text.charCodeAt(start) === BLANK) start++;
  if (text.charCodeAt(start) === OF) start++;
  let at = start;
  const most = Math.min(until, start + LONGEST, text.length);
  while (at < most) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === TITLE) {
      const close = closeBefore(text, at, most);
      if (close === at) break;
      at = close + 1;
      continue;
    }
    if (code === OPEN) {
      const close = closeBefore(text, at, Math.min(most, at + 15));
      if (at === start || close === at || close + 1 >= text.length || !isHan(text.charCodeAt(close + 1))) break;
      at = close + 1;
      continue;
    }
    if (!isHan(code) && !isWordly(code)) break;
    const bits = units.heads[code]!;
    const not = bits & Head.NotStop ? units.notStops.from(text, at) : null;
    if (not && at + not.length <= most) at += not.length;
    else if (bits & Head.Stop && isStop(text, at, units)) break;
    else at++;
  }
  while (at > start && text.charCodeAt(at - 1) === BLANK) at--;
  return { start, end: Math.max(start, at) };
}
