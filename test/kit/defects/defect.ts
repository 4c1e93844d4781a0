/** What an injected defect is, and the few tools every kind shares. */
import { applyEdits, inverse, spanMap, type Edit, type Span } from '../edits';
import { headingsOf, linesOf, outside, proseLines, quotedSpans, type Line } from '../reading';
import type { Rng } from '../random';

export interface Injected {
  readonly text: string;
  /** Where in `text` a finding of the defect's code is right: a finding that touches this span has found it. */
  readonly at: Span;
  /** What was done, in words, with the text concerned. */
  readonly note: string;
  /** The edits that give the unbroken text back. */
  readonly undo: readonly Edit[];
  /** The text as it should be, where that is not what it was before: a sentence was added, and the mending leaves it. */
  readonly mended?: string;
}

export interface Defect {
  readonly kind: string;
  /** The rule code a finding must carry (design §5). */
  readonly code: string;
  /** The defect shows only where paragraphs stand on lines of their own: no use on one line or hard-wrapped. */
  readonly needsLines: boolean;
  /** Break `text` at a place chosen by `rng`; null where the text offers no place. */
  readonly apply: (text: string, rng: Rng) => Injected | null;
}

/** A place to break: edits on the old text, and the old span they concern (grown over what the edits insert). */
export interface Break {
  readonly edits: readonly Edit[];
  readonly around: Span;
  readonly note: string;
  /** Overrides the carried span, in offsets of the new text. */
  readonly at?: Span;
  /** What should stand at `at`, where taking the break back is not the mending. */
  readonly right?: string;
}

export function injected(text: string, broken: Break): Injected {
  const made = applyEdits(text, broken.edits);
  const at = broken.at ?? spanMap(broken.edits)(broken.around);
  return {
    text: made,
    at,
    note: broken.note,
    undo: inverse(text, broken.edits),
    ...(broken.right === undefined ? {} : { mended: made.slice(0, at.start) + broken.right + made.slice(at.end) }),
  };
}

/** A defect whose places can be listed: one of them is taken by `rng`. */
export function defect(kind: string, code: string, places: (text: string, rng: Rng) => readonly Break[], needsLines = false): Defect {
  return {
    kind, code, needsLines,
    apply: (text, rng) => {
      const found = places(text, rng);
      return found.length ? injected(text, rng.pick(found)) : null;
    },
  };
}

/** One span replaced, the finding due on what stands there now. */
export function replaced(span: Span, text: string, note: string): Break {
  return { edits: [{ ...span, text }], around: span, note };
}

/** Full width where the text writes its commas so. */
export function isFullWidth(text: string): boolean {
  return (text.match(/，/g) ?? []).length > (text.match(/(?<=\p{Script=Han}),/gu) ?? []).length;
}

/** Matches inside running text that touch neither names and quotations nor a heading's number and title. */
export function inProse(text: string, pattern: RegExp, lines: readonly Line[] = proseLines(text)): readonly RegExpExecArray[] {
  const taken: readonly Span[] = [...quotedSpans(text), ...headingsOf(text)].sort((a, b) => a.start - b.start);
  return lines.flatMap((line) => {
    const near = taken.filter((span) => span.start < line.end && span.end > line.start);
    return [...line.text.matchAll(pattern)].flatMap((match) => {
      const start = line.start + match.index;
      if (!outside({ start, end: start + match[0].length }, near)) return [];
      return [Object.assign(match, { index: start })];
    });
  });
}

/** The first paragraph of running text: where the report says whose it is and of which year. */
export function openingLine(text: string): Line | null {
  const first = headingsOf(text)[0];
  return proseLines(text).find((line) => !first || line.start < first.start) ?? null;
}

/** Lines between the first numbered heading and the last running text. */
export function bodyLines(text: string): readonly Line[] {
  const first = headingsOf(text)[0];
  return first ? proseLines(text).filter((line) => line.start >= first.line.start) : [];
}

/** The last filled line, where it ends running text or is the date; null where web residue stands there. */
export function lastLine(text: string): Line | null {
  const last = linesOf(text).filter((line) => line.text.trim()).at(-1);
  return last && /(?:。|\d日)\s*$/.test(last.text) ? last : null;
}
