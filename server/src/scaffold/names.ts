/**
 * What in running text is of last year only: meetings and cases by name, and the formulas that the norms know to be of their year. Shown as placeholders, never guessed.
 */

import { canBeShown, writePlaceholder } from '../edit';
import type { FormulaNorm } from '../profile';
import { quotedPlaces, readFigures } from '../report';
import type { CompiledUnits, Report } from '../report';
import { placeOf } from '../syntax';
import type { Edit, Span } from '../text';
import { isWithin } from './places';

/** Places of last year's meetings, cases and formulas, in document order and apart. `year` is that of the new report: formulas current in it are left alone. */
export function namesOfTheYear(report: Report, formulas: readonly FormulaNorm[], year: number | null, units: CompiledUnits): readonly Span[] {
  const { tree, roles } = report;
  const stale = year === null ? [] : formulas.filter((formula) => formula.until < year).map(({ pattern }) => new RegExp(pattern, 'g'));
  const blocksWithFigures = figuresByBlock(report, units);
  const found: Span[] = [];
  tree.blocks.forEach((block, index) => {
    const role = roles[index];
    if (role !== 'body' && role !== 'heading' && role !== 'opening') return;
    const { text } = block;
    const figures = blocksWithFigures.get(index) ?? [];
    const names = matches(text, [tree.grammar.draft.name]).filter((at) => !isWithin(figures, at));
    const quoted = stale.length > 0 ? quotedPlaces(text).map(([start, end]) => ({ start, end })) : [];
    const old = matches(text, stale).filter((at) => !isWithin(quoted, at));
    let last = -1;
    for (const at of [...names, ...old].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (at.start < last) continue;
      last = at.end;
      found.push(placeOf(tree, index, at));
    }
  });
  return found;
}

/** Edits that open such places. */
export function openNames(report: Report, names: readonly Span[]): readonly Edit[] {
  const { text, grammar } = report.tree;
  return names.flatMap((at): readonly Edit[] => {
    const last = text.value.slice(at.start, at.end);
    return canBeShown(last) ? [{ span: at, text: writePlaceholder(last, null, grammar) }] : [];
  });
}

function matches(text: string, patterns: readonly RegExp[]): readonly Span[] {
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match): readonly Span[] => (match[0] === '' ? [] : [{ start: match.index, end: match.index + match[0].length }])));
}

function figuresByBlock(report: Report, units: CompiledUnits): ReadonlyMap<number, readonly Span[]> {
  const byBlock = new Map<number, Span[]>();
  for (const { block, figure } of readFigures(report, units)) {
    const known = byBlock.get(block);
    if (known) known.push(figure.numeralAt);
    else byBlock.set(block, [figure.numeralAt]);
  }
  return byBlock;
}
