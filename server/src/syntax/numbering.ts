/**
 * From a row of marks to a tree of headings, the cheapest way to read it: a mark may be misnumbered, mean another style than it is written in, follow
 * a gap, go on from the parent before, or be no heading at all. Costs are weighed over the whole document by a small beam search,
 * so that one mistake costs one finding and does not tip over everything behind it.
 */

import { Beam } from './beam';
import { rankOf } from './marker';
import type { MarkStyle } from './marker';

/** What is read: a numbered mark, or a line that may be a heading without a number (`strong` when its words say so). */
export type Mark = { readonly style: MarkStyle; readonly ordinal: number } | { readonly style: 'plain'; readonly strong: boolean };

/** How a mark was understood. `expected` is the number it should carry, `style` the style it stands for. */
export type Verdict =
  | { readonly kind: 'ok' | 'continued' | 'stray'; readonly rank: number }
  | { readonly kind: 'gap' | 'misnumbered' | 'reset'; readonly rank: number; readonly expected: number }
  | { readonly kind: 'restyled'; readonly rank: number; readonly expected: number; readonly style: MarkStyle };

const COST = { gap: 2, misnumbered: 2.1, back: 2.15, reset: 2.2, restyled: 2.05, disguise: 0.2, inTurn: 2.4, opensLate: 3, continued: 0.3, stray: 2.6, plainWeak: 0.4, plainMissed: 0.8, continuedHan: 0.5 } as const;
const BEAM = 8;
/** Readings dearer than the cheapest by more than this are given up. */
const MARGIN = 5;

/** Open runs, innermost first. */
interface Run {
  readonly style: MarkStyle | 'plain';
  readonly rank: number;
  readonly last: number;
  readonly outer: Run | null;
  /** The ranks and last numbers of this run and those around it in one number: equal for equal states. */
  readonly key: number;
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

type Readings = Beam<Reading, number>;

/** The verdict on each mark; linear in their number. */
export function readNumbering(marks: readonly Mark[]): readonly Verdict[] {
  const anyStrong = marks.some((mark) => mark.style === 'plain' && mark.strong);
  let readings: readonly Reading[] = [{ run: null, closed: null, cost: 0, verdict: null, before: null }];
  for (const mark of marks) {
    const next: Readings = new Beam(BEAM);
    for (const reading of readings) extend(reading, mark, anyStrong, next);
    readings = next.within(MARGIN);
  }
  const verdicts: Verdict[] = [];
  for (let at: Reading | null = readings[0] ?? null; at?.verdict; at = at.before) verdicts.push(at.verdict);
  return verdicts.reverse();
}

function extend(from: Reading, mark: Mark, anyStrong: boolean, into: Readings): void {
  if (mark.style === 'plain') return extendPlain(from, mark.strong, anyStrong, into);
  const { style, ordinal } = mark;
  const rank = rankOf(style);
  const own = runOf(from.run, style);
  if (own) extendOwn(from, own, ordinal, into);
  else extendOpen(from, style, rank, ordinal, into);
  for (let run = from.run; run; run = run.outer) {
    if (run.style === style || run.style === 'plain' || run.last + 1 !== ordinal) continue;
    // Where a run in the mark's own style is open, a wrong number in it is likelier than a mark that leaves it in disguise.
    push(into, from, run.style, run.rank, ordinal, run.outer, COST.restyled + (!own ? 0 : ordinal === own.last + 1 ? COST.inTurn : COST.disguise), 'restyled', ordinal);
  }
  pass(into, from, COST.stray, rank);
}

/** A heading without a number closes every run; the next 一、 begins anew. */
function extendPlain(from: Reading, strong: boolean, anyStrong: boolean, into: Readings): void {
  push(into, from, 'plain', 0, 1, null, strong ? 0 : anyStrong ? -0.1 : COST.plainWeak, 'ok', 1);
  pass(into, from, strong ? COST.plainMissed : 0, 0);
}

function extendOwn(from: Reading, own: Run, ordinal: number, into: Readings): void {
  const expected = own.last + 1;
  const { style, rank, outer } = own;
  if (ordinal === expected) return push(into, from, style, rank, ordinal, outer, 0, 'ok', expected);
  push(into, from, style, rank, expected, outer, COST.misnumbered, 'misnumbered', expected);
  if (ordinal > expected) push(into, from, style, rank, ordinal, outer, COST.gap, 'gap', expected);
  if (ordinal === 1) push(into, from, style, rank, 1, outer, COST.reset, 'reset', expected);
  // 1 2 2 3 4: a heading was put in and what follows was not counted on, so the run goes on from the repeated number.
  else if (ordinal < expected) push(into, from, style, rank, ordinal, outer, COST.back, 'misnumbered', expected);
}

/** A style that is not open opens under the nearest run that encloses it. */
function extendOpen(from: Reading, style: MarkStyle, rank: number, ordinal: number, into: Readings): void {
  const outer = enclosing(from.run, rank);
  if (ordinal === 1) {
    push(into, from, style, rank, 1, outer, 0, 'ok', 1);
    return openRestyled(from, style, into);
  }
  const closed = closedRun(from.closed, style);
  if (closed === ordinal - 1) push(into, from, style, rank, ordinal, outer, style === 'han' ? COST.continuedHan : rank >= THROUGH ? COST.continued : COST.gap, 'continued', ordinal);
  // Numbered through from parent to parent, with a gap between them.
  if (rank >= THROUGH && closed > 0 && ordinal > closed + 1) push(into, from, style, rank, ordinal, outer, COST.continued + COST.gap, 'gap', closed + 1);
  push(into, from, style, rank, 1, outer, COST.opensLate, 'misnumbered', 1);
  push(into, from, style, rank, ordinal, outer, COST.opensLate, 'gap', 1);
}

/** The first mark of a run written in another style: 1. for (一), before (二) and (三). */
function openRestyled(from: Reading, written: MarkStyle, into: Readings): void {
  for (const style of NUMBERED) {
    if (style === written || runOf(from.run, style)) continue;
    const rank = rankOf(style);
    push(into, from, style, rank, 1, enclosing(from.run, rank), COST.restyled, 'restyled', 1);
  }
}

const NUMBERED: readonly MarkStyle[] = ['han', 'han-paren', 'arabic', 'arabic-paren'];
/** From this rank on documents may number through across parents. */
const THROUGH = rankOf('arabic');
/** Larger numbers count as this one in the state of a reading; seven ranks of this size fit into one exact number. */
const LARGEST = 127;

function enclosing(run: Run | null, rank: number): Run | null {
  let outer = run;
  while (outer && outer.rank > rank) outer = outer.outer;
  return outer;
}

/** A reading in which the mark is no heading. */
function pass(into: Readings, from: Reading, cost: number, rank: number): void {
  const total = from.cost + cost;
  const key = from.run?.key ?? 0;
  if (into.takes(total, key)) into.put(total, key, { run: from.run, closed: from.closed, cost: total, verdict: { kind: 'stray', rank }, before: from });
}

function push(into: Readings, from: Reading, style: Run['style'], rank: number, last: number, outer: Run | null, cost: number, kind: Exclude<Verdict['kind'], 'stray'>, expected: number): void {
  const total = from.cost + cost;
  const key = (outer?.key ?? 0) + Math.min(last, LARGEST) * 128 ** rank;
  if (!into.takes(total, key)) return;
  const run: Run = { style, rank, last, outer, key };
  into.put(total, key, { run, closed: closedBy(from, run), cost: total, verdict: verdictOf(kind, run, expected), before: from });
}

function verdictOf(kind: Exclude<Verdict['kind'], 'stray'>, { rank, style }: Run, expected: number): Verdict {
  if (kind === 'ok' || kind === 'continued') return { kind, rank };
  return kind === 'restyled' ? { kind, rank, expected, style: style as MarkStyle } : { kind, rank, expected };
}

/** What was closed before, and the runs that `run` closes. */
function closedBy(from: Reading, run: Run): Closed | null {
  let { closed } = from;
  for (let gone = from.run; gone && (gone.rank > run.rank || run.style === 'plain'); gone = gone.outer) closed = { style: gone.style, last: gone.last, older: withoutStyle(closed, gone.style) };
  return closed;
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
