/**
 * Blanks that were never filled in: XX, ××, ____, 〔去年:…〕, and the words the grammar names. Runs that only look so – Roman numerals, addresses,
 * years written with ○, Markdown's bold – are told apart by their neighbours.
 */

import type { Role } from '../../report';
import { defineBlockRule } from '../rule';
import type { BlockContext, Found } from '../rule';
import { addressesIn, isAlphanumeric, isLatin, MOST_PER_BLOCK, within } from './scan/written';
import page from './placeholder.md';

const ROLES: readonly Role[] = ['title', 'address', 'opening', 'heading', 'body', 'table', 'sign-off'];
const LONGEST = 20;

function* check({ block, grammar }: BlockContext): Iterable<Found> {
  const { text } = block;
  const pattern = grammar.placeholder;
  pattern.lastIndex = 0;
  const matches = [...takeMatches(pattern, text)];
  if (matches.length === 0) return;
  const addresses = addressesIn(text);
  const bold = text.startsWith('__') ? text.indexOf('__', 2) : -1;
  for (const { start, end } of matches) {
    if (within(addresses, start) || isInnocent(text, start, end)) continue;
    if (end - start === 2 && text[start] === '_' && (start === bold || (start === 0 && bold > 0))) continue;
    yield { at: { start, end }, message: 'left', args: { blank: text.slice(start, Math.min(end, start + LONGEST)) } };
  }
}

function* takeMatches(pattern: RegExp, text: string): Iterable<{ readonly start: number; readonly end: number }> {
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

export const placeholder = defineBlockRule({
  code: 'text/placeholder',
  group: 'text',
  since: '0.1.0',
  severity: 'error',
  basis: ['practice'],
  fix: null,
  roles: ROLES,
  page,
  messages: {
    left: { zh: '“{blank}”是没有填写的空位，定稿前请填上实际内容。', en: '“{blank}” is a blank that was not filled in. Put the real text here before the report goes out.' },
  },
  check,
});
