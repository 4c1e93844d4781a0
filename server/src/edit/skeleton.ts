/**
 * What is put in where something is missing: headings and prompts out of the family's data, in the document's own numbering, width and line breaks.
 */

import type { Alignment, Filling } from '../align';
import type { Slot, Topic } from '../profile';
import type { Report, Section } from '../report';
import { inSource } from '../syntax';
import type { Edit } from '../text';
import { insertSection } from './insert';
import { markLike } from './marks';
import { renumberRun } from './renumber';

/** A section for `slot` before `successor`, or behind the last one. */
export function skeletonFor(alignment: Alignment, slot: Slot, successor: Section | null, year: number | null): readonly Edit[] {
  const { report } = alignment;
  const tops = report.sections.filter((section) => section.parent === null);
  const position = successor ? tops.indexOf(successor) : tops.length;
  return insertSection(report, { parent: null, position }, { title: titleOf(report, slot, year), body: [inWidth(report, withYears(slot.norm?.skeleton ?? report.tree.grammar.source.prompt, year))] });
}

/** A subsection for `topic` behind the last one of `host`. */
export function topicSkeletonFor(alignment: Alignment, topic: Topic, host: Section): readonly Edit[] {
  const { report } = alignment;
  const title = topic.headings[0]?.text ?? topic.name.zh;
  return insertSection(report, { parent: host, position: host.children.length }, { title: inWidth(report, title), body: [report.tree.grammar.source.prompt] });
}

/** A heading before a passage that begins its paragraph; nothing when it begins in the middle. */
export function headingForPassage(alignment: Alignment, slot: Slot, filling: Filling, year: number | null): readonly Edit[] {
  const { report } = alignment;
  const start = report.tree.starts[filling.block]!;
  if (filling.at.start !== start || report.roles[filling.block] === 'heading') return [];
  let top = filling.section;
  while (top?.parent) top = top.parent;
  if (!top?.marker) return [];
  const tops = report.sections.filter((section) => section.parent === null);
  const ordinal = ('expected' in top.verdict ? top.verdict.expected : top.marker.ordinal) + 1;
  const mark = markLike(report, top, ordinal);
  if (mark === null) return [];
  const behind = tops[tops.indexOf(top) + 1];
  return [{ span: { start, end: start }, text: mark + titleOf(report, slot, year) + lineGap(report, filling.block) }, ...(behind ? renumberRun(report, behind, ordinal + 1) : [])];
}

/** A sentence on causes at the end of the text that states the shortcomings. */
export function causesSkeletonFor(alignment: Alignment, host: Filling): readonly Edit[] {
  const { report, profile } = alignment;
  const text = profile.slots.find((slot) => slot.norm?.inside === host.slot && slot.norm.skeleton)?.norm?.skeleton;
  if (!text) return [];
  const end = host.section && host.by !== 'passage' ? host.section.end : host.block + 1;
  let last = end - 1;
  while (last > host.block && report.roles[last] !== 'body' && report.roles[last] !== 'heading') last--;
  const at = report.tree.starts[last]! + report.tree.blocks[last]!.raw.length;
  return [{ span: { start: at, end: at }, text: inWidth(report, text) }];
}

/** A title on a line of its own before everything else. */
export function titleLine(report: Report, title: string): readonly Edit[] {
  const at = report.tree.text.value.startsWith('\ufeff') ? 1 : 0;
  return [{ span: { start: at, end: at }, text: title + lineBreak(report) }];
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

export function lineBreak(report: Report): string {
  return report.tree.text.value.includes('\r\n') ? '\r\n' : '\n';
}

/** Line break and indent as they stand before this block. */
function lineGap(report: Report, block: number): string {
  const { tree } = report;
  if (block === 0) return lineBreak(report);
  const before = tree.starts[block - 1]! + inSource(tree.blocks[block - 1]!, { start: 0, end: tree.blocks[block - 1]!.text.length }).end;
  const gap = tree.text.value.slice(before, tree.starts[block]!);
  return /[\r\n]/.test(gap) ? gap : lineBreak(report);
}
