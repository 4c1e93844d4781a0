/**
 * What Enter brings at the end of a numbered line: the next number, as the document writes it. On a line that holds a number and nothing else it takes the number away,
 * as word processors do. Knows nothing of editors: the line break has been typed already, and the answer is one edit or none.
 */

import { partitionPoint } from '../base';
import { isSpace, markLike, runsOf } from '../edit';
import { chainScopesOf } from '../report';
import type { Report, Section } from '../report';
import { itemMarksOf, markerAt } from '../syntax';
import type { Block } from '../syntax';
import { fold, formatHan } from '../text';
import type { Edit, Text } from '../text';

/** One line without its line break. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** The edit that belongs to a line break just typed before line `number` (zero-based) of a report; null where nothing should appear. */
export function enterEdit(report: Report, number: number): Edit | null {
  const { text } = report.tree;
  const own = lineOf(text, number);
  const before = lineOf(text, number - 1);
  if (!own || !before || !isBlank(own.content) || isBlank(before.content)) return null;
  const indent = before.content.slice(0, blanksOf(before.content));
  const index = blockOf(report, before);
  if (index === null) return null;
  if (isEmptyNumber(before.content)) return { span: { start: before.start, end: own.end }, text: indent };
  const mark = nextMark(report, index);
  if (mark === null) return null;
  const apart = number >= 2 && isBlank(lineOf(text, number - 2)!.content) && index > 0;
  return { span: { start: own.start, end: own.end }, text: (apart ? lineBreakOf(text) : '') + indent + mark };
}

function lineOf({ value, lineStarts }: Text, number: number): Line | null {
  const start = lineStarts[number];
  if (start === undefined) return null;
  let end = lineStarts[number + 1] ?? value.length;
  while (end > start && (value[end - 1] === '\n' || value[end - 1] === '\r')) end--;
  return { start, end, content: value.slice(start, end) };
}

const lineBreakOf = ({ value }: Text): string => (value.includes('\r\n') ? '\r\n' : '\n');

function blanksOf(content: string): number {
  let at = 0;
  while (at < content.length && isSpace(content.charCodeAt(at))) at++;
  return at;
}

const isBlank = (content: string): boolean => blanksOf(content) === content.length;

/** The block that fills a line by itself; null for a part of a line or of a wrapped paragraph, and for what is no text. */
function blockOf({ tree, roles }: Report, line: Line): number | null {
  const index = partitionPoint(tree.starts, (start) => start < line.end) - 1;
  const block = tree.blocks[index];
  if (!block || block.kind !== 'text' || block.map !== null || roles[index] === 'residue' || roles[index] === 'appendix') return null;
  return tree.starts[index] === line.start + blanksOf(line.content) ? index : null;
}

const HASHES = /^#{1,6}\s+/;

/** A number alone: `四、`, `## （二）`, `三是`. */
function isEmptyNumber(content: string): boolean {
  const bare = fold(content).trim().replace(HASHES, '');
  return /^[一二三四五六七八九十]{1,3}是$/.test(bare) || markerAt(bare, 0)?.end === bare.length;
}

/** The number for the line behind block `index`, `#` marks included. */
function nextMark(report: Report, index: number): string | null {
  const block = report.tree.blocks[index]!;
  const section = report.sections.find((one) => one.block === index);
  if (!section?.marker) return section ? null : nextItem(report, index);
  // Inside a section that goes on below, a line is opened for more of its text.
  if (section.end > section.block + 1) return null;
  if (section.runIn || /[。;:,!?]["”’]?\s*$/.test(block.text)) return (section.runIn && /;\s*$/.test(block.text) && nextItem(report, index)) || nextOfRun(report, section);
  const habit = habitBehind(report, section);
  if (habit === 'text') return null;
  return typeof habit === 'object' ? hashesOf(report, habit) + (markLike(report, habit, 1) ?? '') || null : nextOfRun(report, section);
}

/** The number that follows a section's; none behind the item that closes its list: （一）…；（二）…。 */
function nextOfRun(report: Report, section: Section): string | null {
  const before = runsOf(report).previous[section.index];
  if (before && closes(report.tree.blocks[before.block]!, report.tree.blocks[section.block]!)) return null;
  const mark = markLike(report, section, section.marker!.ordinal + 1);
  return mark === null ? null : hashesOf(report, section) + mark;
}

const hashesOf = ({ tree }: Report, section: Section): string => HASHES.exec(tree.blocks[section.block]!.raw)?.[0] ?? '';

const closes = (before: Block, last: Block): boolean => /;\s*$/.test(before.text) && /。["”’]?\s*$/.test(last.text);

/**
 * What stands behind the other headings of this level that have a line of their own: text, a heading of the level below (an example of one), or in the main the next heading.
 * So a draft that has text below its headings is left in peace, and one that is an outline grows as an outline.
 */
function habitBehind(report: Report, section: Section): 'text' | 'next' | Section {
  let texts = 0;
  let nexts = 0;
  const inner: Section[] = [];
  for (const other of report.sections) {
    if (other === section || other.depth !== section.depth || other.runIn || !other.marker) continue;
    const [first] = other.children;
    if (other.end === other.block + 1) nexts++;
    else if (first?.marker && first.block === other.block + 1) inner.push(first);
    else texts++;
  }
  if (inner.length > nexts && inner.length >= texts) return inner[0]!;
  return texts > nexts ? 'text' : 'next';
}

/** 二是 behind a paragraph that is the item 一是, and the only one in it. */
function nextItem(report: Report, index: number): string | null {
  const marks = itemMarksOf(report.tree.blocks[index]!);
  const scope = chainScopesOf(report).find(({ from, to }) => from <= index && index < to);
  const item = scope?.items.find(({ block }) => block === index);
  if (marks.length !== 1 || !scope || !item?.mark.initial || item.verdict.kind === 'stray') return null;
  const before = scope.items[scope.items.indexOf(item) - 1];
  if (before && before.verdict.chain === item.verdict.chain && closes(report.tree.blocks[before.block]!, report.tree.blocks[index]!)) return null;
  return item.mark.ordinal < 99 ? `${formatHan(item.mark.ordinal + 1)}是` : null;
}
