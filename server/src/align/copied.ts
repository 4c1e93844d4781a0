/**
 * Sentences taken over from last year's report: the same words, or all but a few of them. Years do not count, figures do: a sentence that gives a new number is new.
 */

import { memoOn } from '../base';
import { ownersOf } from '../report';
import type { Report } from '../report';
import { placeOf, sentencesOf } from '../syntax';
import type { Span } from '../text';

/** A sentence of this year's report and the one of last year's that it repeats. Offsets are absolute, each in its own report. */
export interface CopiedSentence {
  readonly at: Span;
  readonly block: number;
  /** Innermost section, -1 before the first. */
  readonly section: number;
  readonly before: Span;
  /** `same`: no word differs; `near`: a few do. */
  readonly kind: 'same' | 'near';
  /** Characters that count. */
  readonly size: number;
}

/** What was taken over, and how much of each section's text that is. */
export interface Copied {
  readonly sentences: readonly CopiedSentence[];
  /** By section index, of the text right under its heading: 0 to 1. */
  readonly shareOf: ReadonlyMap<number, number>;
}

/** A shorter sentence is a form, and forms return every year. Names of documents do not count. */
const SHORTEST = 24;
/** Sentences are compared by stretches of so many characters; so many of them must be the same. */
const STRETCH = 5;
const ALIKE = 0.8;
/** A stretch that more sentences have tells nothing. */
const MOST = 16;

const known = new WeakMap<Report, WeakMap<Report, Copied>>();

/** Sentences of `current` that stand in `previous`. Worked out once for two reports. */
export function copiedFrom(previous: Report, current: Report): Copied {
  const byCurrent = known.get(previous) ?? new WeakMap<Report, Copied>();
  known.set(previous, byCurrent);
  const copied = byCurrent.get(current) ?? compare(previous, current);
  byCurrent.set(current, copied);
  return copied;
}

interface Sentence {
  readonly at: Span;
  readonly block: number;
  readonly section: number;
  readonly words: string;
  readonly numbers: string;
  /** Han characters outside names of documents. */
  readonly size: number;
}

const sentencesIn = memoOn((report: Report): readonly Sentence[] => {
  const owners = ownersOf(report);
  return report.tree.blocks.flatMap((block, index) => {
    if (report.roles[index] !== 'body' && report.roles[index] !== 'heading') return [];
    return sentencesOf(block).map((span): Sentence => {
      const own = block.text.slice(span.start, span.end);
      const dated = own.replace(/(?:19|20)\d\d(?=\s?年)/g, '');
      return {
        at: placeOf(report.tree, index, span), block: index, section: owners[index]!,
        words: dated.replace(/[^\p{L}\p{N}]/gu, ''),
        numbers: (dated.match(/\d+(?:\.\d+)?/g) ?? []).join(),
        // What is still to be filled in says so itself.
        size: own.search(report.tree.grammar.placeholder) >= 0 ? 0 : (own.replace(/《[^》]*》/g, '').match(/[\u4e00-\u9fff]/g) ?? []).length,
      };
    });
  });
});

function compare(previous: Report, current: Report): Copied {
  const before = sentencesIn(previous).filter(({ size }) => size >= SHORTEST);
  const same = new Map<string, Sentence>();
  for (const sentence of before) if (!same.has(sentence.words)) same.set(sentence.words, sentence);
  const stretches = indexOf(before);
  const sentences: CopiedSentence[] = [];
  for (const own of sentencesIn(current)) {
    if (own.size < SHORTEST) continue;
    const equal = same.get(own.words);
    const match = equal ?? nearest(own, before, stretches);
    if (match) sentences.push({ at: own.at, block: own.block, section: own.section, before: match.at, kind: equal ? 'same' : 'near', size: own.size });
  }
  return { sentences, shareOf: sharesOf(current, sentences) };
}

function indexOf(sentences: readonly Sentence[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  sentences.forEach(({ words }, i) => {
    for (const stretch of stretchesOf(words)) {
      const own = index.get(stretch);
      if (!own) index.set(stretch, [i]);
      else if (own.length <= MOST) own.push(i);
    }
  });
  return index;
}

function stretchesOf(words: string): ReadonlySet<string> {
  const stretches = new Set<string>();
  for (let i = 0; i + STRETCH <= words.length; i++) stretches.add(words.slice(i, i + STRETCH));
  return stretches;
}

/** The sentence with most stretches in common, where those are nearly all and the numbers are the same. */
function nearest(own: Sentence, before: readonly Sentence[], index: ReadonlyMap<string, readonly number[]>): Sentence | null {
  const stretches = stretchesOf(own.words);
  const counts = new Map<number, number>();
  for (const stretch of stretches) {
    const places = index.get(stretch);
    if (places && places.length <= MOST) for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  let best: Sentence | null = null;
  let score = ALIKE;
  for (const [place, count] of counts) {
    const other = before[place]!;
    const alike = (2 * count) / (stretches.size + Math.max(1, other.words.length - STRETCH + 1));
    if (alike < score || (best && alike === score) || other.numbers !== own.numbers) continue;
    best = other;
    score = alike;
  }
  return best;
}

function sharesOf(report: Report, copied: readonly CopiedSentence[]): ReadonlyMap<number, number> {
  const all = sums(sentencesIn(report));
  return new Map([...sums(copied)].map(([section, size]) => [section, size / Math.max(1, all.get(section) ?? 1)] as const));
}

function sums(sentences: readonly { readonly section: number; readonly size: number }[]): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { section, size } of sentences) totals.set(section, (totals.get(section) ?? 0) + size);
  return totals;
}
