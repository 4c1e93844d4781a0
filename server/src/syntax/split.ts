/**
 * Headings inside a line: a whole report, or a whole section, that lost its line breaks. Finds where such a line should be cut, and leaves ordinary
 * paragraphs with an inline (一)…(二)… list alone.
 */

import { parseHan } from '../text';
import { markerAt } from './marker';
import type { Marker, MarkStyle } from './marker';

/** A line shorter than this holds no section with its text. */
const SHORTEST = 24;
const LONGEST_GLUED = 80;
const CANDIDATE = /[一二三四五六七八九十]{1,3}(?:、|\.(?!\d))|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十]{1,3}部分/g;

interface Candidate {
  readonly marker: Marker;
  readonly at: number;
  readonly bound: 'strong' | 'colon' | 'weak';
}

/** Offsets in folded `text`, `from` excluded, at which a new heading begins; empty for an ordinary line. */
export function headingCuts(text: string, from: number, to: number): readonly number[] {
  if (to - from < SHORTEST) return [];
  const candidates = candidatesIn(text, from, to);
  if (!candidates.some((candidate) => candidate.at > from)) return [];
  const cuts = acceptedCuts(text, from, to, candidates);
  return cuts.filter((cut) => cut > from);
}

function candidatesIn(text: string, from: number, to: number): readonly Candidate[] {
  const found: Candidate[] = [];
  CANDIDATE.lastIndex = from;
  for (let match = CANDIDATE.exec(text); match && match.index < to; match = CANDIDATE.exec(text)) {
    const at = match.index;
    const marker = markerAt(text, at);
    if (!marker || marker.end >= to || isReference(text, at, marker.end)) continue;
    if (at > from && marker.style === 'arabic' && /[\d.]/.test(text[at - 1]!)) continue;
    // 二、三产业: two numbers in a row are about so many, not a heading.
    if (at > from && marker.style === 'han' && parseHan(text[marker.end]!) === marker.ordinal + 1) continue;
    found.push({ marker, at, bound: boundBefore(text, from, at) });
  }
  return found;
}

/** 第二十条第(一)项, 本条(二)款: numbers inside a citation. */
function isReference(text: string, at: number, end: number): boolean {
  return /[第条款项]/.test(text[at - 1] ?? '') || /[项款条目类]/.test(text[end] ?? '');
}

function boundBefore(text: string, from: number, at: number): Candidate['bound'] {
  let before = at - 1;
  while (before >= from && /[”’)》]/.test(text[before]!)) before--;
  if (before < from || /[。!?;\s]/.test(text[before]!)) return text[before] === ';' ? 'colon' : 'strong';
  return text[before] === ':' && before === at - 1 ? 'colon' : 'weak';
}

type Runs = Partial<Record<MarkStyle, number>>;

function acceptedCuts(text: string, from: number, to: number, candidates: readonly Candidate[]): readonly number[] {
  const tops = topCuts(text, from, to, candidates);
  if (tops.length === 0 && !opensWith(candidates, from, 'han-paren')) return [];
  const runs: Runs = {};
  const cuts: number[] = [];
  let lastTop = -1;
  let seen = 0;
  for (const candidate of candidates) {
    const { style, ordinal } = candidate.marker;
    const isTop = style === 'han' || style === 'part';
    const listed = style === 'arabic' && ordinal === seen + 1;
    if (style === 'arabic') seen = ordinal;
    if (isTop ? !tops.includes(candidate) : !believed(text, candidate, runs, lastTop, tops.length > 0, listed)) continue;
    if (isTop) {
      lastTop = candidate.marker.end;
      delete runs['han-paren'];
    }
    if (style !== 'arabic') {
      delete runs.arabic;
      seen = 0;
    }
    if (style === 'arabic' && ordinal > 1 && ordinal !== (runs.arabic ?? 0) + 1) runs[ordinal === (runs['han-paren'] ?? -1) + 1 ? 'han-paren' : 'han'] = ordinal;
    else runs[style] = ordinal;
    cuts.push(candidate.at);
  }
  return cuts;
}

const opensWith = (candidates: readonly Candidate[], from: number, style: MarkStyle): boolean => candidates[0]?.at === from && candidates[0].marker.style === style;

/** First-level marks that make a run in this line, or a last heading that lost only its own line break. */
function topCuts(text: string, from: number, to: number, candidates: readonly Candidate[]): readonly Candidate[] {
  const strong = candidates.filter(({ marker }) => marker.style === 'han' || marker.style === 'part');
  const run: Candidate[] = [];
  for (const candidate of strong) {
    const last = run[run.length - 1]?.marker.ordinal ?? 0;
    const next = candidate.marker.ordinal === last + 1;
    if (candidate.bound === 'strong' || (candidate.bound === 'colon' && next && last === 0) || (candidate.bound === 'weak' && next && last > 0)) run.push(candidate);
  }
  if (run.length >= 2) return run;
  const only = run[0];
  if (!only || only.bound === 'weak') return [];
  if (only.at === from) return run;
  const tail = text.slice(only.at, to);
  const isLastHeading = tail.length <= 40 && !/[。;,]/.test(tail);
  const holdsSection = candidates.some((other) => other.at > only.at && other.marker.style === 'han-paren' && other.marker.ordinal === 1);
  // 一、 behind a stop begins something; of a list there would be a 二、 as well.
  const begins = text.charCodeAt(only.at - 1) <= 0x20 || (only.marker.ordinal === 1 && only.bound === 'strong');
  return isLastHeading || holdsSection || (begins && to - from > 200) ? run : [];
}

/** A lower mark is a heading when it stands behind a stop in its run's order, or is glued to the heading above it. */
function believed(text: string, candidate: Candidate, runs: Runs, lastTop: number, collapsed: boolean, listed: boolean): boolean {
  const { style, ordinal } = candidate.marker;
  const last = runs[style] ?? 0;
  if (style === 'han-paren') {
    if (candidate.bound === 'strong') return collapsed || last > 0 || candidate.at === 0 || ordinal === 1;
    if (ordinal === last + 1 && last > 0) return collapsed && candidate.bound === 'weak';
    return ordinal === 1 && lastTop >= 0 && candidate.at - lastTop <= LONGEST_GLUED && !/[。;]/.test(text.slice(lastTop, candidate.at));
  }
  if (style !== 'arabic' || !collapsed || candidate.bound !== 'strong') return false;
  // 3. behind (二), with no 2. before it: a list does not begin with 3, so it is a heading in another form.
  return ordinal === last + 1 || (last === 0 && !listed && (ordinal === (runs['han-paren'] ?? -1) + 1 || ordinal === (runs.han ?? -1) + 1));
}
