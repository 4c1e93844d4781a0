/**
 * Years in running text: which mentions can tell the period, and which are other years by right (inside 《》 and quotes, in spans of years, in comparisons).
 */

import { memoOn } from '../base';
import type { Block, CompiledGrammar } from '../syntax';

/** A year as written in `block.text`: digits and 年 (度). */
export interface YearWord {
  readonly year: number;
  readonly start: number;
  readonly end: number;
  /** The year opens the block's running text or a sentence of it. */
  readonly initial: boolean;
  /** A month follows: a date, which tells less. */
  readonly dated: boolean;
}

const YEAR = /(?<![\d.])((?:19|20)\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s?年(度|\s?[\d一二三四五六七八九十])?/g;

const byGrammar = new WeakMap<CompiledGrammar, (block: Block) => readonly YearWord[]>();

/** Years of a block that could be the report's, in order. */
export function yearsOf(block: Block, grammar: CompiledGrammar): readonly YearWord[] {
  let find = byGrammar.get(grammar);
  if (!find) {
    find = memoOn((key: Block) => findYears(key, grammar));
    byGrammar.set(grammar, find);
  }
  return find(block);
}

function findYears(block: Block, grammar: CompiledGrammar): readonly YearWord[] {
  const { text } = block;
  if (text.indexOf('年') < 0) return [];
  const closed = quotedPlaces(text);
  const found: YearWord[] = [];
  let place = 0;
  YEAR.lastIndex = 0;
  for (let match = YEAR.exec(text); match; match = YEAR.exec(text)) {
    const start = match.index;
    const end = start + match[0].length - (match[2] && match[2] !== '度' ? match[2].length : 0);
    while (place < closed.length && closed[place]![1] <= start) place++;
    if (place < closed.length && closed[place]![0] <= start) continue;
    const initial = opensSentence(block, start);
    // Nothing that stands before a sentence, a heading's number least of all, says which year the sentence means.
    if ((!initial && grammar.before.test(text.slice(Math.max(0, start - 12), start))) || grammar.after.test(text.slice(end, end + 12))) continue;
    if (/^\s?[-—–~至到]/.test(text.slice(end)) || /\d{4}\s?年?\s?[-—–~至到]$/.test(text.slice(Math.max(0, start - 8), start))) continue;
    found.push({ year: numberOf(match[1]!), start, end, initial, dated: Boolean(match[2]) && match[2] !== '度' });
  }
  return found;
}

function numberOf(written: string): number {
  if (/\d/.test(written)) return Number(written);
  return Number([...written].map((digit) => '〇一二三四五六七八九'.indexOf(digit === '零' || digit === '○' ? '〇' : digit)).join(''));
}

function opensSentence(block: Block, start: number): boolean {
  if (start === block.bodyStart || start === 0 || start === block.title.start) return true;
  const before = block.text.slice(Math.max(0, start - 4), start);
  return /[。!?]["”]?\s*$/.test(before) || /(?:^|[。!?]\s?)[在对]\s?$/.test(before) || (start <= block.bodyStart + 2 && /^[在对]\s?$/.test(block.text.slice(block.bodyStart, start)));
}

/** Places inside 《…》 and “…” with offsets; an unclosed mark protects to the end of its sentence. */
export function quotedPlaces(text: string): readonly (readonly [number, number])[] {
  if (!/[《“]/.test(text)) return [];
  const places: [number, number][] = [];
  const pattern = /《[^》]*(?:》|$)|“[^”。]*(?:”|。|$)/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) places.push([match.index, pattern.lastIndex]);
  return places;
}
