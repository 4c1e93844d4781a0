/**
 * The places of a draft that are still to be filled in, and those that fill themselves: what an editor leads its writer through. Reads any text, whether it was laid out
 * here or not; makes edits and applies none.
 */

import { blanksToFill } from '../edit';
import { add, compare, decimal, divide, formatDecimal, ownersOf } from '../report';
import type { CompiledUnits, Decimal, Figure, Report } from '../report';
import { placeOf } from '../syntax';
import type { Edit, Span } from '../text';
import { readFormula, work } from './formula';
import type { Formula } from './formula';
import { figureSlots } from './slots';
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

const NUMBER = /^-?[\d.,]+$/;

/**
 * Edits that fill in every figure whose formula can be worked out now, because its parts are there: sums exactly, rates and growth with the decimals that last year's
 * value had. Figures that are worked out from such figures are filled in along with them. A part that is inexact (近百件, 260余份) gives nothing.
 */
export function fillComputed(report: Report, units: CompiledUnits): readonly Edit[] {
  const { tree } = report;
  return tree.blocks.flatMap((block, index): readonly Edit[] => {
    if (block.kind !== 'text' || !blanksToFill(block, tree.grammar).some(({ formula }) => formula !== null)) return [];
    const slots = figureSlots(block, tree.grammar, units);
    const values = new Worker(slots, report);
    return slots.flatMap(({ blank, figure }, at): readonly Edit[] => {
      const value = blank?.formula ? values.valueAt(at) : null;
      return blank && value ? [{ span: placeOf(tree, index, blank), text: inWidthOf(blank.last!, formatDecimal(inScale(figure, value))) }] : [];
    });
  });
}

/** The values of a paragraph's figures as far as they are there or can be worked out; does not outlive one paragraph. */
class Worker {
  private readonly known = new Map<number, Decimal | null>();

  constructor(private readonly slots: readonly FigureSlot[], private readonly report: Report) {}

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
    const formula = blank.formula === null ? null : readFormula(blank.formula, this.report.tree.grammar.source.draft);
    if (!formula || !this.fits(at, formula.above, formula.below !== null)) return null;
    return work(formula, (distance) => this.valueAt(at + distance), PER[figure.unit] ?? HUNDRED, figure.value.decimals);
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

/** What a formula makes at a position of a row of figures, in the scale of the figure that stands there; null where a neighbour has no exact value. */
export function valueOf(slots: readonly FigureSlot[], at: number, formula: Formula): Decimal | null {
  const { figure } = slots[at]!;
  const amountAt = (distance: number): Decimal | null => {
    const other = slots[at + distance]?.figure;
    return other && other.bound === 'exact' && other.range === null ? other.amount : null;
  };
  const value = work(formula, amountAt, PER[figure.unit] ?? HUNDRED, figure.value.decimals);
  return value && inScale(figure, value);
}

const isLike = (a: Figure, b: Figure): boolean => a.unit === b.unit || a.kind === b.kind;

const HUNDRED = decimal(100n);
const PER: Readonly<Record<string, Decimal>> = { '‰': decimal(1000n) };

/** An amount in the scale in which a figure is written (万), without zeros that say nothing beyond last year's decimals. */
function inScale({ amount, value, unit }: Figure, other: Decimal): Decimal {
  const scale = unit === '%' || value.digits === 0n ? null : divide(amount, value, 0);
  const scaled = scale && compare(scale, decimal(1n)) !== 0 ? (divide(other, scale, value.decimals + MORE) ?? other) : other;
  let { digits, decimals } = scaled;
  while (decimals > value.decimals && digits % 10n === 0n) {
    digits /= 10n;
    decimals--;
  }
  return decimals < value.decimals ? add({ digits, decimals }, { digits: 0n, decimals: value.decimals }) : { digits, decimals };
}

const MORE = 4;

/** Digits as wide as those of `example`. */
export function inWidthOf(example: string, digits: string): string {
  if (!/[０-９]/.test(example)) return digits;
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('.', example.includes('．') ? '．' : '.');
}
