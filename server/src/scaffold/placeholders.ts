/**
 * The places of a draft that are still to be filled in, and those that fill themselves: what an editor leads its writer through. Reads any text, whether it was laid out
 * here or not; makes edits and applies none.
 */

import { blanksToFill } from '../edit';
import { add, compare, decimal, divide, formatDecimal, ownersOf, trimmed } from '../report';
import type { CompiledUnits, Decimal, Figure, Report } from '../report';
import { placeOf } from '../syntax';
import type { Block, CompiledGrammar } from '../syntax';
import { inWidthOf } from '../text';
import type { Edit, Span } from '../text';
import { readFormula, work } from './formula';
import type { Formula } from './formula';
import { claimsIn, isBorneOut, meantAt } from './meant';
import type { Claims, Readings } from './meant';
import { figureRow, figureSlots } from './slots';
import type { FigureSlot } from './slots';

/**
 * A place to fill in. `figure`: a number is to stand there, its unit is written behind it; `words`: a name, a date, a year; `note`: a line of the checklist, to be deleted
 * when it is done; `blank`: anything else that is left open (××, 待补充).
 */
export interface Placeholder {
  /** Absolute, in source offsets. */
  readonly at: Span;
  readonly kind: 'figure' | 'words' | 'note' | 'blank';
  readonly block: number;
  /** Innermost section by index, -1 before the first. */
  readonly section: number;
  /** What stood there last year, as it was written; null where nothing says. */
  readonly last: string | null;
  /** Unit behind a figure's place (with its scale: 万元), and what is counted; empty otherwise. */
  readonly unit: string;
  readonly subject: string;
  /** How it is worked out from its neighbours, in words (前1项÷前2项); null where it is not. Such a place fills itself by `fillComputed`. */
  readonly formula: string | null;
}

/** The places of a report that are still to be filled in, in document order. */
export function placeholdersOf(report: Report, units: CompiledUnits): readonly Placeholder[] {
  const { tree, roles } = report;
  const owners = ownersOf(report);
  const found: Placeholder[] = [];
  tree.blocks.forEach((block, index) => {
    if ((block.kind !== 'text' && block.kind !== 'table') || roles[index] === 'residue') return;
    const blanks = blanksToFill(block, tree.grammar);
    if (blanks.length === 0) return;
    const figures = new Map(figureSlots(block, tree.grammar, units).flatMap(({ blank, figure }) => (blank ? [[blank.start, figure] as const] : [])));
    for (const blank of blanks) {
      const figure = figures.get(blank.start);
      found.push({
        at: placeOf(tree, index, blank),
        kind: blank.note ? 'note' : figure || (block.kind === 'table' && NUMBER.test(blank.last ?? '')) ? 'figure' : blank.last === null ? 'blank' : 'words',
        block: index,
        section: owners[index]!,
        last: blank.last,
        unit: figure ? figure.scale + figure.unit : '',
        subject: figure?.subject ?? '',
        formula: blank.formula,
      });
    }
  });
  return found;
}

const NUMBER = /^[+-]?[\d.,]+$/;

/**
 * Edits that fill in every figure whose formula can be worked out now, because its parts are there: sums exactly, rates and growth with the decimals that last year's
 * value had. Figures that are worked out from such figures are filled in along with them. A part that is inexact (近百件, 260余份) gives nothing, and neither does a
 * formula whose neighbours are others by now and that the words do not set right.
 */
export function fillComputed(report: Report, units: CompiledUnits): readonly Edit[] {
  const { tree } = report;
  return tree.blocks.flatMap((block, index): readonly Edit[] => {
    if (block.kind !== 'text' || !blanksToFill(block, tree.grammar).some(({ formula }) => formula !== null)) return [];
    const texts = computedIn(block, tree.grammar, units);
    return blanksToFill(block, tree.grammar).flatMap((blank): readonly Edit[] => (texts.has(blank.start) ? [{ span: placeOf(tree, index, blank), text: texts.get(blank.start)! }] : []));
  });
}

/** What a paragraph's computed figures come to, as it is to be written, by the place of the placeholder. */
function computedIn(block: Block, grammar: CompiledGrammar, units: CompiledUnits): ReadonlyMap<number, string> {
  const row = figureRow(block, grammar, units);
  const written = row.slots.map(({ blank }) => (blank?.formula ? readFormula(blank.formula, grammar.source.draft) : null));
  const before = claimsIn(row, units);
  /** What the text says once the values are in their places. */
  const readWith = (texts: ReadonlyMap<number, string>): Claims => {
    const filled = figureRow(block, grammar, units, ({ start }) => texts.get(start) ?? null);
    return filled.slots.length === row.slots.length ? claimsIn(filled, units) : new Map();
  };
  const first = readings(row.slots, before, readWith(textsOf(row.slots, written)));
  const meant = written.map((formula, at) => formula && meantAt(at, formula, first));
  const last = readings(row.slots, before, readWith(textsOf(row.slots, meant)));
  return textsOf(row.slots, meant.map((formula, at) => (formula && isBorneOut(at, formula, last) ? formula : null)));
}

const readings = (slots: readonly FigureSlot[], before: Claims, after: Claims): Readings => ({ slots, before, after });

function textsOf(slots: readonly FigureSlot[], formulas: readonly (Formula | null)[]): ReadonlyMap<number, string> {
  const values = new Worker(slots, formulas);
  return new Map(slots.flatMap(({ blank, figure }, at): readonly (readonly [number, string])[] => {
    const value = blank?.formula ? values.valueAt(at) : null;
    return blank && value ? [[blank.start, inWidthOf(blank.last!, formatDecimal(inScale(figure, value)))]] : [];
  }));
}

/** The values of a paragraph's figures as far as they are there or can be worked out; does not outlive one paragraph. */
class Worker {
  private readonly known = new Map<number, Decimal | null>();

  constructor(private readonly slots: readonly FigureSlot[], private readonly formulas: readonly (Formula | null)[]) {}

  /** The amount at a position, scale applied; null where it is open. */
  valueAt(at: number): Decimal | null {
    if (!this.known.has(at)) {
      // A formula that leads back to itself has no value.
      this.known.set(at, null);
      this.known.set(at, this.read(at));
    }
    return this.known.get(at)!;
  }

  private read(at: number): Decimal | null {
    const slot = this.slots[at];
    if (!slot) return null;
    const { figure, blank } = slot;
    if (!blank) return figure.bound === 'exact' && figure.range === null ? figure.amount : null;
    const formula = this.formulas[at] ?? null;
    if (!formula || !this.fits(at, formula.above, formula.below !== null)) return null;
    const value = work(formula, (distance) => this.valueAt(at + distance), PER[figure.unit] ?? HUNDRED, figure.value.decimals);
    // What grew last year and fell this year wants other words.
    return value && value.digits < 0n ? null : value;
  }

  /** The parts of a sum count what the sum counts: words between them may have changed since, and then they are others. */
  private fits(at: number, parts: readonly { readonly distance: number }[], quotient: boolean): boolean {
    const own = this.slots[at]!.figure;
    return parts.every(({ distance }) => {
      const part = this.slots[at + distance]?.figure;
      return part !== undefined && (quotient ? part.unit !== '' : isLike(part, own));
    });
  }
}

const isLike = (a: Figure, b: Figure): boolean => a.unit === b.unit || a.kind === b.kind;

const HUNDRED = decimal(100n);
const PER: Readonly<Record<string, Decimal>> = { '‰': decimal(1000n) };

/** An amount in the scale in which a figure is written (万), without zeros that say nothing beyond last year's decimals. */
function inScale({ amount, value, unit }: Figure, other: Decimal): Decimal {
  const scale = unit === '%' || value.digits === 0n ? null : divide(amount, value, 0);
  const scaled = scale && compare(scale, decimal(1n)) !== 0 ? (divide(other, scale, value.decimals + MORE) ?? other) : other;
  const short = trimmed(scaled, value.decimals);
  return short.decimals < value.decimals ? add(short, decimal(0n, value.decimals)) : short;
}

const MORE = 4;
