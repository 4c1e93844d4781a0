/**
 * Edits that make numbering run on: of sections, and of the items of a chain. The smallest edits that do it, the number alone, in the writer's own form.
 */

import type { ChainItem, Report, Section } from '../report';
import { placeOf } from '../syntax';
import type { Edit } from '../text';
import { numeralEdit, numeralLike } from './marks';
import { runFrom } from './runs';

/** Gives `section` the number `first` and those behind it in its run the numbers that follow. Sections that have theirs are left alone. */
export function renumberRun(report: Report, section: Section, first: number): readonly Edit[] {
  return runFrom(report, section).flatMap((member, i) => numeralEdit(report, member, first + i) ?? []);
}

/** Gives `section` the number it should carry, and those behind it in its run the numbers that follow. */
export function renumberSiblings(report: Report, section: Section): readonly Edit[] {
  const { verdict, marker } = section;
  if (!marker) return [];
  return renumberRun(report, section, 'expected' in verdict ? verdict.expected : marker.ordinal);
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
