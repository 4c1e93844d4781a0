/**
 * Paragraphs of running text without a closing mark. Headings, names, captions and cells have none by right, so only what is plainly a paragraph counts,
 * and nothing is said of a text that goes without stops throughout.
 */

import { isSpace } from '../../edit';
import type { Role } from '../../report';
import { runningText } from '../../report';
import { itemMarksOf, placeOf } from '../../syntax';
import type { Block, CompiledGrammar } from '../../syntax';
import { fold, isHan } from '../../text';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import page from './missing-terminal.md';

const CLOSED = new Set('。!?;:…—');
const CLOSING = new Set('”’)》〉】');
const LONG = 40;
/** A date that lost its own line closes a report without a mark. */
const DATED = /年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$/;
const TAIL = 60;
/** Shorter lines tell nothing about a margin. */
const LINE = 15;
/** From this many on, paragraphs without stops are the text's way, if they are a quarter of all. */
const HABIT = 4;

interface Ending {
  /** Behind the last character that is no blank and no emphasis of Markdown. */
  readonly end: number;
  readonly mark: 'none' | 'comma' | 'semicolon';
}

/** How a paragraph that should be closed ends, `null` when it is closed, `undefined` when it is no paragraph. */
function endingOf(block: Block, role: Role, grammar: CompiledGrammar): Ending | null | undefined {
  const { text } = block;
  const from = role === 'heading' ? runningText(block).start : 0;
  let end = text.length;
  while (end > from && (isSpace(text.charCodeAt(end - 1)) || text[end - 1] === '*' || text[end - 1] === '_')) end--;
  if (end - from < 10) return isClosing(text.slice(from, end), grammar) ? { end, mark: 'none' } : undefined;
  let last = end - 1;
  while (last > from && CLOSING.has(text[last]!)) last--;
  if (text[last] === ';' && last === end - 1) return { end, mark: 'semicolon' };
  if (CLOSED.has(text[last]!)) return null;
  const paired = last < end - 1;
  const comma = !paired && (text[last] === ',' || text[last] === '、');
  if (!paired && !comma && !isHan(text.charCodeAt(last)) && text[last] !== '%') return undefined;
  return isParagraph(text, role === 'heading' ? block.title.end : from, end, paired) ? { end, mark: comma ? 'comma' : 'none' } : undefined;
}

/** A sentence with which a report closes, without its stop. */
const isClosing = (text: string, { source }: CompiledGrammar): boolean => source.closings.some((sentence) => fold(sentence) === `${text}。`);

/** It holds a full stop, or is long and has commas. What ends in a bracket or title may be a list or a note, so there only the stop counts. */
function isParagraph(text: string, from: number, end: number, paired: boolean): boolean {
  if (text[from] === '(' && paired) return false;
  const stop = text.indexOf('。', from);
  if (stop >= 0 && stop < end) return true;
  if (paired || end - from < LONG) return false;
  const comma = text.indexOf(',', from);
  return comma >= 0 && text.indexOf(',', comma + 1) >= 0;
}

interface Open extends Ending {
  readonly index: number;
}

function* check({ report, grammar }: ReportContext): Iterable<Found> {
  const { tree, roles } = report;
  const cut = isCutAtMargin(report);
  const open: Open[] = [];
  let closed = 0;
  tree.blocks.forEach((block, index) => {
    const role = roles[index]!;
    if (role !== 'body' && role !== 'opening' && role !== 'heading') return;
    const ending = endingOf(block, role, grammar);
    if (ending === null || (ending?.mark === 'semicolon' && !closesList(report, index))) closed++;
    else if (ending && !goesOn(report, index, cut) && !endsOtherwise(block.text, ending.end, grammar)) open.push({ ...ending, index });
  });
  if (open.length >= HABIT && open.length * 3 > closed) return;
  for (const { index, end, mark } of open) {
    const at = placeOf(tree, index, { start: end - 1, end });
    if (mark === 'none') yield { at, message: 'missing', fix: { safety: 'safe', title: 'add', edits: () => [{ span: { start: at.end, end: at.end }, text: '。' }] } };
    else yield { at, message: mark, fix: { safety: 'suggested', title: 'replace', edits: () => [{ span: at, text: '。' }] } };
  }
}

/** Nothing follows that a ； could lead to: the next heading belongs to no list that this paragraph is in, or there is nothing more. */
function closesList({ sections, roles }: ReportContext['report'], index: number): boolean {
  const owner = sections.findLast((section) => section.block <= index && index < section.end);
  if (!owner || index !== lastWritten(roles, owner.bodyEnd)) return false;
  const next = sections[owner.index + 1];
  return !next || next.depth < owner.depth || (next.depth === owner.depth && roles[index] !== 'heading');
}

/** The last block before `end` that is text of the report. */
function lastWritten(roles: readonly Role[], end: number): number {
  let last = end - 1;
  while (last >= 0 && roles[last] !== 'body' && roles[last] !== 'heading') last--;
  return last;
}

/** Lines were cut at a margin: reading joined some of them, or a good part of the lines ends in the middle of a sentence. */
function isCutAtMargin({ tree, roles }: ReportContext['report']): boolean {
  let lines = 0;
  let ends = 0;
  for (let i = 0; i < tree.blocks.length; i++) {
    if (roles[i] !== 'body' && roles[i] !== 'opening') continue;
    const { text, map } = tree.blocks[i]!;
    if (map !== null) return true;
    if (text.length < LINE) continue;
    lines++;
    const last = text[text.length - 1]!;
    if (!CLOSED.has(last) && !CLOSING.has(last)) ends++;
  }
  return ends >= HABIT && ends * 4 > lines;
}

/** The paragraph is cut by a page or a table, the next line begins with what belongs to it, or lines were cut at a margin and this may be one of them. */
function goesOn({ tree, roles }: ReportContext['report'], index: number, cut: boolean): boolean {
  let next = index + 1;
  while (roles[next] === 'comment') next++;
  const role = roles[next];
  if (role === 'page' || role === 'table') return true;
  if (role !== 'body' && role !== 'opening') return false;
  const block = tree.blocks[next]!;
  return /^[,。、;:!?)”》]/.test(block.text) || (cut && itemMarksOf(block)[0]?.initial !== true);
}

/** Behind the last sentence stands something else on the same line: the date, or what a web page left there. */
function endsOtherwise(text: string, end: number, grammar: CompiledGrammar): boolean {
  const tail = text.slice(text.lastIndexOf('。', end) + 1, end).trim();
  return DATED.test(tail.slice(-TAIL)) || grammar.residue.test(tail.slice(0, TAIL)) || grammar.appendix.test(tail.slice(0, TAIL));
}

export const missingTerminal = defineReportRule({
  code: 'text/missing-terminal',
  group: 'text',
  since: '0.1.0',
  severity: 'warning',
  basis: ['standard'],
  fix: 'safe',
  page,
  messages: {
    missing: { zh: '段末缺少句号。', en: 'The paragraph has no closing mark.' },
    semicolon: { zh: '这一部分到此结束，末尾却是分号；请改用句号，或者补上没有写完的内容。', en: 'This part ends here, in a semicolon: write 。, or finish what is missing.' },
    comma: { zh: '段末是逗号或顿号：这一段没有写完，或者应当用句号收尾。', en: 'The paragraph ends in a comma: it is unfinished, or wants a full stop.' },
    add: { zh: '在段末补上句号', en: 'Add 。' },
    replace: { zh: '段末改用句号', en: 'End with 。' },
  },
  check,
});
