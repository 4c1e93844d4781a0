/**
 * The figures of a paragraph, whether they are filled in or still show last year's: in one row, so that neighbours can be counted. A placeholder is read as if last
 * year's value stood in its place, which gives it the unit and the subject it will have.
 */

import { blanksToFill } from '../edit';
import type { BlankToFill } from '../edit';
import { figuresOf } from '../report';
import type { CompiledUnits, Figure } from '../report';
import type { Block, CompiledGrammar } from '../syntax';
import { fold } from '../text';
import type { Span } from '../text';

/** A figure, or the placeholder where one is to stand. */
export interface FigureSlot {
  /** As read with last year's value in place of the placeholder; its places do not count in the block. */
  readonly figure: Figure;
  /** The numeral or the placeholder, in `block.text`. */
  readonly at: Span;
  /** Null where the figure is filled in. */
  readonly blank: BlankToFill | null;
}

interface Put {
  readonly blank: BlankToFill;
  /** Where last year's value stands in the text it was put into. */
  readonly start: number;
  readonly end: number;
}

/** The figures and open figures of a block, in order. */
export const figureSlots = (block: Block, grammar: CompiledGrammar, units: CompiledUnits): readonly FigureSlot[] => figureRow(block, grammar, units).slots;

/** A row of figures, and the block as it reads with values in place of its placeholders. */
export interface FigureRow {
  readonly slots: readonly FigureSlot[];
  readonly block: Block;
}

/** The row with what `valueOf` puts into the placeholders; null stands for last year's value. */
export function figureRow(block: Block, grammar: CompiledGrammar, units: CompiledUnits, valueOf: (blank: BlankToFill) => string | null = () => null): FigureRow {
  const blanks = blanksToFill(block, grammar).filter((blank) => blank.last !== null && !blank.note);
  if (blanks.length === 0) return { slots: figuresOf(block, units).map((figure) => ({ figure, at: figure.numeralAt, blank: null })), block };
  const { text, put } = withValues(block.text, blanks, valueOf);
  const imagined: Block = { ...block, raw: text, text, map: null, title: moved(block.title, put), bodyStart: placeIn(block.bodyStart, put) };
  const slots: FigureSlot[] = [];
  let next = 0;
  let shift = 0;
  for (const figure of figuresOf(imagined, units)) {
    const { start, end } = figure.numeralAt;
    for (; next < put.length && put[next]!.end <= start; next++) shift += lengthened(put[next]!);
    const own = put[next];
    if (own && own.start === start && own.end === end) slots.push({ figure, at: own.blank, blank: own.blank });
    // A number within a name that is to be replaced as a whole is none of the paragraph's.
    else if (!own || end <= own.start) slots.push({ figure, at: { start: start + shift, end: end + shift }, blank: null });
  }
  return { slots, block: imagined };
}

/** How much longer the placeholder is than what stands for it. */
const lengthened = ({ blank, start, end }: Put): number => blank.end - blank.start - (end - start);

function withValues(text: string, blanks: readonly BlankToFill[], valueOf: (blank: BlankToFill) => string | null): { readonly text: string; readonly put: readonly Put[] } {
  let result = '';
  let from = 0;
  const put: Put[] = [];
  for (const blank of blanks) {
    result += text.slice(from, blank.start);
    const value = fold(valueOf(blank) ?? blank.last!);
    put.push({ blank, start: result.length, end: result.length + value.length });
    result += value;
    from = blank.end;
  }
  return { text: result + text.slice(from), put };
}

/** A place of the block in the text with last year's values. */
function placeIn(at: number, put: readonly Put[]): number {
  let shift = 0;
  for (const one of put) if (one.blank.end <= at) shift += lengthened(one);
  return at - shift;
}

const moved = ({ start, end }: Span, put: readonly Put[]): Span => ({ start: placeIn(start, put), end: placeIn(end, put) });
