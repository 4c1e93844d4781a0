/**
 * Putting a section into a report so that it looks as if the writer had put it there: numbered in the level's own form, headed as its neighbours are,
 * with their line breaks and indents, and with the sections behind it counted on.
 */

import type { Report, Section } from '../report';
import { rankOf, writeMarker } from '../syntax';
import type { MarkStyle } from '../syntax';
import type { Edit } from '../text';
import { flowed, lineBreak } from './flow';
import { markLike } from './marks';
import { endOfSection } from './place';
import { renumberRun } from './renumber';

/** Where: as child `position` of `parent` (null: first level); 0 is before the first, the number of children behind the last. */
export interface SectionPlace {
  readonly parent: Section | null;
  readonly position: number;
}

/** What: heading words without number and closing mark, and paragraphs. Both are taken as they are. */
export interface NewSection {
  readonly title: string;
  readonly body: readonly string[];
}

/** The edits that put a section in its place and renumber those behind it. */
export function insertSection(report: Report, place: SectionPlace, content: NewSection): readonly Edit[] {
  const siblings = place.parent ? place.parent.children : report.sections.filter((section) => section.parent === null);
  const position = Math.max(0, Math.min(place.position, siblings.length));
  const before = siblings[position - 1] ?? null;
  const behind = siblings[position] ?? null;
  const model = before ?? behind ?? cousinOf(report, place.parent);
  const ordinal = before ? rightOrdinal(before) + 1 : behind ? rightOrdinal(behind) : 1;
  const mark = (model && markLike(report, model, ordinal)) ?? standardMark(report, place.parent, ordinal);
  const layout = layoutOf(report, model);
  const written = writeSection(prefixOf(report, model) + mark + content.title, content.body, layout);
  const counted = behind && model && behind.verdict.rank === model.verdict.rank ? renumberRun(report, behind, ordinal + 1) : [];
  if (behind) {
    const at = report.tree.starts[behind.block]!;
    return [{ span: { start: at, end: at }, text: flowed(report, written, at) + gapBefore(report, behind.block, layout.heading) }, ...counted];
  }
  const at = endOfSection(report, before ?? place.parent);
  return [{ span: { start: at, end: at }, text: flowed(report, (at === 0 ? '' : layout.heading) + written, at) }];
}

/** The edit that puts a heading without text before what stands at `at`, as child `position` of the first level; null when its number cannot be written. */
export function headingAt(report: Report, position: number, title: string, at: number): Edit | null {
  const tops = report.sections.filter((section) => section.parent === null);
  const model = tops[position - 1] ?? tops[position] ?? null;
  const mark = model && markLike(report, model, rightOrdinal(model) + (model === tops[position] ? 0 : 1));
  if (mark === null) return null;
  const { heading, body, close } = layoutOf(report, model);
  const { value } = report.tree.text;
  const begins = /(?:^|[\r\n])[^\S\r\n]*$/.test(value.slice(0, at));
  const broken = /[\r\n]/.test(heading);
  const line = prefixOf(report, model) + mark + title;
  if (!broken) return { span: { start: at, end: at }, text: `${begins ? '' : heading}${line}。` };
  return { span: { start: at, end: at }, text: flowed(report, `${begins ? '' : heading}${line}${close}${body}`, at) };
}

/** The edit that puts a paragraph at the end of a section. */
export function appendParagraph(report: Report, section: Section, text: string): readonly Edit[] {
  const at = endOfSection(report, section);
  const { paragraph } = layoutOf(report, section);
  return [{ span: { start: at, end: at }, text: flowed(report, (/[\r\n]/.test(paragraph) ? paragraph : '') + text, at) }];
}

/** Blanks and line breaks between paragraphs, and whether heading and text share a line. */
interface Layout {
  /** Before a heading. */
  readonly heading: string;
  /** Between a heading on its own line and its text. */
  readonly body: string;
  /** Between paragraphs. */
  readonly paragraph: string;
  /** What closes a heading on its own line (`**`), else empty. */
  readonly close: string;
  readonly runIn: boolean;
}

function writeSection(heading: string, body: readonly string[], layout: Layout): string {
  const broken = /[\r\n]/.test(layout.heading);
  if (layout.runIn || !broken) return `${heading}。${body.join(broken ? layout.paragraph : '')}`;
  return [heading + layout.close, ...body].join('\u0000').replace('\u0000', () => layout.body).replaceAll('\u0000', () => layout.paragraph);
}

function layoutOf(report: Report, model: Section | null): Layout {
  const { tree } = report;
  const paragraph = paragraphGap(report) ?? lineBreak(report);
  if (!model) return { heading: paragraph, body: paragraph, paragraph, close: '', runIn: false };
  const block = tree.blocks[model.block]!;
  const close = /^[*_#\s]*$/.test(block.text.slice(block.title.end)) ? block.text.slice(block.title.end).trimEnd() : '';
  const heading = gapBefore(report, model.block, paragraph);
  const body = !model.runIn && model.block + 1 < model.bodyEnd ? gapBefore(report, model.block + 1, paragraph) : paragraph;
  return { heading, body, paragraph, close, runIn: model.runIn };
}

/** The blanks before block `index`; `other` for the first block of a text, which has none worth copying. */
function gapBefore(report: Report, index: number, other: string): string {
  if (index === 0) return other;
  const { text, blocks, starts } = report.tree;
  return text.value.slice(starts[index - 1]! + blocks[index - 1]!.raw.length, starts[index]!);
}

/** The blanks between two paragraphs of running text, as they stand first in the report. */
function paragraphGap(report: Report): string | null {
  const running = (index: number): boolean => report.roles[index] === 'body' || report.roles[index] === 'opening';
  const pair = report.tree.blocks.findIndex((_, i) => i > 0 && running(i) && (running(i - 1) || report.roles[i - 1] === 'heading'));
  return pair < 0 ? null : gapBefore(report, pair, '');
}

/** What stands before the mark in the heading's line: `## ` or `**`. */
function prefixOf(report: Report, model: Section | null): string {
  if (!model) return '';
  const block = report.tree.blocks[model.block]!;
  return block.raw.slice(0, block.marker ? block.marker.start : block.hashes ? block.title.start : 0);
}

/** The number a section has, or should have. */
const rightOrdinal = (section: Section): number => ('expected' in section.verdict ? section.verdict.expected : (section.marker?.ordinal ?? 0));

/** A section of the level in question elsewhere in the report. */
function cousinOf(report: Report, parent: Section | null): Section | null {
  const depth = (parent?.depth ?? 0) + 1;
  return report.sections.find((section) => section.depth === depth) ?? null;
}

const STYLES: readonly MarkStyle[] = ['han', 'han-paren', 'arabic', 'arabic-paren', 'circled'];

/** The mark of GB/T 9704 for the level below `parent`. */
function standardMark(report: Report, parent: Section | null, ordinal: number): string {
  const above = parent?.marker ? rankOf(parent.marker.style) : rankOf('part');
  const style = STYLES.find((candidate) => rankOf(candidate) > above) ?? 'circled';
  const { value } = report.tree.text;
  return writeMarker(style, ordinal, null, !value.includes('(') || value.includes('（'));
}
