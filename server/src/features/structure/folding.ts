/**
 * What can be folded away: sections, runs of comments, tables. Lines only, because that is how editors fold.
 */

import { spanOfBlock, spanOfSection } from '../../report';
import type { Report } from '../../report';
import { positionAt } from '../../text';

/** Zero-based lines, both included. */
export interface Fold {
  readonly kind: 'section' | 'comment' | 'table';
  readonly startLine: number;
  readonly endLine: number;
}

/** Folds of at least two lines, outer ones before inner ones; one a first line. */
export function foldsOf(report: Report): readonly Fold[] {
  const lineOf = (offset: number): number => positionAt(report.tree.text, offset).line;
  const folds: Fold[] = [];
  const taken = new Set<number>();
  const add = (kind: Fold['kind'], start: number, end: number): void => {
    const fold = { kind, startLine: lineOf(start), endLine: lineOf(end) };
    if (fold.endLine <= fold.startLine || taken.has(fold.startLine)) return;
    taken.add(fold.startLine);
    folds.push(fold);
  };
  for (const section of report.sections) {
    const { start, end } = spanOfSection(report, section);
    add('section', start, end);
  }
  for (const kind of ['comment', 'table'] as const) {
    for (const [first, last] of runsOf(report, kind)) add(kind, spanOfBlock(report, first).start, spanOfBlock(report, last).end);
  }
  return folds;
}

/** First and last block of each run of blocks of one kind. */
function runsOf(report: Report, kind: 'comment' | 'table'): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  report.tree.blocks.forEach((block, index) => {
    if (block.kind !== kind) return;
    const last = runs[runs.length - 1];
    if (last && last[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  });
  return runs;
}
