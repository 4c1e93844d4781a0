/**
 * From a row of item marks (一是, 二是 …) to chains, the cheapest way to read them: a chain runs through paragraphs, or inside one, or inside an item of another
 * chain. A wrong number costs one verdict and does not tip over the items behind it. Numbers and positions only; no text.
 */

import { Beam } from './beam';

/** An item mark among its neighbours. */
export interface ChainMark {
  readonly ordinal: number;
  /** Position of its paragraph; marks of one paragraph share it. */
  readonly paragraph: number;
  /** The paragraph begins with it. */
  readonly initial: boolean;
}

/**
 * How a mark was understood: `late` opens a chain with another number than 1, `stray` belongs to none. `chain` numbers the chains of the row,
 * -1 for a stray; `expected` is the number it should carry.
 */
export interface ChainVerdict {
  readonly kind: 'ok' | 'gap' | 'misnumbered' | 'late' | 'stray';
  readonly chain: number;
  readonly expected: number;
}

const COST = {
  gap: 2, misnumbered: 2.1, back: 2.15, late: 3, stray: 2.6,
  /** A chain of one item. */
  lone: 0.5,
  /** A chain inside a chain of the same kind. */
  nest: 0.6,
  /** From the inside of a paragraph to the beginnings of paragraphs. */
  stepOut: 0.1,
  /** Back to an outer chain, inline; to one that runs by paragraphs only at a price no mistake has. */
  resume: 1.6, resumeParagraphs: 2.5,
  /** An inline item that goes on from another paragraph. */
  across: 1,
  /** A chain that goes on behind a heading. */
  carried: 0.3,
} as const;
const BEAM = 8;
const MARGIN = 6;
const DEEPEST = 3;
/** Paragraphs that may be one that was cut, page lines between them counted. */
const NEAR = 2;

/** An open chain, innermost first. */
interface Chain {
  readonly id: number;
  readonly last: number;
  readonly count: number;
  readonly initial: boolean;
  readonly inline: boolean;
  readonly paragraph: number;
  readonly depth: number;
  readonly outer: Chain | null;
}

interface Reading {
  readonly top: Chain | null;
  readonly chains: number;
  readonly cost: number;
  readonly verdict: ChainVerdict | null;
  readonly before: Reading | null;
}

type Readings = Beam<Reading, number>;

/** The verdict on each mark; linear in their number. `carried` is the last number of a chain that was left open before, 0 for none. */
export function readChains(marks: readonly ChainMark[], carried = 0): readonly ChainVerdict[] {
  return plainChains(marks) ?? searched(marks, carried);
}

/** The common case, read at a glance: chains that follow one another, each right and of two items at least. */
function plainChains(marks: readonly ChainMark[]): readonly ChainVerdict[] | null {
  const verdicts: ChainVerdict[] = [];
  let chain = -1;
  let last = 0;
  let paragraph = -1;
  for (const mark of marks) {
    if (mark.ordinal === 1) {
      if (last === 1) return null;
      chain++;
    } else if (mark.ordinal !== last + 1 || chain < 0 || !(mark.initial || mark.paragraph === paragraph)) return null;
    last = mark.ordinal;
    paragraph = mark.paragraph;
    verdicts.push({ kind: 'ok', chain, expected: last });
  }
  return last === 1 ? null : verdicts;
}

function searched(marks: readonly ChainMark[], carried: number): readonly ChainVerdict[] {
  let readings: readonly Reading[] = [{ top: null, chains: 0, cost: 0, verdict: null, before: null }];
  for (const mark of marks) {
    const next: Readings = new Beam(BEAM);
    for (const reading of readings) extend(reading, mark, carried, next);
    readings = next.within(MARGIN);
  }
  const closed = readings.map((reading) => ({ reading, cost: reading.cost + lonesAbove(reading.top, null) }));
  const cheapest = closed.reduce((a, b) => (b.cost < a.cost ? b : a)).reading;
  const verdicts: ChainVerdict[] = [];
  for (let at: Reading | null = cheapest; at?.verdict; at = at.before) verdicts.push(at.verdict);
  return verdicts.reverse();
}

/** What of a reading decides how it can go on, in one exact number: 13 bits for each of at most three chains. */
function stateOf(top: Chain | null, paragraph: number): number {
  let state = 0;
  for (let at = top; at; at = at.outer) {
    const flags = (at.count === 1 ? 1 : 0) + (at.initial ? 2 : 0) + (at.inline ? 4 : 0) + Math.min(paragraph - at.paragraph, NEAR + 1) * 8;
    state = state * 8192 + Math.min(at.last, 127) * 64 + flags + 1;
  }
  return state;
}

function extend(from: Reading, mark: ChainMark, carried: number, into: Readings): void {
  for (let chain = from.top; chain; chain = chain.outer) extendChain(from, chain, mark, into);
  if (mark.ordinal === 1) return open(from, mark, into);
  const opened = mark.ordinal === carried + 1 && from.chains === 0;
  push(into, from, first(from, mark, mark.ordinal, from.top), opened ? COST.carried : COST.late, opened ? 'ok' : 'late', opened ? mark.ordinal : 1);
  const cost = from.cost + COST.stray;
  const state = stateOf(from.top, mark.paragraph);
  if (into.takes(cost, state)) into.put(cost, state, { top: from.top, chains: from.chains, cost, verdict: { kind: 'stray', chain: -1, expected: mark.ordinal }, before: from });
}

function extendChain(from: Reading, chain: Chain, mark: ChainMark, into: Readings): void {
  const { ordinal } = mark;
  const expected = chain.last + 1;
  const lones = lonesAbove(from.top, chain);
  const goOn = (last: number): Chain => ({ ...chain, last, count: chain.count + 1, initial: mark.initial, inline: chain.inline || !mark.initial, paragraph: mark.paragraph });
  if (ordinal === expected) return push(into, from, goOn(ordinal), lones + stepCost(from.top, chain, mark), 'ok', expected);
  if (!mayErr(from.top, chain, mark)) return;
  const step = lones + stepCost(from.top, chain, mark);
  push(into, from, goOn(expected), step + COST.misnumbered, 'misnumbered', expected);
  if (ordinal > expected) push(into, from, goOn(ordinal), step + COST.gap, 'gap', expected);
  else if (ordinal > 1) push(into, from, goOn(ordinal), step + COST.back, 'misnumbered', expected);
}

/** What it costs to go on with `chain` although other chains were opened since, or although it stood differently. */
function stepCost(top: Chain | null, chain: Chain, mark: ChainMark): number {
  if (mark.initial) return chain.initial ? 0 : hasParagraphs(chain.outer) ? COST.resumeParagraphs : chain === top ? COST.stepOut : COST.resume;
  if (chain.paragraph !== mark.paragraph) return COST.across + (chain === top ? 0 : COST.resume);
  return chain === top ? 0 : chain.initial ? COST.resumeParagraphs : COST.resume;
}

/** A wrong number is believed only of a chain that stands as the mark does; anything else is no reason to find fault. */
function mayErr(top: Chain | null, chain: Chain, mark: ChainMark): boolean {
  const near = mark.paragraph - chain.paragraph <= NEAR;
  if (mark.initial) return chain.initial || (chain === top && near && !hasParagraphs(chain.outer));
  return chain === top && near && (chain.inline || chain.count === 1);
}

const hasParagraphs = (chain: Chain | null): boolean => chain !== null && (chain.initial || hasParagraphs(chain.outer));

/** 一是 begins a chain: instead of the one before, or inside an item of it. */
function open(from: Reading, mark: ChainMark, into: Readings): void {
  let under = from.top;
  while (under && (mark.initial || !under.initial)) under = under.outer;
  push(into, from, first(from, mark, 1, under), lonesAbove(from.top, under), 'ok', 1);
  if (under !== from.top && (from.top?.depth ?? 0) < DEEPEST) push(into, from, first(from, mark, 1, from.top), COST.nest, 'ok', 1);
}

const first = (from: Reading, mark: ChainMark, last: number, outer: Chain | null): Chain => ({
  id: from.chains, last, count: 1, initial: mark.initial, inline: !mark.initial, paragraph: mark.paragraph,
  ...((outer?.depth ?? 0) < DEEPEST ? { depth: (outer?.depth ?? 0) + 1, outer } : { depth: 1, outer: null }),
});

function lonesAbove(top: Chain | null, chain: Chain | null): number {
  let cost = 0;
  for (let at = top; at && at.id !== chain?.id; at = at.outer) if (at.count === 1) cost += COST.lone;
  return cost;
}

function push(into: Readings, from: Reading, top: Chain, cost: number, kind: ChainVerdict['kind'], expected: number): void {
  const total = from.cost + cost;
  const state = stateOf(top, top.paragraph);
  if (into.takes(total, state)) into.put(total, state, { top, chains: Math.max(from.chains, top.id + 1), cost: total, verdict: { kind, chain: top.id, expected }, before: from });
}
