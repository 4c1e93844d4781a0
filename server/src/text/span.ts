/**
 * Places in a text and replacements of them. Offsets are UTF-16 code units, which are JavaScript string indices and LSP's default.
 */

/** Half-open: `start` is in, `end` is out. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A replacement; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** True when the spans share a character, or an empty one lies within or at the edge of the other. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Applies edits that were all made against `value`. Overlapping later ones are dropped, so the result is always well formed. */
export function applyEdits(value: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of soundEdits(edits)) {
    result += value.slice(from, edit.span.start) + edit.text;
    from = edit.span.end;
  }
  return result + value.slice(from);
}

/** The edits in document order without those that overlap an earlier one and without repeats. */
export function soundEdits(edits: readonly Edit[]): readonly Edit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const sound: Edit[] = [];
  for (const edit of ordered) {
    const last = sound[sound.length - 1];
    const same = last && last.span.start === edit.span.start && last.span.end === edit.span.end;
    if (last && (edit.span.start < last.span.end || same)) continue;
    sound.push(edit);
  }
  return sound;
}
