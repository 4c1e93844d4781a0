/**
 * How a draft writes its headings of one depth, so that a new one looks like those beside it: mark, brackets, indent, gap to the text.
 */

import type { Alignment } from '../../align';
import type { Profile } from '../../profile';
import type { Report, Section } from '../../report';
import { shapeOf, writeMarker } from '../../syntax';
import type { MarkStyle } from '../../syntax';

export interface HeadingStyle {
  /** Null for headings that carry no number. */
  readonly style: MarkStyle | null;
  /** A mark of the same kind, folded, to copy the shape from. */
  readonly example: string | null;
  /** Full-width brackets. */
  readonly wide: boolean;
  /** `#` marks and blanks before the number. */
  readonly lead: string;
  readonly indent: string;
  /** Text follows in the same line, behind a full stop. */
  readonly runIn: boolean;
  /** Line breaks between heading and text. */
  readonly gap: string;
}

const USUAL: readonly MarkStyle[] = ['han', 'han-paren', 'arabic', 'arabic-paren'];

/** The manner of most headings of a depth (1 outermost); where the draft has none, of its profile, else the standard's. */
export function headingStyle(report: Report, alignment: Alignment | null, depth: number, width: 'full' | 'half'): HeadingStyle {
  const own = report.sections.filter((section) => section.depth === depth);
  const gap = gapOf(report, own.length > 0 ? own : report.sections);
  const shape = commonest(own.map((section) => (section.marker ? shapeOf(section.marker) : '')));
  const model = own.find((section) => (section.marker ? shapeOf(section.marker) : '') === shape);
  if (!model) return { ...learnedMark(alignment?.profile ?? null, depth), wide: width === 'full', lead: '', indent: indentOf(report, report.sections[0]), runIn: false, gap };
  const { value } = report.tree.text;
  const { hashes } = report.tree.blocks[model.block]!;
  return {
    style: model.marker?.style ?? null,
    example: model.marker?.written ?? null,
    wide: model.marker ? /[（）]/.test(value.slice(model.markerSpan.start, model.markerSpan.end)) : width === 'full',
    lead: hashes > 0 ? `${'#'.repeat(hashes)} ` : '',
    indent: indentOf(report, model),
    runIn: own.filter((section) => section.runIn).length * 2 > own.length,
    gap,
  };
}

/** Number `ordinal` written in a style; empty for headings without a number. */
export function markIn(style: HeadingStyle, ordinal: number): string {
  return style.style ? writeMarker(style.style, ordinal, style.example, style.wide) : '';
}

function learnedMark(profile: Profile | null, depth: number): Pick<HeadingStyle, 'style' | 'example'> {
  const shape = profile?.numbering.find((habit) => habit.depth === depth)?.shapes[0]?.shape ?? '';
  const style = USUAL[depth - 1] ?? 'circled';
  return { style, example: (style === 'han' || style === 'han-paren') && shape.includes('#') ? shape.replace('#', '一') : null };
}

function indentOf(report: Report, section: Section | undefined): string {
  if (!section) return '';
  const { value } = report.tree.text;
  const start = report.tree.starts[section.block]!;
  let from = start;
  while (from > 0 && /[ \t\u3000]/.test(value[from - 1]!)) from--;
  return from === 0 || /[\r\n]/.test(value[from - 1]!) ? value.slice(from, start) : '';
}

/** Two line breaks when most headings on a line of their own are followed by an empty line. */
function gapOf(report: Report, sections: readonly Section[]): string {
  const { value } = report.tree.text;
  let apart = 0;
  let seen = 0;
  for (const section of sections.slice(0, 200)) {
    const next = report.tree.starts[section.block + 1];
    if (section.runIn || next === undefined) continue;
    seen++;
    if (/\n[ \t]*\r?\n/.test(value.slice(section.headSpan.end, next))) apart++;
  }
  return apart * 2 > seen ? '\n\n' : '\n';
}

function commonest(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
