/**
 * Places of a report that formatting never touches: what stands in 《》 and quotation marks, addresses, code, comments, tags, links. A mark that opens and is never closed
 * protects to the end of its paragraph, one that closes and was never opened from the beginning of it: what may be quoted is not touched.
 */

import { memoOn, partitionPoint } from '../base';
import { addressesIn } from '../edit';
import type { Report } from '../report';
import { inSource } from '../syntax';
import type { Block } from '../syntax';
import type { Edit, Span } from '../text';

/** Pairs in folded text. Brackets are none: what stands in them is text like any other. */
const PAIRS = ['“”', '‘’', '《》', '〈〉', '「」', '『』'];
const OPENS = new Map(PAIRS.map((pair, kind) => [pair.charCodeAt(0), kind]));
const CLOSES = new Map(PAIRS.map((pair, kind) => [pair.charCodeAt(1), kind]));
const QUOTE = 0x22;
/** Code spans, tags and the targets of links; none of them longer than a line may be. */
const INLINE = /(`+)[^`\n]{1,2000}\1|<\/?[A-Za-z][^<>\n]{0,500}>|\]\([^()\n]{0,500}\)/g;

/** Answers whether an edit keeps clear of what must not be touched. Asked in any order. */
export function freeIn(report: Report): (edit: Edit) => boolean {
  const places = protectedPlaces(report);
  return ({ span: { start, end } }) => {
    const near = places[partitionPoint(places, (place) => place.end <= start)];
    // An empty edit at the edge stands outside.
    return !near || (start === end ? start <= near.start : end <= near.start);
  };
}

/** The protected places of a report, absolute, in order, none touching another. */
export const protectedPlaces: (report: Report) => readonly Span[] = memoOn(({ tree }) => {
  const places: Span[] = [...commentsIn(tree.text.value), ...fencesIn(tree.text.value)];
  tree.blocks.forEach((block, index) => {
    const start = tree.starts[index]!;
    if (block.kind !== 'text') places.push({ start, end: start + block.raw.length });
    else for (const own of placesIn(block)) places.push({ start: start + own.start, end: start + own.end });
  });
  return joined(places);
});

/** HTML comments, over lines too; one that is never closed protects what follows it. */
function commentsIn(value: string): readonly Span[] {
  const places: Span[] = [];
  for (let start = value.indexOf('<!--'); start >= 0; ) {
    const close = value.indexOf('-->', start + 4);
    const end = close < 0 ? value.length : close + 3;
    places.push({ start, end });
    start = value.indexOf('<!--', end);
  }
  return places;
}

/** Code between lines of ~~~, which reading does not know for code. */
function fencesIn(value: string): readonly Span[] {
  const lines = value.includes('~~~') ? [...value.matchAll(/^~~~.*$/gm)] : [];
  return lines.flatMap((line, i) => (i % 2 === 0 ? [{ start: line.index, end: lines[i + 1] ? lines[i + 1]!.index + 3 : value.length }] : []));
}

/** Protected places of one block, offsets in its source. */
const placesIn: (block: Block) => readonly Span[] = memoOn((block) => {
  const { text } = block;
  const inline = text.includes('`') || text.includes('<') || text.includes('](') ? [...text.matchAll(INLINE)].map((match) => ({ start: match.index, end: match.index + match[0].length })) : [];
  return joined([...quotedIn(text), ...addressesIn(text), ...inline]).map((place) => inSource(block, place));
});

function quotedIn(text: string): readonly Span[] {
  const places: Span[] = [];
  const depths = PAIRS.map(() => 0);
  const starts = PAIRS.map(() => 0);
  let quote = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Nearly every character is beyond the marks.
    if (code > 0x300f || (code < 0x2018 && code !== QUOTE)) continue;
    if (code === QUOTE) {
      if (quote >= 0) places.push({ start: quote, end: at + 1 });
      quote = quote < 0 ? at : -1;
    }
    const opens = OPENS.get(code);
    const closes = CLOSES.get(code);
    if (opens !== undefined && depths[opens]!++ === 0) starts[opens] = at;
    else if (closes !== undefined && !isApostrophe(text, at, code)) {
      if (depths[closes] === 0) places.push({ start: 0, end: at + 1 });
      else if (--depths[closes]! === 0) places.push({ start: starts[closes]!, end: at + 1 });
    }
  }
  depths.forEach((depth, kind) => depth > 0 && places.push({ start: starts[kind]!, end: text.length }));
  if (quote >= 0) places.push({ start: quote, end: text.length });
  return places;
}

const isApostrophe = (text: string, at: number, code: number): boolean => code === 0x2019 && /[A-Za-z]/.test(text[at - 1] ?? '') && /[A-Za-z]/.test(text[at + 1] ?? '');

/** In order, with overlapping and touching ones made one. */
function joined(places: readonly Span[]): readonly Span[] {
  const ordered = [...places].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of ordered) {
    const last = result[result.length - 1];
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
