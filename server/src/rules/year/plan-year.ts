/** Reports a plan that is headed, or opens, with another year than the one after the report. Only where the text is the plan beyond doubt. */

import { fillingsOf } from '../../align';
import { replaceYear } from '../../edit';
import type { Report } from '../../report';
import { plansIn, yearsOf } from '../../report';
import { placeOf } from '../../syntax';
import type { Span } from '../../text';
import type { Found, ReportContext } from '../rule';
import { defineReportRule } from '../rule';
import { headingAt, isPlan, slotsOf } from './headings';
import page from './plan-year.md';

/** Further off, a year is a goal or history, not a slip. */
const FURTHEST = 3;
/** How far behind the year the word that states an intention may stand. */
const REACH = 30;
/** Where a plan without a heading may begin, as a share of the report. */
const LAST_PART = 0.34;

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
    const planned = new Set(planBlocks(context));
    for (const block of planned) {
      for (const { span, year: found, first } of intentions(report, block)) if (first && isWrong(found, year)) yield finding(report, span, found, year, 'text');
    }
    if (planned.size === 0) yield* unheaded(report, year);
  },
});

function* headings(context: ReportContext, year: number): Iterable<Found> {
  const { report } = context;
  for (const mention of report.period.mentions) {
    const heading = mention.where === 'heading' ? headingAt(report, mention.span.start) : null;
    const plans = mention.where === 'plan' || (heading !== null && isPlan(context, heading));
    if (plans && isWrong(mention.year, year)) yield finding(report, mention.span, mention.year, year, 'heading');
  }
}

const isWrong = (found: number, year: number): boolean => found !== year + 1 && Math.abs(found - year - 1) <= FURTHEST;

/** Blocks of running text that belong to the plan: of first-level sections headed so, and of passages that the alignment takes for it. */
function* planBlocks(context: ReportContext): Iterable<number> {
  const { report, alignment } = context;
  for (const section of report.sections) {
    if (section.depth !== 1) continue;
    const named = plansIn(section.words, context.grammar) && slotsOf(context, section).every((slot) => slot === 'plan');
    if (!named && !isPlan(context, section)) continue;
    for (let block = section.block; block < section.end; block++) yield block;
  }
  if (!alignment?.fits) return;
  for (const filling of fillingsOf(alignment, 'plan')) if (filling.by === 'passage') yield filling.block;
}

/** In a report without a plan of its own, a paragraph near the end that states one: `在2022年的工作中,要…`. A later year can mean nothing else. */
function* unheaded(report: Report, year: number): Iterable<Found> {
  const { blocks, starts, text } = report.tree;
  const from = text.value.length * (1 - LAST_PART);
  for (let block = 0; block < blocks.length; block++) {
    if (starts[block]! + blocks[block]!.raw.length < from) continue;
    for (const { span, year: found, resolved } of intentions(report, block)) {
      if (span.start >= from && isWrong(found, year) && (found > year || resolved)) yield finding(report, span, found, year, 'text');
    }
  }
}

interface Intention {
  /** Its sentence is the first of its paragraph. */
  readonly first: boolean;
  readonly year: number;
  readonly span: Span;
  /** The words can state nothing but an intention. */
  readonly resolved: boolean;
}

/** Years that open a sentence of running text whose first words state an intention. */
function* intentions(report: Report, index: number): Iterable<Intention> {
  const role = report.roles[index];
  if (role !== 'body' && role !== 'heading') return;
  const block = report.tree.blocks[index]!;
  const { grammar } = report.tree;
  for (const word of yearsOf(block, grammar)) {
    if (!word.initial || word.dated || word.start < block.bodyStart) continue;
    const clause = block.text.slice(word.end, word.end + REACH).split('。')[0]!;
    if (!grammar.intent.test(clause)) continue;
    yield { year: word.year, span: placeOf(report.tree, index, word), resolved: grammar.resolve.test(clause), first: word.start <= block.bodyStart + 2 };
  }
}

function finding(report: Report, span: Span, found: number, year: number, message: string): Found {
  const args = { found, year, expected: year + 1 };
  return { at: span, message, args, fix: { safety: 'safe', title: 'replace', args, edits: () => replaceYear(report, span, year + 1) } };
}
