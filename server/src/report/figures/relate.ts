/**
 * The relations of a block: what its sentences state of sums, rates and growth. Each reader looks for one form of words; this file only puts them together.
 */

import { memoOn } from '../../base';
import type { Block } from '../../syntax';
import type { Figure } from './figure';
import { figuresOf } from './read';
import type { Relation } from './relation';
import type { CompiledUnits } from './units';

const byUnits = new WeakMap<CompiledUnits, (block: Block) => readonly Relation[]>();

/** The relations between the figures of a block, in order of their rate or whole. Never throws. */
export function relationsOf(block: Block, units: CompiledUnits): readonly Relation[] {
  let read = byUnits.get(units);
  if (!read) byUnits.set(units, (read = memoOn((key: Block) => relate(key, figuresOf(key, units), units))));
  return read(block);
}

const NONE: readonly Relation[] = [];

function relate(_block: Block, figures: readonly Figure[], _units: CompiledUnits): readonly Relation[] {
  if (figures.length < 2) return NONE;
  return NONE;
}
