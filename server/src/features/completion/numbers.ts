/**
 * The next number of each run that is open at the cursor, and the first of the level below.
 */

import { chainOf } from '../../report';
import type { Section } from '../../report';
import { featureText } from '../messages';
import { headingStyle, markIn } from './heading-style';
import type { HeadingStyle } from './heading-style';
import { filterTextOf } from './initials';
import { escaped } from './snippet';
import type { Completion, Spot } from './spot';

const DEEPEST = 4;

/** A place for a new heading: how it is written and which number it gets. */
export interface Opening {
  readonly style: HeadingStyle;
  readonly ordinal: number;
}

/** Number completions at the head of a line. */
export function numberCompletions(spot: Spot): readonly Completion[] {
  if (!spot.lineHead) return [];
  const { before, language } = spot;
  const next = chainOf(before).map((section) => ({ opening: siblingOpening(spot, section), detail: featureText('nextNumber', language) }));
  const depth = (before?.depth ?? 0) + 1;
  const inner = depth <= DEEPEST ? [{ opening: firstOpening(spot, depth), detail: featureText(before ? 'innerNumber' : 'nextNumber', language) }] : [];
  const seen = new Set<string>();
  return [...next, ...inner].flatMap(({ opening, detail }): readonly Completion[] => {
    const mark = markIn(opening.style, opening.ordinal);
    if (!mark || seen.has(mark)) return [];
    seen.add(mark);
    const text = (spot.hashed ? '' : opening.style.lead) + mark;
    return [{ kind: 'number', key: `number:${opening.style.style}`, label: mark, detail, filterText: filterTextOf(mark, String(opening.ordinal)), sortText: '', span: spot.lineHead!, snippet: escaped(text) }];
  });
}

/** The heading that would follow `section` on its own level. */
export function siblingOpening(spot: Spot, section: Section): Opening {
  const common = headingStyle(spot.report, spot.alignment, section.depth, spot.width);
  const restyled = section.verdict.kind === 'restyled';
  const style = section.marker && !restyled ? { ...common, style: section.marker.style, example: section.marker.written } : common;
  return { style, ordinal: ordinalOf(section) + 1 };
}

/** The first heading of a depth under the section before the cursor. */
export const firstOpening = (spot: Spot, depth: number): Opening => ({ style: headingStyle(spot.report, spot.alignment, depth, spot.width), ordinal: 1 });

function ordinalOf({ verdict, marker }: Section): number {
  return verdict.kind === 'misnumbered' || verdict.kind === 'restyled' ? verdict.expected : (marker?.ordinal ?? 0);
}
