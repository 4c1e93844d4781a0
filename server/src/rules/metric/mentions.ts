/**
 * Figures by what they state, so that the same statement can be found again: elsewhere in the report, or in last year's. Strict on purpose: verb, thing, measure
 * word and all other words of the clause must be the same.
 */

import { memoOn } from '../../base';
import { figuresOf, plansIn, readFigures } from '../../report';
import type { CompiledUnits, Figure, PlacedFigure, Report, Section } from '../../report';
import type { Block, CompiledGrammar } from '../../syntax';

/** What a figure of a block states. */
interface Statement {
  /** Thing, verb, measure word and the other words of the clause. */
  readonly key: string;
  /** A word says that it is the year's total. */
  readonly total: boolean;
  /** A place, an organ or a part of the year stands before it in its sentence. */
  readonly scoped: boolean;
  /** It is a goal, a plan or a standard. */
  readonly intended: boolean;
}

/** A figure of a report that states something of its own. */
export interface Mention extends Statement {
  readonly placed: PlacedFigure;
  readonly figure: Figure;
  /** Stands in the opening or in a heading. */
  readonly head: boolean;
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
  const rest = withoutTrailers(clause.replaceAll(' ', '').replace(subject, '').replace(verb, '').replace(claims.neutral, ''), units);
  const from = text.lastIndexOf('。', before.start - 1) + 1;
  const prefix = text.slice(from, before.start);
  const sentence = text.slice(from, endOf(text, figure.at.end));
  return {
    key: [subject, verb, figure.unit, rest, figure.period.kind === 'total' ? 'total' : ''].join('|'),
    total: lead === 'whole' || figure.period.kind === 'this',
    scoped: claims.scopes.test(prefix.replace(claims.neutral, '')) || figure.bracket >= 0,
    intended: claims.intents.test(sentence),
  };
}

/** Words that only lead to a number, taken off the end. */
function withoutTrailers(words: string, units: CompiledUnits): string {
  let end = words.length;
  for (;;) {
    const hit = units.trailers.until(words, end, 0);
    if (!hit) return words.slice(0, end);
    end -= hit.length;
  }
}

function endOf(text: string, at: number): number {
  const stop = text.indexOf('。', at);
  return stop < 0 ? text.length : stop;
}

/** Figures of a report that state something of its year, in the order of the text; the plan for the next year left out. */
export function mentionsOf(report: Report, units: CompiledUnits, grammar: CompiledGrammar): readonly Mention[] {
  const mentions: Mention[] = [];
  const plans = report.sections.map((section) => plansIn(section.words, grammar));
  const planned = (index: number): boolean => {
    for (let at: Section | null = report.sections[index] ?? null; at; at = at.parent) if (plans[at.index]) return true;
    return false;
  };
  let block = -1;
  let statements: readonly (Statement | null)[] = [];
  for (const placed of readFigures(report, units)) {
    if (placed.block !== block) statements = statementsOf(report.tree.blocks[(block = placed.block)]!, units);
    const statement = statements[placed.figure.index];
    if (!statement || placed.year !== report.period.year || planned(placed.section)) continue;
    const role = report.roles[block];
    mentions.push({ ...statement, placed, figure: placed.figure, head: role === 'opening' || role === 'heading' });
  }
  return mentions;
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
