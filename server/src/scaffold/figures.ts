/**
 * Figures of last year → placeholders that keep the unit and show last year's value; where the text relates a figure to others, with the formula by which it is worked
 * out anew. Only relations that hold are believed: a rate that its parts contradict has another base than the text says.
 */

import { canBeShown, writePlaceholder } from '../edit';
import { readFigures, readRelations } from '../report';
import type { CompiledUnits, Figure, PlacedFigure, Relation, Report } from '../report';
import { isHan } from '../text';
import type { Edit, Span } from '../text';
import { writeFormula } from './formula';
import type { Formula, Term } from './formula';
import { isWithin } from './places';

/** Edits that open every figure of running text and headings, but for those inside `taken` places (in order), which are opened as a whole. */
export function openFigures(report: Report, units: CompiledUnits, taken: readonly Span[]): readonly Edit[] {
  const figures = readFigures(report, units);
  const counted = figures.map(({ numeralAt }) => !isWithin(taken, numeralAt));
  const places = positionsIn(figures, counted);
  const formulas = formulasOf(report, units, places);
  const { value } = report.tree.text;
  const { grammar } = report.tree;
  return [...openCells(report), ...figures.flatMap(({ index, numeralAt }): readonly Edit[] => {
    const last = value.slice(numeralAt.start, numeralAt.end);
    // 十几年 is one word.
    if (!counted[index] || !canBeShown(last) || (isHan(last.charCodeAt(0)) && value[numeralAt.end] === '几')) return [];
    const formula = formulas.get(index);
    return [{ span: numeralAt, text: writePlaceholder(last, formula ? writeFormula(formula, grammar.source.draft) : null, grammar) }];
  })];
}

const CELL = /(?<![^\s|])(?:[+-]?\d[\d.]*(?:,\d{3})*(?:\.\d+)?)(?=%?(?![^\s|]))/g;

/** The cells of tables that hold a number and nothing else. What they count stands in other cells and is not read. */
function openCells(report: Report): readonly Edit[] {
  const { blocks, starts, grammar } = report.tree;
  return blocks.flatMap((block, index) =>
    block.kind !== 'table' || report.roles[index] !== 'table' ? [] : [...block.raw.matchAll(CELL)].map((match): Edit => {
      const start = starts[index]! + match.index;
      return { span: { start, end: start + match[0].length }, text: writePlaceholder(match[0], null, grammar) };
    }),
  );
}

/** Position of each figure among those of its block that are counted; -1 for the others. */
function positionsIn(figures: readonly PlacedFigure[], counted: readonly boolean[]): readonly number[] {
  let block = -1;
  let next = 0;
  return figures.map((figure, i) => {
    if (figure.block !== block) next = 0;
    block = figure.block;
    return counted[i] ? next++ : -1;
  });
}

/** Figure → formula, by position among the report's figures, of the relations that hold. The first relation that gives one is kept; no figure is worked out from itself. */
function formulasOf(report: Report, units: CompiledUnits, places: readonly number[]): ReadonlyMap<number, Formula> {
  const formulas = new Map<number, Formula>();
  const figures = readFigures(report, units).map(({ figure }) => figure);
  const uses = new Map<number, readonly number[]>();
  for (const relation of readRelations(report, units)) {
    if (!relation.holds) continue;
    const target = relation.rate ?? relation.whole;
    const sources = relation.rate === null ? relation.parts : [relation.whole, ...relation.parts];
    if (formulas.has(target) || [target, ...sources].some((figure) => places[figure]! < 0) || reaches(sources, target, uses)) continue;
    const formula = formulaOf(relation, target, figures, places, units);
    if (!formula) continue;
    formulas.set(target, formula);
    uses.set(target, sources);
  }
  return formulas;
}

/** Whether `target` is among the figures or those that they are worked out from. */
function reaches(from: readonly number[], target: number, uses: ReadonlyMap<number, readonly number[]>): boolean {
  return from.some((figure) => figure === target || reaches(uses.get(figure) ?? [], target, uses));
}

/** The formula that a relation makes of `target`, by the distances between `places`; null for one that need not give a value. */
export function formulaOf(relation: Relation, target: number, figures: readonly Figure[], places: readonly number[], units: CompiledUnits): Formula | null {
  const { kind, agreement, whole, parts } = relation;
  if (agreement === 'partial' || agreement === 'impossible' || figures[target]!.range !== null || figures[target]!.bound !== 'exact') return null;
  const term = (figure: number, minus = false): Term => ({ distance: places[figure]! - places[target]!, minus });
  // Numbers that add up without a word about it may do so by chance.
  if (kind === 'sum') return (relation.confidence === 'stated' || parts.every((part) => figures[part]!.lead === 'part')) && parts.length > 1 ? { above: parts.map((part) => term(part)), below: null } : null;
  const [part] = parts;
  if (part === undefined) return null;
  if (kind === 'rate') return figures[target]!.kind === 'percent' ? { above: [term(part)], below: [term(whole)] } : null;
  if (kind !== 'growth') return null;
  // Growth in multiples is worked out by the writer: a slot shows percent only.
  if (units.relations.times.has(figures[target]!.unit)) return null;
  if (relation.by === 'increase') return { above: [term(part)], below: [term(whole), term(part, true)] };
  if (relation.by === 'decrease') return { above: [term(part)], below: [term(whole), term(part)] };
  // Growth is of the level before; of what fell, that one is the higher.
  const falls = units.verbs.from(figures[target]!.verb, 0)?.value === 'fall';
  const [high, low] = falls ? [part, whole] : [whole, part];
  const change = [term(high), term(low, true)];
  return figures[target]!.unit === '%' ? { above: change, below: [term(part)] } : { above: change, below: null };
}
