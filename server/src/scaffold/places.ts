/**
 * Places in order: whether one lies in another, without looking at all of them. Offsets only.
 */

import { partitionPoint } from '../base';
import type { Span } from '../text';

/** The span that shares a character with a place, the first of several; null for none. Spans are in order and apart. */
export function placeAround(spans: readonly Span[], { start, end }: Span): Span | null {
  const found = spans[partitionPoint(spans, (span) => span.end <= start)];
  return found && found.start < end ? found : null;
}

/** Whether a place lies in one of the spans. */
export const isWithin = (spans: readonly Span[], place: Span): boolean => placeAround(spans, place) !== null;
