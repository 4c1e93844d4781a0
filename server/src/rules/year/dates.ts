/** Dates in forms that the standards do not know, found in one block of running text. The place and what should stand there; no wording. */

import { memoOn } from '../../base';
import { yearLike } from '../../edit';
import { quotedPlaces } from '../../report';
import type { Block } from '../../syntax';
import { parseHan } from '../../text';
import type { Edit, Span } from '../../text';

/** A date out of form. Offsets count in `block.text`. */
export interface OddDate {
  readonly kind: 'zero' | 'mixed' | 'short';
  readonly at: Span;
  readonly edits: readonly Edit[];
  /** What stands there after the edits, half-width. */
  readonly to: string;
  /** The year that a short one would be, else null. */
  readonly year: number | null;
}

/** Dates out of form in a block, outside 《》 and quotation marks, in order. */
export const oddDatesOf: (block: Block) => readonly OddDate[] = memoOn((block) => {
  if (block.text.indexOf('月') < 0 && block.text.indexOf('年') < 0) return [];
  const found = [...leadingZeros(block.text), ...mixedForms(block.text), ...shortYears(block.text)].sort((a, b) => a.at.start - b.at.start);
  return found.length ? outsideQuotes(block.text, found) : found;
});

function outsideQuotes(text: string, found: readonly OddDate[]): readonly OddDate[] {
  const quoted = quotedPlaces(text);
  let place = 0;
  return found.filter(({ at }) => {
    while (place < quoted.length && quoted[place]![1] <= at.start) place++;
    return !(place < quoted.length && quoted[place]![0] <= at.start);
  });
}

const DATE = /(?<![\d.])(?:((?:19|20)\d\d)(\s?年\s?))?(\d{1,2})(\s?月(?:\s?(\d{1,2})(?=\s?日))?)/g;

function* leadingZeros(text: string): Iterable<OddDate> {
  for (const match of text.matchAll(DATE)) {
    const [whole, year, unit, month, rest, day] = match;
    const zeroMonth = month![0] === '0';
    const zeroDay = day?.[0] === '0';
    if ((!zeroMonth && !zeroDay) || !isMonth(month!) || (day !== undefined && !isDay(day)) || (year === undefined && day === undefined)) continue;
    const { index } = match;
    const monthAt = index + (year?.length ?? 0) + (unit?.length ?? 0);
    const dayAt = day === undefined ? -1 : index + whole.length - day.length;
    const end = day === undefined ? index + whole.length : text.indexOf('日', index + whole.length) + 1;
    const zeros = [...(zeroMonth ? [monthAt] : []), ...(zeroDay ? [dayAt] : [])];
    const to = (year ?? '') + (unit ?? '') + String(Number(month)) + (day === undefined ? rest! : rest!.slice(0, -day.length) + String(Number(day)) + text.slice(index + whole.length, end));
    yield { kind: 'zero', at: { start: index, end }, edits: zeros.map((at) => ({ span: { start: at, end: at + 1 }, text: '' })), to, year: null };
  }
}

const isMonth = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 12;
const isDay = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 31;

const MIXED = /(?<![\d.])((?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\d{1,2}|[一二三四五六七八九十]{1,3})日)?(?![一二三四五六七八九十])/g;

/** Arabic and Chinese digits in one date. All-Chinese dates are a form of their own and right. */
function* mixedForms(text: string): Iterable<OddDate> {
  for (const match of text.matchAll(MIXED)) {
    const parts = [match[1]!, match[2]!, ...(match[3] === undefined ? [] : [match[3]])];
    const arabic = parts.filter((part) => /\d/.test(part)).length;
    if (arabic === 0 || arabic === parts.length) continue;
    const month = numberOf(parts[1]!);
    const day = parts[2] === undefined ? null : numberOf(parts[2]);
    if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) continue;
    const to = `${yearOf(parts[0]!)}年${month}月${day === null ? '' : `${day}日`}`;
    const at = { start: match.index, end: match.index + match[0].length };
    yield { kind: 'mixed', at, edits: [{ span: at, text: to }], to, year: null };
  }
}

const numberOf = (part: string): number => (/\d/.test(part) ? Number(part) : (parseHan(part) ?? 0));
const yearOf = (part: string): number => (/\d/.test(part) ? Number(part) : Number([...part.replace(/[零○]/g, '〇')].map((digit) => '〇一二三四五六七八九'.indexOf(digit)).join('')));

/** Two digits before 年 at the beginning of a clause, with a comma, 度 or a month behind: `24年,` `24年7月` `’24年`. A span of years (历时15年) stands elsewhere. */
const SHORT = /(?<=^|[。;!?,:\s(]|(?:^|[。;!?,\s])[在对])(['’‘]?)([0-3]\d)\s?年(?=度|,|\s?\d{1,2}(?:[-—~～至]\d{1,2})?\s?月)/g;

function* shortYears(text: string): Iterable<OddDate> {
  for (const match of text.matchAll(SHORT)) {
    const start = match.index;
    const at = { start, end: start + match[0].length };
    const year = 2000 + Number(match[2]);
    const digits = start + match[1]!.length + 2;
    yield { kind: 'short', at, edits: [{ span: { start, end: digits }, text: yearLike('0', year) }], to: `${year}${text.slice(digits, at.end)}`, year };
  }
}
