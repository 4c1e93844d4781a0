/**
 * Quotation marks, title marks and brackets that have no partner. A paragraph is read by itself; what it leaves open may still be closed in the next ones,
 * which is why the rule sees the whole report. Width is of no matter here.
 */

import { styleFaultsOf, WRITTEN, writtenOf } from '../../edit';
import { placeOf } from '../../syntax';
import type { Block } from '../../syntax';
import type { Edit } from '../../text';
import { defineReportRule } from '../rule';
import type { Fix, Found, ReportContext } from '../rule';
import { closingPlaces, openingPlace } from './scan/closing-places';
import { looseOf, PAIRS, ROUND, SINGLE } from './scan/loose-marks';
import type { Loose } from './scan/loose-marks';
import page from './unbalanced-pair.md';

const WIDE = ['“”', '‘’', '《》', '〈〉', '（）'];
/** What stays open this many blocks long is never closed; lines cut at a margin are blocks too. */
const FARTHEST = 6;
/** Two opening quotation marks as close as this are one pair with a mark turned the wrong way. */
const TURNED = 40;

interface Pending extends Loose {
  readonly index: number;
  /** Stands in a table or in what is no part of the report: it may find its partner, and is not spoken of otherwise. */
  readonly silent: boolean;
}

function* check({ report }: ReportContext): Iterable<Found> {
  const { tree, roles } = report;
  const marks = halfMarks(report);
  let pending: Pending[] = [];
  let index = -1;
  for (const block of tree.blocks) {
    index++;
    const role = roles[index]!;
    if (role === 'page' || role === 'comment' || role === 'code') continue;
    const silent = !WRITTEN.includes(role);
    const found = looseOf(block);
    const loose = found.length > 0 && marks.has(index) ? found.filter((mark) => mark.at !== block.marker?.start) : found;
    if (loose.length === 0 && pending.length === 0) continue;
    yield* pending.filter((mark) => !mark.silent && index - mark.index > FARTHEST).map((mark) => findingOf(report, mark, tree.blocks[mark.index]!));
    pending = pending.filter((mark) => index - mark.index <= FARTHEST);
    // Each paragraph of a long quotation opens with “, and only the last closes.
    if (block.text.charCodeAt(0) === 0x201c) pending = pending.filter((other) => other.kind !== 0 || other.index < index - 1);
    const left: Pending[] = [];
    for (const mark of loose) {
      const partner = mark.opens ? -1 : pending.findLastIndex((other) => other.opens && other.kind === mark.kind);
      if (partner >= 0) pending.splice(partner, 1);
      else left.push({ ...mark, index, silent });
    }
    for (let i = 0; i < left.length; i++) {
      const turned = silent ? null : turnedAt(block, left[i]!, left[i + 1]);
      const straight = silent || turned ? null : straightFor(block, left[i]!);
      if (straight) yield straightFinding(report, { ...left[i]!, at: straight.at }, straight.mark);
      else if (turned) {
        yield turnedFinding(report, { ...left[i]!, at: turned.at }, turned.mark);
        i++;
      } else if (left[i]!.opens) pending.push(left[i]!);
      else if (!silent) yield findingOf(report, left[i]!, block);
    }
  }
  yield* pending.filter((mark) => !mark.silent).map((mark) => findingOf(report, mark, tree.blocks[mark.index]!));
}

/** Blocks whose number mark lacks a bracket, where another rule says so. */
function halfMarks(report: ReportContext['report']): ReadonlySet<number> {
  return new Set(styleFaultsOf(report).filter(({ kind, section }) => kind === 'shape' && !section.marker!.written.includes(')')).map(({ section }) => section.block));
}

/** `“四议"` or `"四议”`: the straight mark that took the place of the partner, and what it should be. */
function straightFor(block: Block, mark: Loose): { readonly at: number; readonly mark: string } | null {
  if (mark.kind > SINGLE) return null;
  const { text } = block;
  const straight = mark.kind === SINGLE ? "'" : '"';
  const at = mark.opens ? text.indexOf(straight, mark.at + 1) : text.lastIndexOf(straight, mark.at - 1);
  const between = mark.opens ? text.slice(mark.at + 1, at) : text.slice(at + 1, mark.at);
  if (at < 0 || between.length < 1 || between.length > TURNED || /[。“”‘’]/.test(between)) return null;
  // Straight marks that come in pairs are a pair of their own.
  return (text.split(straight).length - 1) % 2 === 0 ? null : { at, mark: PAIRS[mark.kind]![mark.opens ? 1 : 0]! };
}

function straightFinding(report: ReportContext['report'], mark: Pending, instead: string): Found {
  const at = placeOf(report.tree, mark.index, { start: mark.at, end: mark.at + 1 });
  const written = report.tree.text.value.slice(at.start, at.end);
  return { at, message: 'straight', args: { mark: written, instead }, fix: { safety: 'suggested', title: 'turn', args: { instead }, edits: () => [{ span: at, text: instead }] } };
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
  if (!mark.opens) {
    const place = openingPlace(report, block, mark);
    const fix: Fix = { safety: 'suggested', title: 'remove', args: { mark: written }, edits: () => [{ span: at, text: '' }] };
    return { at, message: 'unopened', args: { mark: written, partner }, fix, ...(place < 0 ? {} : { alternatives: [putIn(report, mark.index, place, partner, 'open')] }) };
  }
  const found = { at, message: 'unclosed', args: { mark: written, partner } };
  const remove: Fix = { safety: 'suggested', title: 'remove', args: { mark: written }, edits: () => [{ span: at, text: '' }] };
  const [first, ...others] = closingPlaces(report, block, mark).map((place): Fix => putIn(report, mark.index, place, partner, 'close'));
  return first ? { ...found, fix: first, alternatives: [...others, remove] } : found;
}

/** Longest stretch of text that the title of a fix shows. */
const SHOWN = 8;

/** The fix that puts the missing half before `place` of a block; its title shows what stands beside. */
function putIn(report: ReportContext['report'], index: number, place: number, partner: string, title: 'close' | 'open'): Fix {
  const written = writtenOf(report.tree.blocks[index]!);
  const beside = title === 'close' ? written.slice(Math.max(0, place - SHOWN), place) : written.slice(place, place + SHOWN);
  const edits = (): readonly Edit[] => {
    const { start, end } = placeOf(report.tree, index, title === 'close' ? { start: place - 1, end: place } : { start: place, end: place + 1 });
    const at = title === 'close' ? end : start;
    return [{ span: { start: at, end: at }, text: partner }];
  };
  return { safety: 'suggested', title, args: { partner, beside }, edits };
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
    unclosed: { zh: '「{mark}」有始无终，后面找不到配对的「{partner}」。请补上另一半。', en: 'This {mark} is never closed: no {partner} follows. Add the other half.' },
    unopened: { zh: '「{mark}」前面没有配对的「{partner}」。请补上另一半，或者删去。', en: 'This {mark} closes nothing: no {partner} stands before it. Add the other half or remove it.' },
    turned: { zh: '引号方向反了：此处的「{mark}」应当是「{instead}」。', en: 'This quotation mark is turned the wrong way: {mark} should be {instead}.' },
    straight: { zh: '引号一边是弯的、一边是直的：此处的「{mark}」应当是「{instead}」。', en: 'One mark of this pair is curved and one straight: {mark} should be {instead}.' },
    close: { zh: '在“{beside}”后补上「{partner}」', en: 'Close with {partner} after “{beside}”' },
    open: { zh: '在“{beside}”前补上「{partner}」', en: 'Open with {partner} before “{beside}”' },
    remove: { zh: '删去「{mark}」', en: 'Remove {mark}' },
    turn: { zh: '改为「{instead}」', en: 'Change to {instead}' },
  },
  check,
});
