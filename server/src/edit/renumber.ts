/**
 * Edits that make numbering run on: of sections, and of the items of a chain. The smallest edits that do it, the number alone, in the writer's own form.
 */

import type { ChainItem, Report, Section } from '../report';
import { placeOf } from '../syntax';
import type { Edit } from '../text';
import { numeralEdit, numeralLike } from './marks';
import { referenceEdits } from './references';
import { runFrom } from './runs';

/**
 * Gives `section` the number `first` and those behind it in its run the numbers that follow, and lets references to them follow. Sections that have theirs are
 * left alone. `repair` where the numbers were wrong before; see referenceEdits.
 */
export function renumberRun(report: Report, section: Section, first: number, repair = false): readonly Edit[] {
  return renumbered(report, runFrom(report, section).map((member, i) => [member, first + i]), repair);
}

/** Gives sections the numbers named, and lets references to them follow. */
export function renumbered(report: Report, wanted: readonly (readonly [Section, number])[], repair: boolean): readonly Edit[] {
  const numbers = new Map<Section, number>();
  const edits: Edit[] = [];
  for (const [section, number] of wanted) {
    const edit = numeralEdit(report, section, number);
    if (!edit) continue;
    numbers.set(section, number);
    edits.push(edit);
  }
  return [...edits, ...referenceEdits(report, numbers, repair)];
}

/** Gives `section` the number it should carry, and those behind it in its run the numbers that follow. */
export function renumberSiblings(report: Report, section: Section): readonly Edit[] {
  const { verdict, marker } = section;
  if (!marker) return [];
  return renumberRun(report, section, 'expected' in verdict ? verdict.expected : marker.ordinal, true);
}

/** Gives items of one chain (一是, 二是 …) the numbers from `first` on. */
export function renumberItems(report: Report, items: readonly ChainItem[], first: number): readonly Edit[] {
  return items.flatMap(({ block, mark }, i) => {
    if (mark.ordinal === first + i) return [];
    const span = placeOf(report.tree, block, { start: mark.start, end: mark.end - 1 });
    const text = numeralLike('一', first + i);
    return text === null ? [] : [{ span, text }];
  });
}
