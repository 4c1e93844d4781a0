/**
 * What the readers of relations share: the figures of one block by sentence, the words around each, and which figures can be compared. No arithmetic.
 */

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
  text.slice(figure.before.start, figure.before.end) + (figure.inherited || !figure.subjectAt || figure.subjectAt.start < figure.at.end ? '' : figure.subject);

/** Words of the clause before a figure alone: the name of a rate. */
export const nameOf = ({ text }: Context, figure: Figure): string => text.slice(figure.before.start, figure.before.end).trim();

/** Text between two figures. */
export const between = ({ text }: Context, a: Figure, b: Figure): string => text.slice(a.at.end, b.before.end);

/** A plain count or amount: no rate, no end of a range. */
export const isAmount = (figure: Figure): boolean => figure.kind !== 'percent' && figure.kind !== 'duration' && figure.range === null && figure.unit !== '';

/** An amount that nothing makes inexact. */
export const isExact = (figure: Figure): boolean => isAmount(figure) && figure.bound === 'exact';

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
