/**
 * Figures and relations of a whole report: those of its blocks, with their places in the source, their sections and the years they speak of.
 */

import { memoOn } from '../../base';
import { inSource } from '../../syntax';
import type { Span } from '../../text';
import type { Report, Role, Section } from '../report';
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

const figuresBy = new WeakMap<CompiledUnits, (report: Report) => readonly PlacedFigure[]>();
const relationsBy = new WeakMap<CompiledUnits, (report: Report) => readonly PlacedRelation[]>();

/** The figures of a report's headings and running text, in document order; tables, appendix and residue are left out. Worked out once. */
export function readFigures(report: Report, units: CompiledUnits): readonly PlacedFigure[] {
  let read = figuresBy.get(units);
  if (!read) figuresBy.set(units, (read = memoOn((key: Report) => placeFigures(key, units))));
  return read(report);
}

/** The relations of a report, by block. Worked out once. */
export function readRelations(report: Report, units: CompiledUnits): readonly PlacedRelation[] {
  let read = relationsBy.get(units);
  if (!read) relationsBy.set(units, (read = memoOn((key: Report) => placeRelations(key, units))));
  return read(report);
}

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
      const at = moved(inSource(own, figure.at), start);
      placed.push({ index: placed.length, figure, block, at, numeralAt: moved(inSource(own, figure.numeralAt), start), section: sectionOf(sections, section, block), year: yearOf(figure.period, period.year) });
    }
  }
  return placed;
}

const moved = (place: Span, by: number): Span => ({ start: place.start + by, end: place.end + by });

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
