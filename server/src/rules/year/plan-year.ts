/** Reports a plan that is headed, or opens, with another year than the one after the report. Only where the text is the plan beyond doubt. */

import { fillingsOf } from '../../align';
import { replaceYear } from '../../edit';
import type { Report, Section } from '../../report';
import { yearsOf } from '../../report';
import { placeOf } from '../../syntax';
import type { Span } from '../../text';
import type { Found, ReportContext } from '../rule';
import { defineReportRule } from '../rule';
import page from './plan-year.md';

/** Further off, a year is a goal or history, not a slip. */
const FURTHEST = 3;
/** How far behind the year the word that states an intention may stand. */
const REACH = 30;

export const planYear = defineReportRule({
  code: 'year/plan-year',
  group: 'year',
  since: '0.1.0',
  severity: 'warning',
  basis: ['practice'],
  fix: 'safe',
  page,
  messages: {
    heading: { zh: '本报告讲的是{year}年，下一年度的安排应为{expected}年，标题却写作{found}年。', en: 'The report is about {year}, so its plan is for {expected}; the heading says {found}.' },
    text: { zh: '本报告讲的是{year}年，下一年度的安排应为{expected}年，这里却写作{found}年。', en: 'The report is about {year}, so its plan is for {expected}; this says {found}.' },
    replace: { zh: '改为{expected}年', en: 'Change to {expected}' },
  },
  *check(context) {
    const { report, year, yearSure } = context;
    if (year === null || !yearSure) return;
    yield* headings(context, year);
    const seen = new Set<number>();
    for (const block of planBlocks(context)) {
      if (seen.has(block)) continue;
      seen.add(block);
      const wrong = openingYear(report, block, year);
      if (wrong) yield finding(report, wrong.span, wrong.year, year, 'text');
    }
  },
});

function* headings(context: ReportContext, year: number): Iterable<Found> {
  const { report } = context;
  for (const mention of report.period.mentions) {
    const isPlan = mention.where === 'plan' || (mention.where === 'heading' && alignedPlanAt(context, mention.span.start));
    if (isPlan && isWrong(mention.year, year)) yield finding(report, mention.span, mention.year, year, 'heading');
  }
}

const isWrong = (found: number, year: number): boolean => found !== year + 1 && Math.abs(found - year - 1) <= FURTHEST;

/** A first-level heading that fills the slot `plan` and no other, although its words do not say so. */
function alignedPlanAt(context: ReportContext, at: number): boolean {
  const section = context.report.sections.find((candidate) => candidate.depth === 1 && candidate.headSpan.start <= at && at < candidate.headSpan.end);
  return section !== undefined && isAlignedPlan(context, section);
}

function isAlignedPlan({ alignment }: ReportContext, section: Section): boolean {
  const slots = alignment?.fits ? alignment.slotsOf[section.index] : undefined;
  return slots?.length === 1 && slots[0] === 'plan';
}

/** Blocks of running text that belong to the plan: of first-level sections headed so, and of passages that the alignment takes for it. */
function* planBlocks(context: ReportContext): Iterable<number> {
  const { report, alignment } = context;
  const planned = new Set(report.period.mentions.filter((mention) => mention.where === 'plan').map((mention) => mention.span.start));
  for (const section of report.sections) {
    if (section.depth !== 1) continue;
    const named = context.grammar.future.test(section.words) && !/[和及与暨、]/.test(section.words);
    const dated = [...planned].some((start) => start >= section.headSpan.start && start < section.headSpan.end);
    if (!isAlignedPlan(context, section) && !((named || dated) && notOtherwise(context, section))) continue;
    for (let block = section.block; block < section.end; block++) yield block;
  }
  if (!alignment?.fits) return;
  for (const filling of fillingsOf(alignment, 'plan')) if (filling.by === 'passage') yield filling.block;
}

/** False when the alignment knows the section for something else, or for more than the plan. */
function notOtherwise({ alignment }: ReportContext, section: Section): boolean {
  const slots = alignment?.fits ? (alignment.slotsOf[section.index] ?? []) : [];
  return slots.every((slot) => slot === 'plan');
}

/** The year that a paragraph opens with when its first words state an intention, if it is wrong. */
function openingYear(report: Report, index: number, year: number): { readonly year: number; readonly span: Span } | null {
  const role = report.roles[index];
  if (role !== 'body' && role !== 'heading') return null;
  const block = report.tree.blocks[index]!;
  const { grammar } = report.tree;
  const word = yearsOf(block, grammar).find((candidate) => candidate.start >= block.bodyStart && candidate.start <= block.bodyStart + 1);
  if (!word?.initial || word.dated || !isWrong(word.year, year)) return null;
  if (!grammar.intent.test(block.text.slice(word.end, word.end + REACH).split('。')[0]!)) return null;
  return { year: word.year, span: placeOf(report.tree, index, word) };
}

function finding(report: Report, span: Span, found: number, year: number, message: string): Found {
  const args = { found, year, expected: year + 1 };
  return { at: span, message, args, fix: { safety: 'safe', title: 'replace', args, edits: () => replaceYear(report, span, year + 1) } };
}
