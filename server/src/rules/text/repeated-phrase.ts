/**
 * The same characters twice in a row (基础设施基础设施): a slip of copying. Doubled words that are right are short or have a numeral in them, so only
 * phrases of four characters count, and shorter ones where they stand at the edge of a clause: inside it, one word may end as the next begins (党组织组织学习).
 */

import { MOST_PER_BLOCK, WRITTEN } from '../../edit';
import { isHan } from '../../text';
import { isAccepted } from '../house';
import { defineBlockRule } from '../rule';
import type { BlockContext, Found } from '../rule';
import page from './repeated-phrase.md';

const SHORTEST = 2;
/** From this length on a phrase counts wherever it stands. */
const LONG = 4;
const LONGEST = 16;
const NUMERALS = /[〇零○一二三四五六七八九十百千万亿两几]/;

interface Doubled {
  readonly start: number;
  /** Characters of one occurrence. */
  readonly length: number;
  /** Behind the last occurrence. */
  readonly end: number;
}

function* check({ block, grammar, house }: BlockContext): Iterable<Found> {
  const { text } = block;
  let covered: Doubled[] = [];
  for (let length = SHORTEST; length <= LONGEST && length * 2 <= text.length; length++) {
    for (const doubled of doubledIn(text, length)) {
      if (covered.length >= MOST_PER_BLOCK) break;
      const phrase = text.slice(doubled.start, doubled.start + length);
      if (covered.some((other) => other.start < doubled.end && doubled.start < other.end)) continue;
      if (isMistake(text, doubled, phrase) && !grammar.source.doubled.includes(phrase) && !isAccepted(text, doubled, house)) covered = [...covered, doubled];
    }
  }
  for (const { start, length, end } of covered) {
    const phrase = text.slice(start, start + length);
    yield {
      at: { start, end }, message: 'repeated', args: { phrase },
      fix: { safety: 'suggested', title: 'once', args: { phrase }, edits: () => [{ span: { start: start + length, end }, text: '' }] },
    };
  }
}

/**
 * Places where `length` Han characters follow themselves. Such a place makes the text agree with itself, shifted by `length`, that many times in a row, so it is
 * enough to look at every `length`-th character and to walk out from where they agree.
 */
function doubledIn(text: string, length: number): readonly Doubled[] {
  const found: Doubled[] = [];
  const last = text.length - length;
  for (let probe = length - 1, from = 0; probe < last; probe += length) {
    if (!agrees(text, probe, length)) continue;
    let start = probe;
    while (start > from && agrees(text, start - 1, length)) start--;
    let end = probe + 1;
    while (end < last && agrees(text, end, length)) end++;
    if (end - start >= length && found.push({ start, length, end: start + length + Math.floor((end - start) / length) * length }) >= MOST_PER_BLOCK) return found;
    probe = from = end;
  }
  return found;
}

function agrees(text: string, at: number, shift: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x2fff && code === text.charCodeAt(at + shift) && isHan(code);
}

function isMistake(text: string, { start, length, end }: Doubled, phrase: string): boolean {
  if (isPeriodic(phrase)) return false;
  if (length >= LONG) return !isNumeral(phrase);
  if (NUMERALS.test(phrase[0]!)) return false;
  if (length === SHORTEST) return end - start === length * 2 && (OPENS.test(text.slice(Math.max(0, start - 2), start)) || CLOSES.test(text.slice(end, end + 1)));
  return !isHan(text.charCodeAt(start - 1)) || !isHan(text.charCodeAt(end));
}

/** What stands before the first word of a clause, and behind the last. */
const OPENS = /(?:^|[。,、;:!?)”])\s?$|[一二三四五六七八九十]是$/;
const CLOSES = /^[。,、;:!?(]?$/;

/** 哈哈哈哈: made of a shorter repetition, so no phrase. */
function isPeriodic(phrase: string): boolean {
  for (let period = 1; period * 2 <= phrase.length; period++) if (phrase.length % period === 0 && phrase === phrase.slice(0, period).repeat(phrase.length / period)) return true;
  return false;
}

const isNumeral = (phrase: string): boolean => [...phrase].filter((character) => NUMERALS.test(character)).length * 2 > phrase.length;

export const repeatedPhrase = defineBlockRule({
  code: 'text/repeated-phrase',
  group: 'text',
  since: '0.1.0',
  severity: 'warning',
  basis: ['practice'],
  fix: 'suggested',
  roles: WRITTEN,
  page,
  messages: {
    repeated: { zh: '“{phrase}”连写了两遍，多半是复制时留下的。请核对后删去一处。', en: '“{phrase}” stands here twice in a row, probably left over from copying. Check and remove one.' },
    once: { zh: '只留一处“{phrase}”', en: 'Keep “{phrase}” once' },
  },
  check,
});
