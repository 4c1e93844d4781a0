/**
 * What a writer is still to fill in: how such a place is written, and where a block has one. XX, ××, ____, 〔去年：17〕 and the words the grammar names; runs that only look
 * so – Roman numerals, addresses, years written with ○, Markdown's bold – are told apart by their neighbours. What is to stand there is not decided here.
 */

import { memoOn } from '../base';
import type { Block, CompiledGrammar } from '../syntax';
import { isLatin } from '../text';
import type { Span } from '../text';
import { addressesIn, isAlphanumeric, MOST_PER_BLOCK, within, writtenOf } from './scan';

/** A place to fill in, in `block.text`. */
export interface Blank extends Span {
  /** What stood there last year, as it was written; null where nothing says. */
  readonly last: string | null;
  /** How it is worked out from others, as written; null where it is not. */
  readonly formula: string | null;
  /** The line is one of a checklist. */
  readonly note: boolean;
}

const byGrammar = new WeakMap<CompiledGrammar, (block: Block) => readonly Blank[]>();

/** The places of a block that are to be filled in, in order. */
export function blanksToFill(block: Block, grammar: CompiledGrammar): readonly Blank[] {
  let find = byGrammar.get(grammar);
  if (!find) byGrammar.set(grammar, (find = memoOn((key: Block) => findBlanks(key, grammar))));
  return find(block);
}

const NONE: readonly Blank[] = [];

function findBlanks(block: Block, grammar: CompiledGrammar): readonly Blank[] {
  const { text } = block;
  const pattern = grammar.placeholder;
  pattern.lastIndex = 0;
  const matches = [...takeMatches(pattern, text)];
  if (matches.length === 0) return NONE;
  const addresses = addressesIn(text);
  const bold = text.startsWith('__') ? text.indexOf('__', 2) : -1;
  const note = grammar.note.test(text);
  return matches
    .filter(({ start, end }) => !within(addresses, start) && !isInnocent(text, start, end))
    .filter(({ start, end }) => !(end - start === 2 && text[start] === '_' && (start === bold || (start === 0 && bold > 0))))
    .map((place) => ({ ...place, ...contentOf(block, place, grammar), note }));
}

function* takeMatches(pattern: RegExp, text: string): Iterable<Span> {
  let count = 0;
  for (let match = pattern.exec(text); match && count < MOST_PER_BLOCK; match = pattern.exec(text), count++) {
    if (match[0] === '') return;
    yield { start: match.index, end: match.index + match[0].length };
  }
}

function isInnocent(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  // XXI, Exxon, xx.com, max_xx: part of a longer word.
  if (before === 0x5f && isLatin(text.charCodeAt(start - 2))) return true;
  if (first === 0x58 || first === 0x78) return isLatin(before) || isLatin(after) || '.@/\\'.includes(text[start - 1] ?? ' ') || (text[end] === '.' && isAlphanumeric(text.charCodeAt(end + 1)));
  if (first === 0x5f) return isAlphanumeric(before) && isAlphanumeric(after);
  // 二○○八年: a year.
  if (text[start] === '○') return /[一二三四五六七八九]/.test(text[start - 1] ?? '') || /[一二三四五六七八九]/.test(text[end] ?? '');
  return false;
}

/** What a place in 〔〕 says of last year. */
function contentOf(block: Block, { start, end }: Span, grammar: CompiledGrammar): Pick<Blank, 'last' | 'formula'> {
  const { last, by, worked } = grammar.source.draft;
  const inner = block.text.slice(start + 1, end - 1);
  if (!block.text.startsWith(OPEN, start) || !inner.startsWith(`${last}:`)) return { last: null, formula: null };
  const from = last.length + 1;
  const comma = inner.lastIndexOf(`,${by}`);
  const cut = comma >= from && inner.endsWith(worked) ? comma : inner.length;
  return { last: writtenOf(block).slice(start + 1 + from, start + 1 + cut), formula: cut < inner.length ? inner.slice(cut + 1 + by.length, inner.length - worked.length) : null };
}

const OPEN = '〔';
const CLOSE = '〕';

/** A place to fill in that shows what stood there last year, and by which formula it is worked out: 〔去年：97.52，按前1项÷前2项计算〕. */
export function writePlaceholder(value: string, formula: string | null, grammar: CompiledGrammar): string {
  const { last, by, worked } = grammar.source.draft;
  return `${OPEN}${last}：${value}${formula === null ? '' : `，${by}${formula}${worked}`}${CLOSE}`;
}

/** A line of a checklist, on a line of its own: 〔去年计划：…〕. */
export const writeNote = (kind: string, words: string): string => `${OPEN}${kind}：${words}${CLOSE}`;

/** Whether a text can stand in a placeholder as what was there last year. */
export const canBeShown = (value: string): boolean => value !== '' && value.length <= LONGEST && !/[〔〕\r\n]/.test(value);

const LONGEST = 120;
