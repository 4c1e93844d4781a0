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

/** The edit without what it has in common with the text it replaces, at either end; null when nothing is left of it. Never parts a surrogate pair. */
export function leastEdit(value: string, { span: { start, end }, text }: Edit): Edit | null {
  const limit = Math.min(end - start, text.length);
  let head = 0;
  while (head < limit && value[start + head] === text[head]) head++;
  if (head > 0 && isLead(text.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < limit - head && value[end - 1 - tail] === text[text.length - 1 - tail]) tail++;
  if (tail > 0 && isTrail(text.charCodeAt(text.length - tail))) tail--;
  if (head + tail === end - start && head + tail === text.length) return null;
  return { span: { start: start + head, end: end - tail }, text: text.slice(head, text.length - tail) };
}

const isLead = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isTrail = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
