/**
 * Moving a first-level section behind another one, with its text, and giving both the numbers of their new places.
 */

import type { Report, Section } from '../report';
import type { Edit, Span } from '../text';
import { applyEdits } from '../text';
import { numeralEdit } from './marks';

/** The one edit that puts `section` behind `target`, which stands later; what lies between moves up. Gaps between sections stay where they are. */
export function moveBehind(report: Report, section: Section, target: Section): readonly Edit[] {
  const tops = report.sections.filter((one) => one.parent === null);
  const from = tops.indexOf(section);
  const to = tops.indexOf(target);
  if (from < 0 || to <= from) return [];
  const inOrder = tops.slice(from, to + 1);
  const places = inOrder.map((one) => placeOfSection(report, one));
  const ordinals = inOrder.map((one) => one.marker?.ordinal ?? 0).sort((a, b) => a - b);
  const moved = [...inOrder.slice(1), inOrder[0]!];
  const texts = moved.map((one, i) => renumbered(report, one, ordinals[i]!));
  const gaps = places.map((place, i) => (i === 0 ? '' : report.tree.text.value.slice(places[i - 1]!.end, place.start)));
  return [{ span: { start: places[0]!.start, end: places[places.length - 1]!.end }, text: texts.map((text, i) => gaps[i]! + text).join('') }];
}

/** From the heading's line to the end of the section's last text. */
function placeOfSection(report: Report, section: Section): Span {
  const { blocks, starts } = report.tree;
  const last = Math.max(section.block, section.end - 1);
  return { start: starts[section.block]!, end: starts[last]! + blocks[last]!.raw.length };
}

function renumbered(report: Report, section: Section, ordinal: number): string {
  const place = placeOfSection(report, section);
  const text = report.tree.text.value.slice(place.start, place.end);
  const edit = numeralEdit(report, section, ordinal);
  return edit ? applyEdits(text, [{ span: { start: edit.span.start - place.start, end: edit.span.end - place.start }, text: edit.text }]) : text;
}
