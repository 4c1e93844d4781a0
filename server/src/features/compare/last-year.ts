/**
 * What last year's report has in the place of this one: the paragraph that says the like, within the section that is the same; else that section; else the paragraph that
 * says the like anywhere. Which section is which is decided where years are compared. Places only.
 */

import { alignedAs, counterpartsOf, fillingsOf } from '../../align';
import type { Alignment } from '../../align';
import { memoOn } from '../../base';
import { blockBefore, chainOf, readFigures, sectionAt, spanOfBlock } from '../../report';
import type { CompiledUnits, Report, Section } from '../../report';
import type { Block } from '../../syntax';
import { pairsOf } from '../../text';
import type { Span } from '../../text';
import { pairedSections } from './sections';

/** `paragraph`: one that says the like; `section`: only the section is known. */
export interface LastYearPlace {
  readonly by: 'paragraph' | 'section';
  readonly at: Span;
}

export interface LastYearRequest {
  readonly previous: Report;
  readonly report: Report;
  readonly alignment: Alignment | null;
  readonly units: CompiledUnits;
  readonly offset: number;
}

/** How alike two paragraphs must be in the same section, and anywhere: pairs of characters that both have, the rarer the heavier, of those that either has. */
const ALIKE = 0.12;
const ALIKE_ANYWHERE = 0.2;
/** What a figure that both give is worth. */
const FIGURE = 0.15;

/** The place at `offset` as it was last year; null when last year's report has nothing of the kind. */
export function lastYearAt(request: LastYearRequest): LastYearPlace | null {
  const { previous, report, alignment, offset } = request;
  const block = blockBefore(report, offset);
  const section = sectionAt(report, offset);
  const own = ownWords(report, block, section);
  if (!section) return openingOf(request, own);
  const before = new Map(pairedSections(previous, report, alignment).flatMap(([old, now]) => (now ? [[now, old] as const] : [])));
  const onHeading = block === section.block && !section.runIn;
  for (const around of chainOf(section)) {
    const old = before.get(around) ?? null;
    if (!old) continue;
    if (around === section && onHeading) return { by: 'section', at: old.headSpan };
    return placeAmong(request, own, old.block, old.end, ALIKE) ?? { by: 'section', at: around === section && old.runIn ? spanOfBlock(previous, old.block) : old.headSpan };
  }
  return passageOf(request, chainOf(section), own) ?? placeAmong(request, own, 0, previous.tree.blocks.length, ALIKE_ANYWHERE);
}

/** The blocks to find the like of, as words: the paragraph, or for a heading on a line of its own the text right under it as well. */
interface OwnWords {
  readonly pairs: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

function ownWords(report: Report, block: number, section: Section | null): OwnWords {
  const from = Math.max(0, block);
  const to = section && block === section.block ? Math.max(block + 1, section.bodyEnd) : block + 1;
  return { from, to, pairs: new Set(report.tree.blocks.slice(from, to).flatMap((one) => [...wordsOf(one)])) };
}

/** Before the first section: the opening, paragraph by paragraph, else where it begins. */
function openingOf(request: LastYearRequest, own: OwnWords): LastYearPlace | null {
  const { previous } = request;
  const end = previous.sections[0]?.block ?? previous.tree.blocks.length;
  const like = placeAmong(request, own, 0, end, ALIKE);
  if (like) return like;
  const first = previous.roles.findIndex((role) => role === 'opening' || role === 'title');
  return first >= 0 && first < end ? { by: 'section', at: spanOfBlock(previous, first) } : null;
}

/** Where last year the same slot was filled by running text. */
function passageOf(request: LastYearRequest, chain: readonly Section[], own: OwnWords): LastYearPlace | null {
  const { previous, alignment } = request;
  const before = alignedAs(previous, alignment);
  if (!before || !alignment) return null;
  for (const slot of chain.flatMap((section) => alignment.slotsOf[section.index] ?? [])) {
    const [filling] = fillingsOf(before, slot);
    if (filling) return placeAmong(request, own, filling.block, filling.section?.end ?? filling.block + 1, ALIKE) ?? { by: 'section', at: filling.at };
  }
  return null;
}

/** The paragraph among blocks `from` to `to` of last year's report that is most alike; null when none is alike enough. */
function placeAmong({ previous, report, units }: LastYearRequest, own: OwnWords, from: number, to: number, enough: number): LastYearPlace | null {
  if (own.pairs.size < 3) return null;
  const weight = weightsIn(previous);
  const total = (pairs: Iterable<string>): number => [...pairs].reduce((sum, pair) => sum + weight(pair), 0);
  const ownTotal = total(own.pairs);
  const figures = sharedFigures(report, previous, units, own);
  const runIns = new Set(previous.sections.filter((section) => section.runIn).map((section) => section.block));
  let best = -1;
  let score = enough;
  for (let index = from; index < to; index++) {
    if (!(previous.roles[index] === 'body' || previous.roles[index] === 'opening' || runIns.has(index))) continue;
    const theirs = wordsOf(previous.tree.blocks[index]!);
    const shared = total([...theirs].filter((pair) => own.pairs.has(pair)));
    const alike = (2 * shared) / Math.max(1, ownTotal + total(theirs)) + (figures.get(index) ?? 0) * FIGURE;
    if (alike <= score) continue;
    best = index;
    score = alike;
  }
  return best >= 0 ? { by: 'paragraph', at: spanOfBlock(previous, best) } : null;
}

/** How much a pair of characters tells: little, when most paragraphs of the report have it. */
const weightsIn = memoOn(({ tree }: Report) => {
  const counts = new Map<string, number>();
  for (const block of tree.blocks) for (const pair of wordsOf(block)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return (pair: string): number => Math.log((tree.blocks.length + 2) / ((counts.get(pair) ?? 0) + 1));
});

/** How many figures of the own paragraphs stand in each paragraph of last year's report. */
function sharedFigures(report: Report, previous: Report, units: CompiledUnits, { from, to }: OwnWords): ReadonlyMap<number, number> {
  const pairs = counterpartsOf(report, previous, units);
  const counts = new Map<number, number>();
  for (const figure of readFigures(report, units)) {
    const before = figure.block >= from && figure.block < to ? pairs.get(figure.index) : undefined;
    if (before) counts.set(before.block, (counts.get(before.block) ?? 0) + 1);
  }
  return counts;
}

/** Pairs of characters of a block, years left out. */
const wordsOf: (block: Block) => ReadonlySet<string> = memoOn(({ text }) => pairsOf(text.replace(/(?:19|20)\d\d\s?年度?/g, '')));
