/**
 * Moving a section among its siblings, with its text, and giving all that stand between the numbers of their new places; references follow.
 */

import type { Report, Section } from '../report';
import { applyEdits } from '../text';
import type { Edit, Span } from '../text';
import { endOfSection } from './place';
import { renumbered } from './renumber';

/**
 * The edits that put `section` before `next`, a sibling of it, or behind its last sibling for null; what lies between moves along. The section takes one gap with it,
 * so that each gap between two sections is still one. Empty where it would stay, and where the two are no siblings.
 */
export function moveSection(report: Report, section: Section, next: Section | null): readonly Edit[] {
  const siblings = section.parent ? section.parent.children : report.sections.filter((one) => one.parent === null);
  const from = siblings.indexOf(section);
  const before = next ? siblings.indexOf(next) : siblings.length;
  if (before < 0 || before === from || before === from + 1) return [];
  const passed = before > from ? siblings.slice(from + 1, before) : siblings.slice(before, from);
  const inOrder = before > from ? [section, ...passed] : [...passed, section];
  const ordinals = inOrder.map((one) => one.marker?.ordinal ?? 0).sort((a, b) => a - b);
  const moved = before > from ? [...passed, section] : [section, ...passed];
  const edits = renumbered(report, moved.map((one, i) => [one, ordinals[i]!]), false);
  return before > from ? movedDown(report, section, passed, edits) : movedUp(report, section, passed, edits);
}

/** The same, named by the sibling that it is to stand behind. */
export function moveBehind(report: Report, section: Section, target: Section): readonly Edit[] {
  const siblings = target.parent ? target.parent.children : report.sections.filter((one) => one.parent === null);
  return moveSection(report, section, siblings[siblings.indexOf(target) + 1] ?? null);
}

/** Taken out with the blanks behind it, and put behind the last one passed with these blanks before it. */
function movedDown(report: Report, section: Section, passed: readonly Section[], edits: readonly Edit[]): readonly Edit[] {
  const place = placeOf(report, section);
  const gapEnd = report.tree.starts[passed[0]!.block]!;
  const at = endOfSection(report, passed[passed.length - 1]!);
  const text = report.tree.text.value.slice(place.end, gapEnd) + textOf(report, place, edits);
  return [{ span: { start: place.start, end: gapEnd }, text: '' }, ...edits.filter((edit) => !isInside(edit, place)), { span: { start: at, end: at }, text }];
}

/** Taken out with the blanks before it, and put before the first one passed with these blanks behind it. */
function movedUp(report: Report, section: Section, passed: readonly Section[], edits: readonly Edit[]): readonly Edit[] {
  const place = placeOf(report, section);
  const gapStart = endOfSection(report, passed[passed.length - 1]!);
  const at = report.tree.starts[passed[0]!.block]!;
  const text = textOf(report, place, edits) + report.tree.text.value.slice(gapStart, place.start);
  return [{ span: { start: at, end: at }, text }, ...edits.filter((edit) => !isInside(edit, place)), { span: { start: gapStart, end: place.end }, text: '' }];
}

const placeOf = (report: Report, section: Section): Span => ({ start: report.tree.starts[section.block]!, end: endOfSection(report, section) });
const isInside = ({ span }: Edit, place: Span): boolean => span.start >= place.start && span.end <= place.end;

/** The text of a place, with the edits inside it made. */
function textOf({ tree }: Report, place: Span, edits: readonly Edit[]): string {
  const inside = edits.filter((edit) => isInside(edit, place)).map(({ span, text }) => ({ span: { start: span.start - place.start, end: span.end - place.start }, text }));
  return applyEdits(tree.text.value.slice(place.start, place.end), inside);
}
