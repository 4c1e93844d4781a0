/**
 * What is put in where something is missing: headings and prompts out of the family's data, in the document's own numbering, width and line breaks.
 */

import { zonesOf } from '../align';
import type { Alignment, Filling } from '../align';
import type { Slot, Topic } from '../profile';
import type { Report, Section } from '../report';
import { placeOf } from '../syntax';
import type { Edit } from '../text';
import { flowed, lineBreak } from './flow';
import { appendParagraph, headingAt, insertSection } from './insert';
import { renumberRun } from './renumber';

/** A section for `slot` before `successor`, or behind the last one. */
export function skeletonFor(alignment: Alignment, slot: Slot, successor: Section | null, year: number | null): readonly Edit[] {
  const { report } = alignment;
  const tops = report.sections.filter((section) => section.parent === null);
  const position = successor ? tops.indexOf(successor) : tops.length;
  return insertSection(report, { parent: null, position }, { title: titleOf(report, slot, year), body: [inWidth(report, withYears(slot.norm?.skeleton ?? report.tree.grammar.source.prompt, year))] });
}

/** A subsection for a slot that belongs into `host`; where that has none, a paragraph at its end. */
export function insideSkeletonFor(alignment: Alignment, slot: Slot, host: Section, year: number | null): readonly Edit[] {
  const { report } = alignment;
  const text = inWidth(report, withYears(slot.norm?.skeleton ?? report.tree.grammar.source.prompt, year));
  const content = { title: titleOf(report, slot, year), body: [text] };
  return host.children.length > 0 ? insertSection(report, { parent: host, position: host.children.length }, content) : appendParagraph(report, host, text);
}

/** A subsection for `topic` behind the last one of `host`. */
export function topicSkeletonFor(alignment: Alignment, topic: Topic, host: Section): readonly Edit[] {
  const { report } = alignment;
  const title = topic.headings[0]?.text ?? topic.name.zh;
  return insertSection(report, { parent: host, position: host.children.length }, { title: inWidth(report, title), body: [report.tree.grammar.source.prompt] });
}

/** True when a passage may be given a heading: it does not stand in a heading, and the part it stands in is numbered. */
export function mayBeHeaded(report: Report, filling: Filling): boolean {
  const top = topOf(filling.section);
  if (!top?.marker || filling.section?.headSpan.start === filling.at.start) return false;
  const start = report.tree.starts[filling.block]!;
  if (filling.at.start <= start) return report.roles[filling.block] !== 'heading';
  return /[。！？；\s]$/.test(report.tree.text.value.slice(Math.max(start, filling.at.start - 1), filling.at.start));
}

/** A heading before a passage, which begins a paragraph then, and the sections behind it counted on. */
export function headingForPassage(alignment: Alignment, slot: Slot, filling: Filling, year: number | null): readonly Edit[] {
  const { report } = alignment;
  const top = topOf(filling.section);
  if (!top || !mayBeHeaded(report, filling)) return [];
  const tops = report.sections.filter((section) => section.parent === null);
  const position = tops.indexOf(top) + 1;
  const ordinal = ('expected' in top.verdict ? top.verdict.expected : top.marker!.ordinal) + 1;
  const behind = tops[position];
  const written = headingAt(report, position, titleOf(report, slot, year), filling.at.start);
  return written ? [written, ...(behind ? renumberRun(report, behind, ordinal + 1) : [])] : [];
}

function topOf(section: Section | null): Section | null {
  let top = section;
  while (top?.parent) top = top.parent;
  return top;
}

/** A sentence on causes behind the text that states the shortcomings, before what follows it. */
export function causesSkeletonFor(alignment: Alignment, host: Filling): readonly Edit[] {
  const { report, profile, fillings } = alignment;
  const text = profile.slots.find((slot) => slot.norm?.inside === host.slot && slot.norm.skeleton)?.norm?.skeleton;
  if (!text) return [];
  const { starts, blocks } = report.tree;
  const end = host.section && host.by !== 'passage' ? host.section.end : host.block + 1;
  const others = fillings.filter((other) => other.by !== 'mention' && other.slot !== host.slot).map(({ at }) => at.start);
  const plans = zonesOf(report, alignment).plan.map(({ from, at }) => placeOf(report.tree, from, { start: at, end: at }).start);
  const next = Math.min(...[...others, ...plans].filter((start) => start > host.at.end));
  let last = end - 1;
  while (last > host.block && ((report.roles[last] !== 'body' && report.roles[last] !== 'heading') || starts[last]! >= next)) last--;
  const at = Math.min(starts[last]! + blocks[last]!.raw.length, next);
  return [{ span: { start: at, end: at }, text: flowed(report, inWidth(report, text), at) }];
}

/** A title on a line of its own before everything else; a heading of Markdown where the sections are such. */
export function titleLine(report: Report, title: string): readonly Edit[] {
  const at = report.tree.text.value.startsWith('\ufeff') ? 1 : 0;
  const line = lineBreak(report);
  const marked = report.sections.some(({ block }) => report.tree.blocks[block]!.hashes > 0);
  return [{ span: { start: at, end: at }, text: marked ? `# ${title}${line}${line}` : title + line }];
}

/** Issuer and date behind the last text, to be filled in. */
export function signOffLines(report: Report, end: number): readonly Edit[] {
  const line = lineBreak(report);
  return [{ span: { start: end, end }, text: `${line}××${line}××年××月××日` }];
}

function titleOf(report: Report, slot: Slot, year: number | null): string {
  const learned = slot.headings[0];
  const usual = learned && (learned.count > 1 || !slot.norm?.title) ? learned.text : (slot.norm?.title ?? slot.name.zh);
  return inWidth(report, withYears(usual, year));
}

/** `{year}` and `{year+1}` filled in; without a year the words around them are left out. */
function withYears(text: string, year: number | null): string {
  return text.replace(/\{year([+-]1)?\}(年度?)?,?/g, (whole, step: string | undefined) => (year === null ? '' : whole.replace(/\{year([+-]1)?\}/, String(year + Number(step ?? 0)))));
}

/** Marks in the width the document uses. */
export function inWidth(report: Report, text: string): string {
  const { value } = report.tree.text;
  const half = (value.match(/[,;]/g)?.length ?? 0) > (value.match(/[，；]/g)?.length ?? 0);
  const from = half ? '，；：（）' : ',;:()';
  const to = half ? ',;:()' : '，；：（）';
  return text.replace(/[，；：（）,;:()]/g, (mark) => (from.includes(mark) ? to[from.indexOf(mark)]! : mark));
}
