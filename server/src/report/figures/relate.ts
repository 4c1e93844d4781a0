/**
 * The relations of a block: what its sentences state of sums, rates and growth. Each reader looks for one form of words; this file only puts them together.
 */

import type { Block } from '../../syntax';
import { byUnits } from './by-units';
import { sentencesOfFigures } from './context';
import type { Figure } from './figure';
import { growthIn } from './growth';
import { ratesIn } from './rates';
import { figuresOf } from './read';
import type { Relation } from './relation';
import { sumsIn } from './sums';
import type { CompiledUnits } from './units';

/** The relations between the figures of a block, in order of their rate or whole. Never throws. */
export const relationsOf: (block: Block, units: CompiledUnits) => readonly Relation[] = byUnits((block, units) => relate(block, figuresOf(block, units), units));

const NONE: readonly Relation[] = [];

function relate(block: Block, figures: readonly Figure[], units: CompiledUnits): readonly Relation[] {
  if (figures.length < 2) return NONE;
  const context = { text: block.text, figures, units };
  const relations: Relation[] = [];
  for (const sentence of sentencesOfFigures(figures)) {
    if (sentence.length > 1) relations.push(...sumsIn(context, sentence));
    if (sentence.some((figure) => figure.kind === 'percent' || figure.kind === 'money')) relations.push(...ratesIn(context, sentence));
  }
  if (figures.length > 2 && figures.some((figure) => figure.kind === 'percent' || units.relations.times.has(figure.unit))) relations.push(...growthIn(context));
  return relations.sort((a, b) => (a.rate ?? a.whole) - (b.rate ?? b.whole));
}
