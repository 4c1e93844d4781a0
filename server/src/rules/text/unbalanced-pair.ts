/**
 * Quotation marks, title marks and brackets that have no partner. A paragraph is read by itself; what it leaves open may still be closed in the next ones,
 * which is why the rule sees the whole report. Width is of no matter here.
 */

import { memoOn } from '../../base';
import { placeOf } from '../../syntax';
import type { Block } from '../../syntax';
import { isDigit } from '../../text';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import { WRITTEN } from './scan/roles';
import { isAlphanumeric, isLatin, isSpace, MOST_PER_BLOCK, writtenOf } from './scan/written';
import page from './unbalanced-pair.md';

const PAIRS = ['“”', '‘’', '《》', '〈〉', '()'];
const WIDE = ['“”', '‘’', '《》', '〈〉', '（）'];
const KIND = new Map(PAIRS.flatMap((pair, kind) => [...pair].map((mark, side) => [mark.charCodeAt(0), kind * 2 + side] as const)));
const SINGLE = 1;
const ROUND = 4;
/** A quotation may run over this many paragraphs before it counts as never closed. */
const FARTHEST = 3;
/** Two opening quotation marks as close as this are one pair with a mark turned the wrong way. */
const TURNED = 40;

/** A mark without a partner in its block; offset in `block.text`. */
interface Loose {
  readonly kind: number;
  readonly opens: boolean;
  readonly at: number;
}

const looseOf: (block: Block) => readonly Loose[] = memoOn((block) => {
  const { text } = block;
  const open: number[][] = PAIRS.map(() => []);
  const loose: Loose[] = [];
  let listed = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const known = code === 0x28 || code === 0x29 || (code >= 0x2018 && code <= 0x300b) ? KIND.get(code) : undefined;
    if (known === undefined) continue;
    const kind = known >> 1;
    if ((known & 1) === 0) {
      if (kind !== SINGLE || !isDigit(text.charCodeAt(at + 1))) open[kind]!.push(at);
    } else if (open[kind]!.length > 0) {
      if (kind === ROUND && isListMark(text, at)) listed++;
      open[kind]!.pop();
    } else if (!isExcused(text, kind, at) && !(kind === ROUND && listed-- > 0)) loose.push({ kind, opens: false, at });
    if (loose.length >= MOST_PER_BLOCK) break;
  }
  open.forEach((starts, kind) => starts.slice(0, MOST_PER_BLOCK).forEach((at) => loose.push({ kind, opens: true, at })));
  return loose.sort((a, b) => a.at - b.at);
});

/** Closing marks that close nothing and are right: an apostrophe, `1)` before an item, a smile. */
function isExcused(text: string, kind: number, at: number): boolean {
  if (kind === SINGLE) return isAlphanumeric(text.charCodeAt(at - 1)) || isAlphanumeric(text.charCodeAt(at + 1));
  return kind === ROUND && (isListMark(text, at) || /[:;]-?$/.test(text.slice(Math.max(0, at - 2), at)));
}

/** `1)`, `a)`, `一)` at the start or behind a mark or blank. */
function isListMark(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - 4), at);
  const match = /(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/.exec(head);
  if (!match) return false;
  const before = at - match[0].length - 1;
  return before < 0 || isSpace(text.charCodeAt(before)) || ',;:。、!?'.includes(text[before]!);
}

interface Pending extends Loose {
  readonly index: number;
}

function* check({ report }: ReportContext): Iterable<Found> {
  const { tree, roles } = report;
  let pending: Pending[] = [];
  let index = -1;
  for (const block of tree.blocks) {
    index++;
    const role = roles[index]!;
    if (role === 'page' || role === 'comment' || role === 'code') continue;
    const own = WRITTEN.includes(role);
    const loose = looseOf(block);
    if (loose.length === 0 && pending.length === 0) continue;
    yield* pending.filter((mark) => index - mark.index > FARTHEST).map((mark) => findingOf(report, mark, tree.blocks[mark.index]!));
    pending = pending.filter((mark) => index - mark.index <= FARTHEST);
    const left: Pending[] = [];
    for (const mark of loose) {
      const partner = mark.opens ? -1 : pending.findLastIndex((other) => other.opens && other.kind === mark.kind);
      // Each paragraph of a long quotation opens with “, and only the last closes.
      const again = mark.opens && mark.at === 0 ? pending.findIndex((other) => other.opens && other.kind === mark.kind) : -1;
      if (partner >= 0) pending.splice(partner, 1);
      // The head of a table may be cut in the middle of a bracket: it closes what stands open, and opens nothing.
      else if (own) left.push({ ...mark, index });
      if (again >= 0) pending.splice(again, 1);
    }
    for (let i = 0; i < left.length; i++) {
      const turned = turnedAt(block, left[i]!, left[i + 1]);
      if (turned) {
        yield turnedFinding(report, { ...left[i]!, at: turned.at }, turned.mark);
        i++;
      } else if (left[i]!.opens) pending.push(left[i]!);
      else yield findingOf(report, left[i]!, block);
    }
  }
  yield* pending.map((mark) => findingOf(report, mark, tree.blocks[mark.index]!));
}

/** `“四议“` or `”四议”`: which of the two marks is turned, and what it should be. */
function turnedAt(block: Block, first: Loose, second: Loose | undefined): { readonly at: number; readonly mark: string } | null {
  if (!second || first.kind > SINGLE || second.kind !== first.kind || second.opens !== first.opens || second.at - first.at > TURNED || second.at - first.at < 2) return null;
  if (block.text.slice(first.at, second.at).includes('。')) return null;
  return first.opens ? { at: second.at, mark: PAIRS[first.kind]![1]! } : { at: first.at, mark: PAIRS[first.kind]![0]! };
}

function turnedFinding(report: ReportContext['report'], mark: Pending, instead: string): Found {
  const at = placeOf(report.tree, mark.index, { start: mark.at, end: mark.at + 1 });
  const written = report.tree.text.value.slice(at.start, at.end);
  return { at, message: 'turned', args: { mark: written, instead }, fix: { safety: 'suggested', title: 'turn', args: { instead }, edits: () => [{ span: at, text: instead }] } };
}

function findingOf(report: ReportContext['report'], mark: Pending, block: Block): Found {
  const at = placeOf(report.tree, mark.index, { start: mark.at, end: mark.at + 1 });
  const written = writtenOf(block)[mark.at]!;
  const pair = written === '(' || written === ')' ? PAIRS[ROUND]! : WIDE[mark.kind]!;
  const partner = mark.opens ? pair[1]! : pair[0]!;
  if (!mark.opens) return { at, message: 'unopened', args: { mark: written, partner }, fix: { safety: 'suggested', title: 'remove', args: { mark: written }, edits: () => [{ span: at, text: '' }] } };
  const end = closingPlace(block.text, mark.at);
  const place = placeOf(report.tree, mark.index, { start: end - 1, end }).end;
  return { at, message: 'unclosed', args: { mark: written, partner }, fix: { safety: 'suggested', title: 'close', args: { partner }, edits: () => [{ span: { start: place, end: place }, text: partner }] } };
}

/** Where a pair that was left open may close: before the next mark that ends a clause. */
function closingPlace(text: string, from: number): number {
  for (let at = from + 2; at < text.length; at++) if (',。;:!?'.includes(text[at]!) && !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) && !isLatin(text.charCodeAt(at + 1))) return at;
  return text.length;
}

export const unbalancedPair = defineReportRule({
  code: 'text/unbalanced-pair',
  group: 'text',
  since: '0.1.0',
  severity: 'error',
  basis: ['standard'],
  fix: 'suggested',
  page,
  messages: {
    unclosed: { zh: '“{mark}”有始无终，后面找不到配对的“{partner}”。请补上另一半。', en: '“{mark}” is never closed: no “{partner}” follows. Add the other half.' },
    unopened: { zh: '“{mark}”前面没有配对的“{partner}”。请补上另一半，或者删去。', en: '“{mark}” closes nothing: no “{partner}” stands before it. Add the other half or remove it.' },
    turned: { zh: '引号方向反了：此处的“{mark}”应当是“{instead}”。', en: 'This quotation mark is turned the wrong way: “{mark}” should be “{instead}”.' },
    close: { zh: '在本句内补上“{partner}”', en: 'Close with “{partner}” in this clause' },
    remove: { zh: '删去“{mark}”', en: 'Remove “{mark}”' },
    turn: { zh: '改为“{instead}”', en: 'Change to “{instead}”' },
  },
  check,
});
