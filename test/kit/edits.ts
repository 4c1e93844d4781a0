/**
 * Text edits of the test kit: spans, edits, applying, undoing, and carrying a span from the old text into the new one.
 * Deliberately independent of server/src/text, so that generators can judge the core without leaning on it.
 */

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `[start, end)` of the old text by `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/** Edits in the order of the text; they must not overlap (two insertions at one place keep their order). */
export function sorted(edits: readonly Edit[]): readonly Edit[] {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (let i = 1; i < ordered.length; i += 1) {
    if (ordered[i]!.start < ordered[i - 1]!.end) throw new Error(`edits overlap at ${ordered[i]!.start}`);
  }
  return ordered;
}

/** The text after all edits; offsets of every edit speak of the old text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of sorted(edits)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The edits that turn the new text back into the old one. */
export function inverse(text: string, edits: readonly Edit[]): readonly Edit[] {
  let shift = 0;
  return sorted(edits).map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/**
 * Where old spans lie in the new text. The start of a span goes before what is inserted there, the end goes behind it,
 * so a span that touches an edit covers what the edit put in. `edits` are sorted once for many spans.
 */
export function spanMap(edits: readonly Edit[]): (span: Span) => Span {
  const ordered = sorted(edits);
  const shifts: number[] = [0];
  for (const edit of ordered) shifts.push(shifts.at(-1)! + edit.text.length - (edit.end - edit.start));
  const move = (offset: number, side: 'start' | 'end'): number => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const edit = ordered[middle]!;
      const passed = edit.start === edit.end ? (side === 'end' ? edit.end <= offset : edit.end < offset) : edit.end <= offset;
      if (passed) low = middle + 1;
      else high = middle;
    }
    const next = ordered[low];
    if (next && next.start < offset && offset < next.end) return next.start + shifts[low]! + (side === 'end' ? next.text.length : 0);
    return offset + shifts[low]!;
  };
  return (span) => ({ start: move(span.start, 'start'), end: move(span.end, 'end') });
}
