/**
 * Figures and relations of a whole report: those of its blocks, with their places in the source, their sections and the years they speak of.
 */

import { inSource } from '../../syntax';
import type { Block } from '../../syntax';
import type { Span } from '../../text';
import type { Report, Role, Section } from '../report';
import { byUnits } from './by-units';
import type { Figure, PeriodMark } from './figure';
import { figuresOf } from './read';
import type { Relation } from './relation';
import { relationsOf } from './relate';
import type { CompiledUnits } from './units';

/** A figure in its report. */
export interface PlacedFigure {
  /** Position among the report's figures. */
  readonly index: number;
  readonly figure: Figure;
  /** Index of its block. */
  readonly block: number;
  /** Source place of numeral and unit. */
  readonly at: Span;
  /** Source place of the numeral alone. */
  readonly numeralAt: Span;
  /** Index of the innermost section, or -1 before the first. */
  readonly section: number;
  /** Year it speaks of; null when nothing tells. */
  readonly year: number | null;
}

/** A relation in its report: `whole`, `parts` and `rate` are positions among the report's figures. */
export type PlacedRelation = Relation & { readonly block: number };

const READ: ReadonlySet<Role> = new Set(['opening', 'heading', 'body']);

/** The figures of a report's headings and running text, in document order; tables, appendix and residue are left out. Worked out once. */
export const readFigures: (report: Report, units: CompiledUnits) => readonly PlacedFigure[] = byUnits((report, units) => placeFigures(report, units));

/** The relations of a report, by block. Worked out once. */
export const readRelations: (report: Report, units: CompiledUnits) => readonly PlacedRelation[] = byUnits((report, units) => placeRelations(report, units));

function placeFigures(report: Report, units: CompiledUnits): readonly PlacedFigure[] {
  const placed: PlacedFigure[] = [];
  const { tree, roles, sections, period } = report;
  let section = -1;
  for (let block = 0; block < tree.blocks.length; block++) {
    while (section + 1 < sections.length && sections[section + 1]!.block <= block) section++;
    if (!READ.has(roles[block]!)) continue;
    const start = tree.starts[block]!;
    const own = tree.blocks[block]!;
    for (const figure of figuresOf(own, units)) {
      const at = sourceAt(own, figure.at, start);
      placed.push({ index: placed.length, figure, block, at, numeralAt: sourceAt(own, figure.numeralAt, start), section: sectionOf(sections, section, block), year: yearOf(figure.period, period.year) });
    }
  }
  return placed;
}

/** A place in a block that begins at `by`; blocks without a map, which are nearly all, count as the source does. */
function sourceAt(block: Block, place: Span, by: number): Span {
  const { start, end } = block.map ? inSource(block, place) : place;
  return { start: start + by, end: end + by };
}

/** Sections come parents first, so the last one that began is the innermost, unless it has ended. */
function sectionOf(sections: readonly Section[], index: number, block: number): number {
  for (let at: Section | null = sections[index] ?? null; at; at = at.parent) if (block < at.end) return at.index;
  return -1;
}

function yearOf(mark: PeriodMark, year: number | null): number | null {
  if (mark.kind === 'year') return mark.year;
  if (year === null) return null;
  return mark.kind === 'last' ? year - 1 : mark.kind === 'next' ? year + 1 : year;
}

function placeRelations(report: Report, units: CompiledUnits): readonly PlacedRelation[] {
  const figures = readFigures(report, units);
  const placed: PlacedRelation[] = [];
  for (let from = 0, to = 0; from < figures.length; from = to) {
    const { block } = figures[from]!;
    while (to < figures.length && figures[to]!.block === block) to++;
    for (const relation of relationsOf(report.tree.blocks[block]!, units)) {
      placed.push({ ...relation, block, whole: from + relation.whole, parts: relation.parts.map((part) => from + part), rate: relation.rate === null ? null : from + relation.rate });
    }
  }
  return placed;
}
