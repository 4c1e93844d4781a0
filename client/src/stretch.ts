/**
 * The stretch of text that is being typed in, followed through the changes of typing. Offsets only.
 */

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Still the stretch it began as; false when typing went on elsewhere. */
  readonly isSame: boolean;
}

/** A change as VS Code tells it: `rangeLength` characters at `rangeOffset` became `text`. */
export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** The stretch after a change: grown by what is typed in it, begun anew by what is typed elsewhere. */
export function touched(stretch: Stretch | null, { rangeOffset, rangeLength, text }: Change): Stretch {
  const growth = text.length - rangeLength;
  const end = rangeOffset + rangeLength;
  if (stretch && rangeOffset >= stretch.start && end <= stretch.end) return { ...stretch, end: stretch.end + growth };
  return { start: rangeOffset, end: rangeOffset + text.length, isSame: false };
}
