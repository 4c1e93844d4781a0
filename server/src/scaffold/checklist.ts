/**
 * What last year's report makes the new one owe: a line for each promise of its plan, with the section it will be reported in, and a line for each shortcoming, with a
 * prompt to tell what became of it. The lines stand at the head of the results and belong to no section; the placeholder rule reports them until they are gone.
 */

import { findHomes, isResult, planItems, problemItems, resultSections } from '../align';
import type { Alignment, Statement } from '../align';
import { writeNote, writtenOf } from '../edit';
import { quotedPlaces, writtenYears } from '../report';
import type { Report, Section } from '../report';
import type { Edit } from '../text';
import { placeAround } from './places';

/** What is owed, in lines, and how many of each kind. */
export interface Checklist {
  readonly lines: readonly string[];
  readonly plan: number;
  readonly problems: number;
}

/** More would be a list that nobody works through. */
const MOST = 120;

/** The checklist that a report leaves to the next one. */
export function checklistOf(report: Report, alignment: Alignment | null): Checklist {
  const { draft } = report.tree.grammar.source;
  const plan = outermost(planItems(report, alignment));
  const problems = outermost(problemItems(report, alignment));
  const homes = findHomes(report, alignment, resultSections(report, alignment, plan), plan, planItems(report, alignment));
  const planned = plan.map((item, i) => writeNote(draft.notes.plan, `${wordsOf(report, item)}${homes[i] ? `——${draft.reportedIn}${headOf(homes[i]!)}` : ''}`));
  const prompt = report.tree.grammar.source.prompt.replace(/[。.]$/, '');
  const owed = problems.map((item) => writeNote(draft.notes.problem, `${wordsOf(report, item)}——${draft.mending}：${prompt}`));
  const named = datedNames(report).map((name) => writeNote(draft.notes.document, `${name}——${draft.renamed}：${prompt}`));
  return { lines: [...planned, ...owed, ...named], plan: planned.length, problems: owed.length };
}

/** Names in 《》 and quotation marks that carry the year of the report or the next: they are not changed, and the writer must not forget them. */
function datedNames(report: Report): readonly string[] {
  const { year } = report.period;
  if (year === null) return [];
  const names = new Set<string>();
  report.tree.blocks.forEach((block, index) => {
    const role = report.roles[index];
    if (role !== 'body' && role !== 'heading' && role !== 'opening') return;
    const years = writtenYears(block).filter((word) => word.quoted && !word.spanned && (word.year === year || word.year === year + 1));
    if (years.length === 0) return;
    const places = quotedPlaces(block.text).map(([start, end]) => ({ start, end }));
    for (const word of years) {
      if (names.size >= MOST_NAMES) return;
      const place = placeAround(places, word);
      if (place && place.end - place.start <= LONGEST_NAME && block.text[place.start] !== '〔') names.add(writtenOf(block).slice(place.start, place.end));
    }
  });
  return [...names];
}

const LONGEST_NAME = 80;
const MOST_NAMES = 20;

/** Edits that put the lines at the head of the results of `report`, each on a line of its own. */
export function checklistEdits(report: Report, alignment: Alignment | null, lines: readonly string[]): readonly Edit[] {
  if (lines.length === 0) return [];
  const { text, blocks, starts } = report.tree;
  const line = text.value.includes('\r\n') ? '\r\n' : '\n';
  const head = firstResult(report, alignment);
  const index = head ? head.block : report.roles.findIndex((role) => role === 'body' || role === 'opening');
  if (index < 0) return [];
  const start = starts[index]!;
  const end = start + blocks[index]!.raw.length;
  const behind = head !== null && !head.runIn && (end === text.value.length || /[\r\n]/.test(text.value[end]!)) && head.children.length > 0;
  if (behind) return [{ span: { start: end, end }, text: lines.map((one) => line + one).join('') }];
  const from = lineStart(text.value, start);
  return [{ span: { start: from, end: from }, text: (from === start && from > 0 && !/[\r\n]/.test(text.value[from - 1]!) ? line : '') + lines.map((one) => one + line).join('') }];
}

/** Where the line begins in which only blanks stand before `at`; `at` itself when there is more. */
function lineStart(value: string, at: number): number {
  let from = at;
  while (from > 0 && /[^\S\r\n]/.test(value[from - 1]!)) from--;
  return from === 0 || /[\r\n]/.test(value[from - 1]!) ? from : at;
}

/** Items that stand under no other; the words of a frame are none. */
const outermost = (items: readonly Statement[]): readonly Statement[] => items.filter(({ parent }) => parent === null).slice(0, MOST);

const firstResult = (report: Report, alignment: Alignment | null): Section | null => report.sections.find((section) => section.depth === 1 && isResult(report, alignment, section)) ?? null;

const LONGEST = 100;

/** The words of an item as its writer wrote them, shortened at a mark where there is one. */
function wordsOf(report: Report, item: Statement): string {
  const source = report.tree.text.value.slice(item.at.start, item.at.end).replace(/\s*[\r\n]+\s*/g, '').replace(/[〔〕]/g, '');
  const bare = (item.kind === 'item' ? source.replace(/^[一二三四五六七八九十]{1,3}是/, '') : source).replace(/[。；;！!，,、]+["”]?$/, '').trim();
  if (bare.length <= LONGEST) return bare;
  const cut = Math.max(...[...'，,；;。、'].map((mark) => bare.lastIndexOf(mark, LONGEST)));
  return `${bare.slice(0, cut > LONGEST / 2 ? cut : LONGEST)}…`;
}

/** Number and words of a section; the number of the first level may change, and is left out. */
const headOf = (section: Section): string => `“${section.depth > 1 ? (section.marker?.written ?? '') : ''}${section.title.replace(/[〔〕“”]/g, '').slice(0, 40)}”`;
