/**
 * What the readers of relations share: the figures of one block by sentence, the words around each, and which figures can be compared. No arithmetic.
 */

import { codesOf } from '../../text';
import type { Figure } from './figure';
import type { CompiledUnits } from './units';

/** A block's text and figures, for reading relations. */
export interface Context {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly units: CompiledUnits;
}

/** Words of the clause before a figure, and what it counts. */
export const wordsOf = ({ text }: Context, figure: Figure): string =>
  clauseOf(text, figure) + (figure.inherited || !figure.subjectAt || figure.subjectAt.start < figure.at.end ? '' : figure.subject);

/** Words of the clause before a figure alone: the name of a rate. */
export const nameOf = ({ text }: Context, figure: Figure): string => clauseOf(text, figure).trim();

/** Of a long clause its last words. */
const clauseOf = (text: string, { before }: Figure): string => text.slice(Math.max(before.start, before.end - LONGEST), before.end);

/** What is left of words when those that only lead to a figure are gone (其中, 分别). */
export function withoutFillers({ units }: Context, words: string): string {
  let at = 0;
  for (let hit = units.fillers.from(words, at); hit || MARKS.has(words.charCodeAt(at)); hit = units.fillers.from(words, at)) at += hit?.length ?? 1;
  return words.slice(at);
}

const MARKS = codesOf(' ,:、');

/** Characters of a clause that are read, and figures of a sentence: more says no more, and a text without stops must not cost more than its length. */
const LONGEST = 60;
const NEAREST = 24;

/** The figures of its sentence before a figure, the nearest ones. */
export function before({ figures }: Context, figure: Figure): readonly Figure[] {
  let from = figure.index;
  while (from > 0 && figure.index - from < NEAREST && figures[from - 1]!.sentence === figure.sentence) from--;
  return figures.slice(from, figure.index);
}

/** The figures behind a figure, of its sentence and `sentences` more, the nearest ones. */
export function behind({ figures }: Context, figure: Figure, sentences = 0): readonly Figure[] {
  let to = figure.index + 1;
  while (to < figures.length && to - figure.index <= NEAREST && figures[to]!.sentence <= figure.sentence + sentences) to++;
  return figures.slice(figure.index + 1, to);
}

/** Text between two figures. */
export const between = ({ text }: Context, a: Figure, b: Figure): string => text.slice(a.at.end, b.before.end);

/** A plain count or amount: no rate, no end of a range. */
export const isAmount = (figure: Figure): boolean => figure.kind !== 'percent' && figure.kind !== 'duration' && figure.range === null && figure.unit !== '';

/** An amount that nothing makes inexact. */
export const isExact = (figure: Figure): boolean => isAmount(figure) && figure.bound === 'exact';

/** What something rose or fell by (比上年末减少0.41万人): no whole, and no part of one. What is named itself (减少行政审批事项12项) is another thing. */
export function isChange({ units }: Context, { verb, inherited, subject }: Figure): boolean {
  if (verb === '' || !(inherited || subject === '')) return false;
  const kind = units.verbs.from(verb, 0)?.value;
  return kind === 'rise' || kind === 'fall';
}

/** Figures of which one can be part of the other. */
export function comparable({ units }: Context, a: Figure, b: Figure): boolean {
  if (a.unit === b.unit) return a.unit !== '';
  return units.relations.alike.some((group) => group.has(a.unit) && group.has(b.unit));
}

/** Figures that can be added up: of one measure word, or people all of them. */
export const addable = (context: Context, a: Figure, b: Figure): boolean => a.unit === b.unit || (a.kind === 'people' && b.kind === 'people' && comparable(context, a, b));

/** The figures of each sentence, in order. */
export function sentencesOfFigures(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups: Figure[][] = [];
  for (const figure of figures) {
    const last = groups[groups.length - 1];
    if (last && last[0]!.sentence === figure.sentence) last.push(figure);
    else groups.push([figure]);
  }
  return groups;
}
