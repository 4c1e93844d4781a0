/**
 * From a row of marks to a tree of headings, the cheapest way to read it: a mark may be misnumbered, mean another style than it is written in, follow
 * a gap, go on from the parent before, or be no heading at all. Costs are weighed over the whole document by a small beam search,
 * so that one mistake costs one finding and does not tip over everything behind it.
 */

import { rankOf } from './marker';
import type { MarkStyle } from './marker';

/** What is read: a numbered mark, or a line that may be a heading without a number (`strong` when its words say so). */
export type Mark = { readonly style: MarkStyle; readonly ordinal: number } | { readonly style: 'plain'; readonly strong: boolean };

/** How a mark was understood. `expected` is the number it should carry, `style` the style it stands for. */
export type Verdict =
  | { readonly kind: 'ok' | 'continued' | 'stray'; readonly rank: number }
  | { readonly kind: 'gap' | 'misnumbered' | 'reset'; readonly rank: number; readonly expected: number }
  | { readonly kind: 'restyled'; readonly rank: number; readonly expected: number; readonly style: MarkStyle };

const COST = { gap: 2, misnumbered: 2.1, back: 2.15, reset: 2.2, restyled: 2.05, opensLate: 3, continued: 0.3, stray: 2.6, plainWeak: 0.4, plainMissed: 0.8, continuedHan: 0.5 } as const;
const BEAM = 8;

/** Open runs, innermost first. */
interface Run {
  readonly style: MarkStyle | 'plain';
  readonly rank: number;
  readonly last: number;
  readonly outer: Run | null;
}

interface Reading {
  readonly run: Run | null;
  /** The last number of each style that was closed, for runs that go on under the next parent. */
  readonly closed: Closed | null;
  readonly cost: number;
  readonly verdict: Verdict | null;
  readonly before: Reading | null;
}
interface Closed {
  readonly style: MarkStyle | 'plain';
  readonly last: number;
  readonly older: Closed | null;
}

/** The verdict on each mark; linear in their number. */
export function readNumbering(marks: readonly Mark[]): readonly Verdict[] {
  const anyStrong = marks.some((mark) => mark.style === 'plain' && mark.strong);
  let readings: Reading[] = [{ run: null, closed: null, cost: 0, verdict: null, before: null }];
  for (const mark of marks) {
    const next: Reading[] = [];
    for (const reading of readings) extend(reading, mark, anyStrong, next);
    readings = best(next);
  }
  const verdicts: Verdict[] = [];
  for (let at: Reading | null = readings[0] ?? null; at?.verdict; at = at.before) verdicts.push(at.verdict);
  return verdicts.reverse();
}

function best(readings: Reading[]): Reading[] {
  readings.sort((a, b) => a.cost - b.cost);
  const kept: Reading[] = [];
  const seen = new Set<string>();
  const limit = readings[0]!.cost + 5;
  for (const reading of readings) {
    if (kept.length >= BEAM || reading.cost > limit) break;
    const state = stateOf(reading);
    if (seen.has(state)) continue;
    seen.add(state);
    kept.push(reading);
  }
  return kept;
}

function stateOf(reading: Reading): string {
  let state = '';
  for (let run = reading.run; run; run = run.outer) state += `${run.style}${run.last}/`;
  return state;
}

function extend(from: Reading, mark: Mark, anyStrong: boolean, into: Reading[]): void {
  if (mark.style === 'plain') return extendPlain(from, mark.strong, anyStrong, into);
  const { style, ordinal } = mark;
  const rank = rankOf(style);
  const own = runOf(from.run, style);
  if (own) extendOwn(from, own, ordinal, into);
  else extendOpen(from, style, rank, ordinal, into);
  for (let run = from.run; run; run = run.outer) {
    if (run.style === style || run.style === 'plain' || run.last + 1 !== ordinal) continue;
    push(into, from, { ...run, last: ordinal }, COST.restyled, { kind: 'restyled', rank: run.rank, expected: ordinal, style: run.style });
  }
  into.push({ ...from, cost: from.cost + COST.stray, verdict: { kind: 'stray', rank }, before: from });
}

/** A heading without a number closes every run; the next 一、 begins anew. */
function extendPlain(from: Reading, strong: boolean, anyStrong: boolean, into: Reading[]): void {
  const heading: Run = { style: 'plain', rank: 0, last: 1, outer: null };
  push(into, from, heading, strong ? 0 : anyStrong ? -0.1 : COST.plainWeak, { kind: 'ok', rank: 0 });
  into.push({ ...from, cost: from.cost + (strong ? COST.plainMissed : 0), verdict: { kind: 'stray', rank: 0 }, before: from });
}

function extendOwn(from: Reading, own: Run, ordinal: number, into: Reading[]): void {
  const expected = own.last + 1;
  const { rank } = own;
  if (ordinal === expected) return push(into, from, { ...own, last: ordinal }, 0, { kind: 'ok', rank });
  push(into, from, { ...own, last: expected }, COST.misnumbered, { kind: 'misnumbered', rank, expected });
  if (ordinal > expected) push(into, from, { ...own, last: ordinal }, COST.gap, { kind: 'gap', rank, expected });
  if (ordinal === 1) push(into, from, { ...own, last: 1 }, COST.reset, { kind: 'reset', rank, expected });
  // 1 2 2 3 4: a heading was put in and what follows was not counted on, so the run goes on from the repeated number.
  else if (ordinal < expected) push(into, from, { ...own, last: ordinal }, COST.back, { kind: 'misnumbered', rank, expected });
}

/** A style that is not open opens under the nearest run that encloses it. */
function extendOpen(from: Reading, style: MarkStyle, rank: number, ordinal: number, into: Reading[]): void {
  let outer = from.run;
  while (outer && outer.rank > rank) outer = outer.outer;
  const open = (last: number): Run => ({ style, rank, last, outer });
  if (ordinal === 1) {
    push(into, from, open(1), 0, { kind: 'ok', rank });
    return openRestyled(from, style, into);
  }
  const closed = closedRun(from.closed, style);
  if (closed === ordinal - 1) push(into, from, open(ordinal), style === 'han' ? COST.continuedHan : rank >= rankOf('arabic') ? COST.continued : COST.gap, { kind: 'continued', rank });
  push(into, from, open(1), COST.opensLate, { kind: 'misnumbered', rank, expected: 1 });
  push(into, from, open(ordinal), COST.opensLate, { kind: 'gap', rank, expected: 1 });
}

/** The first mark of a run written in another style: 1. for (一), before (二) and (三). */
function openRestyled(from: Reading, written: MarkStyle, into: Reading[]): void {
  for (const style of NUMBERED) {
    if (style === written || runOf(from.run, style)) continue;
    const rank = rankOf(style);
    let outer = from.run;
    while (outer && outer.rank > rank) outer = outer.outer;
    push(into, from, { style, rank, last: 1, outer }, COST.restyled, { kind: 'restyled', rank, expected: 1, style });
  }
}

const NUMBERED: readonly MarkStyle[] = ['han', 'han-paren', 'arabic', 'arabic-paren'];

function push(into: Reading[], from: Reading, run: Run, cost: number, verdict: Verdict): void {
  let closed = from.closed;
  for (let gone = from.run; gone && gone.rank > run.rank; gone = gone.outer) closed = { style: gone.style, last: gone.last, older: withoutStyle(closed, gone.style) };
  if (run.style === 'plain') for (let gone = from.run; gone; gone = gone.outer) closed = { style: gone.style, last: gone.last, older: withoutStyle(closed, gone.style) };
  into.push({ run, closed, cost: from.cost + cost, verdict, before: from });
}

/** The list holds each style once, so it never grows beyond the number of styles. */
function withoutStyle(closed: Closed | null, style: Closed['style']): Closed | null {
  if (!closed) return null;
  if (closed.style === style) return closed.older;
  const older = withoutStyle(closed.older, style);
  return older === closed.older ? closed : { ...closed, older };
}

function runOf(run: Run | null, style: MarkStyle): Run | null {
  for (let at = run; at; at = at.outer) if (at.style === style) return at;
  return null;
}

function closedRun(closed: Closed | null, style: MarkStyle): number {
  for (let at = closed; at; at = at.older) if (at.style === style) return at.last;
  return -1;
}
