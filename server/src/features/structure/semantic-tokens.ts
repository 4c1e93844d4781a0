/**
 * Figures and gaps as an editor colours them: numerals, their units, and places still to be filled in. Places only; how a protocol writes them is for the edge.
 */

import { readFigures } from '../../report';
import type { CompiledUnits, Report } from '../../report';
import { placeOf } from '../../syntax';
import type { Span } from '../../text';

/** Legend, in this order; names that editors colour without being told. */
export const TOKEN_KINDS = ['number', 'unit', 'placeholder'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A coloured place on one line of the source. */
export interface FigureToken {
  readonly kind: TokenKind;
  readonly span: Span;
}

/** Tokens in document order; none overlaps another, none goes over the end of a line. */
export function figureTokens(report: Report, units: CompiledUnits): readonly FigureToken[] {
  const found = [...figureParts(report, units), ...gaps(report)].sort((a, b) => a.span.start - b.span.start);
  const tokens: FigureToken[] = [];
  let end = 0;
  for (const token of found) {
    if (token.span.start < end) continue;
    for (const span of byLine(report, token.span)) tokens.push({ kind: token.kind, span });
    end = token.span.end;
  }
  return tokens;
}

function* figureParts(report: Report, units: CompiledUnits): Generator<FigureToken> {
  for (const { figure, block, numeralAt } of readFigures(report, units)) {
    yield { kind: 'number', span: numeralAt };
    // A unit that was lent by the other end of a range stands elsewhere and is coloured there.
    if (figure.unitAt.end > figure.unitAt.start && figure.unitAt.start >= figure.numeralAt.end) yield { kind: 'unit', span: placeOf(report.tree, block, figure.unitAt) };
  }
}

const READ: ReadonlySet<string> = new Set(['opening', 'heading', 'body']);

function* gaps(report: Report): Generator<FigureToken> {
  const { tree, roles } = report;
  const pattern = new RegExp(tree.grammar.placeholder.source, tree.grammar.placeholder.flags);
  for (const [index, block] of tree.blocks.entries()) {
    if (!READ.has(roles[index]!)) continue;
    for (const match of block.text.matchAll(pattern)) {
      if (match[0] !== '') yield { kind: 'placeholder', span: placeOf(tree, index, { start: match.index, end: match.index + match[0].length }) };
    }
  }
}

/** The parts of a place that stand on one line each: text copied out of a page may break inside a numeral. */
function byLine(report: Report, span: Span): readonly Span[] {
  const source = report.tree.text.value.slice(span.start, span.end);
  if (!/[\r\n]/.test(source)) return [span];
  return [...source.matchAll(/[^\r\n\s][^\r\n]*/g)].map((match) => ({ start: span.start + match.index, end: span.start + match.index + match[0].trimEnd().length }));
}
