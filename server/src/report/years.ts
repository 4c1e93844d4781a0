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

/** A year as it stands anywhere in a block, whatever it is there for. `end` is behind the 年 (度), or behind the digits where there is none. */
export interface WrittenYear {
  readonly year: number;
  readonly start: number;
  readonly end: number;
  /** It opens the block's running text, its heading words or a sentence. */
  readonly initial: boolean;
  /** Inside 《》, quotation marks or 〔〕. */
  readonly quoted: boolean;
  /** One end of a span of years (2021—2025年). */
  readonly spanned: boolean;
  /** Behind the month or the day of a date that begins here; -1 where no date does. */
  readonly dateEnd: number;
  /** Digits without 年. */
  readonly bare: boolean;
}

const WRITTEN = /(?<![\d.·])(?<!\d,)(?:((?:19|20)\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s?年度?|((?:19|20)\d{2})(?=[\u4e00-\u9fff)]))/g;
const DATE = /^\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月(?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日)?/;

/** All years of a block, in order: for those who must decide about each. */
export function writtenYears(block: Block): readonly WrittenYear[] {
  const { text } = block;
  if (!/[12][09]\d\d|二[〇零○]/.test(text)) return [];
  const closed = quotedPlaces(text);
  const found: WrittenYear[] = [];
  let place = 0;
  for (const match of text.matchAll(WRITTEN)) {
    const start = match.index;
    const end = start + match[0].length;
    while (place < closed.length && closed[place]![1] <= start) place++;
    const date = match[1] === undefined || match[0].endsWith('度') ? null : DATE.exec(text.slice(end, end + 12));
    found.push({
      year: numberOf(match[1] ?? match[2]!), start, end,
      initial: opensSentence(block, start),
      quoted: place < closed.length && closed[place]![0] <= start,
      spanned: /^\s?[-—–~～至到]\s?(?:19|20)?\d\d/.test(text.slice(end, end + 10)) || /\d{4}\s?年?\s?[-—–~～至到]\s?$/.test(text.slice(Math.max(0, start - 10), start)),
      dateEnd: date ? end + date[0].length : -1,
      bare: match[1] === undefined,
    });
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

/** Places inside 《…》, “…” and 〔…〕 with offsets; an unclosed mark protects to the end of its sentence. */
export function quotedPlaces(text: string): readonly (readonly [number, number])[] {
  if (!/[《“〔]/.test(text)) return [];
  const places: [number, number][] = [];
  const pattern = /《[^》]*(?:》|$)|“[^”。]*(?:”|。|$)|〔[^〕。]*(?:〕|。|$)/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) places.push([match.index, pattern.lastIndex]);
  return places;
}
