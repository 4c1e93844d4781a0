/**
 * Figures by what they state, so that the same statement can be found again: elsewhere in the report, or in last year's. Strict on purpose: verb, thing, measure
 * word and all other words of the clause must be the same.
 */

import { memoOn } from '../../base';
import { figuresOf, plansIn, readFigures } from '../../report';
import type { CompiledUnits, Figure, PlacedFigure, Report, Section } from '../../report';
import type { Block } from '../../syntax';
import { withoutLead } from './recompute';

/** What a figure of a block states. */
interface Statement {
  /** Thing, verb, measure word and the other words of the clause. */
  readonly key: string;
  /** A word says that it is the year's total. */
  readonly total: boolean;
}

/** A figure of a report that states something of its own. */
export interface Mention extends Statement {
  readonly placed: PlacedFigure;
  readonly figure: Figure;
  /** Stands in the opening or in a heading. */
  readonly head: boolean;
  /** Of its block. */
  readonly text: string;
}

/** A shorter name says too little to be found again. */
const SHORTEST_SUBJECT = 4;

const statementsBy = new WeakMap<CompiledUnits, (block: Block) => readonly (Statement | null)[]>();

function statementsOf(block: Block, units: CompiledUnits): readonly (Statement | null)[] {
  let read = statementsBy.get(units);
  if (!read) statementsBy.set(units, (read = memoOn((key: Block) => figuresOf(key, units).map((figure) => statementOf(key.text, figure, units)))));
  return read(block);
}

function statementOf(text: string, figure: Figure, units: CompiledUnits): Statement | null {
  const { subject, subjectAt, verb, before, lead } = figure;
  if (!subjectAt || figure.inherited || lead === 'part' || figure.range !== null || figure.unit === '' || figure.kind === 'duration' || figure.kind === 'other') return null;
  if (subject.length < SHORTEST_SUBJECT || figure.period.kind === 'last' || figure.period.kind === 'next') return null;
  const { claims } = units;
  const clause = text.slice(before.start, before.end);
  const rest = withoutLead(clause.replaceAll(' ', '').replace(subject, '').replace(verb, '').replace(claims.neutral, ''), units);
  return { key: [subject, verb, figure.unit, rest, figure.period.kind === 'total' ? 'total' : ''].join('|'), total: lead === 'whole' || figure.period.kind === 'this' };
}

/** A longer sentence is looked at in this much on either side. */
const REACH = 400;

/** Where the sentence of a place begins. */
function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - REACH);
  return from + text.slice(from, at).lastIndexOf('。') + 1;
}

function sentenceEnd(text: string, at: number): number {
  const stop = text.slice(at, at + REACH).indexOf('。');
  return stop < 0 ? Math.min(text.length, at + REACH) : at + stop;
}

/** A place, an organ or a part of the year stands before it in its sentence. */
export function isScoped({ text, figure }: Mention, { claims }: CompiledUnits): boolean {
  return figure.bracket >= 0 || claims.scopes.test(text.slice(sentenceStart(text, figure.before.start), figure.before.start).replace(claims.neutral, ''));
}

/** Its sentence speaks of a goal, a plan or a standard. */
export function isIntended({ text, figure }: Mention, { claims }: CompiledUnits): boolean {
  return claims.intents.test(text.slice(sentenceStart(text, figure.before.start), sentenceEnd(text, figure.at.end)));
}

const mentionsBy = new WeakMap<CompiledUnits, (report: Report) => readonly Mention[]>();

/** Figures of a report that state something of its year, in the order of the text; the plan for the next year left out. Worked out once. */
export function mentionsOf(report: Report, units: CompiledUnits): readonly Mention[] {
  let read = mentionsBy.get(units);
  if (!read) mentionsBy.set(units, (read = memoOn((key: Report) => readMentions(key, units))));
  return read(report);
}

/** Those of them whose thing and measure word occur more than once: all that can contradict one another, and far fewer to work out. */
export function repeatedMentions(report: Report, units: CompiledUnits): readonly Mention[] {
  const named = readFigures(report, units).filter(({ figure }) => figure.subject.length >= SHORTEST_SUBJECT);
  // By the thing alone first: few come twice, and only their names are put together.
  return mentionsAmong(report, repeatedBy(repeatedBy(named, ({ subject }) => subject), ({ subject, unit }) => `${subject}|${unit}`), units);
}

/** Those whose name another one has too. */
function repeatedBy(figures: readonly PlacedFigure[], nameOf: (figure: Figure) => string): readonly PlacedFigure[] {
  const counts = new Map<string, number>();
  for (const { figure } of figures) counts.set(nameOf(figure), (counts.get(nameOf(figure)) ?? 0) + 1);
  return figures.filter(({ figure }) => counts.get(nameOf(figure))! > 1);
}

const readMentions = (report: Report, units: CompiledUnits): readonly Mention[] => mentionsAmong(report, readFigures(report, units), units);

function mentionsAmong(report: Report, figures: readonly PlacedFigure[], units: CompiledUnits): readonly Mention[] {
  const mentions: Mention[] = [];
  const isPlanned = plannedIn(report);
  let block = -1;
  let statements: readonly (Statement | null)[] = [];
  for (const placed of figures) {
    if (placed.block !== block) statements = statementsOf(report.tree.blocks[(block = placed.block)]!, units);
    const statement = statements[placed.figure.index];
    if (!statement || placed.year !== report.period.year || isPlanned(report.sections[placed.section] ?? null)) continue;
    const role = report.roles[block];
    mentions.push({ key: statement.key, total: statement.total, placed, figure: placed.figure, head: role === 'opening' || role === 'heading', text: report.tree.blocks[block]!.text });
  }
  return mentions;
}

/** Whether a section, or one above it, is headed as a plan. Each heading is read once. */
function plannedIn({ tree }: Report): (section: Section | null) => boolean {
  const known = new Map<Section, boolean>();
  const isPlanned = (section: Section | null): boolean => {
    if (!section) return false;
    let answer = known.get(section);
    if (answer === undefined) known.set(section, (answer = plansIn(section.words, tree.grammar) || isPlanned(section.parent)));
    return answer;
  };
  return isPlanned;
}

/** Mentions by what they state. */
export function byKey(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.key);
    if (group) group.push(mention);
    else groups.set(mention.key, [mention]);
  }
  return groups;
}

/** Digits that say something: zeros at either end left out. */
export const significance = (figure: Figure): number => figure.value.digits.toString().replace(/0+$/, '').length;
