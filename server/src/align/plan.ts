/**
 * What a report promises for the next year, and which shortcomings it admits: statements of the plan and of the problems. Reading only; whether they were kept is
 * followed elsewhere.
 */

import { memoOn } from '../base';
import type { Report } from '../report';
import { placeOf } from '../syntax';
import type { Alignment } from './alignment';
import { statementsIn } from './statements';
import type { Statement } from './statements';
import { zonesOf } from './zones';
import type { Zone } from './zones';

/**
 * One promise of a plan: a heading ((一) …, or the topic sentence of a paragraph), an item of a chain (一是 …), or a sentence. `parent` is the heading or item it stands
 * under: the outermost items (`parent === null`) are the plan in short, those that nothing stands under are its single promises. `at` is absolute, in source offsets.
 */
export type PlanItem = Statement;

/**
 * The promises of a report, in document order; empty when it has no plan. With an alignment the plan is what fills the slot; without one (no profile), the sections whose
 * heading names the next year or speaks of what is to come. What stands in a plan before its first heading or item is left out: it is the frame, not a promise.
 */
export function planItems(report: Report, alignment: Alignment | null): readonly PlanItem[] {
  return itemsOf(report, zonesOf(report, alignment).plan);
}

/** The shortcomings that a report states, in document order; without an alignment none, since nothing tells their words. */
export function problemItems(report: Report, alignment: Alignment | null): readonly Statement[] {
  const { plan, problems } = zonesOf(report, alignment);
  const starts = plan.map(({ from, at, to }) => ({ from: placeOf(report.tree, from, { start: at, end: at }).start, to }));
  return itemsOf(report, problems).filter((item) => !starts.some(({ from, to }) => item.at.start >= from && item.block < to));
}

/**
 * What a report tells of its year: statements of all running text that neither promises nor states shortcomings. Headings, and the frame around first-level sections
 * that have parts of their own, are left out: they only announce. So is what resolves (要 …), what exclaims, and what is still to be filled in.
 */
export function resultStatements(report: Report, alignment: Alignment | null): readonly Statement[] {
  const { placeholder, resolve } = report.tree.grammar;
  const told = statementsIn(report, zonesOf(report, alignment).results).filter(({ kind, text }) => kind !== 'heading' && !text.endsWith('!') && !resolve.test(text) && text.search(placeholder) < 0);
  const within = told.filter(({ block, section }) => {
    const own = report.sections[section];
    return own !== undefined && !(own.depth === 1 && own.children.length > 0 && block < own.children[0]!.block);
  });
  return within.length > 0 ? within : told;
}

/** Statements that nothing stands under. */
export function leavesOf<T extends Statement>(items: readonly T[]): readonly T[] {
  const parents = new Set(items.map(({ parent }) => parent));
  return items.filter(({ index }) => !parents.has(index));
}

function itemsOf(report: Report, zones: readonly Zone[]): readonly Statement[] {
  const items: Statement[] = [];
  for (const zone of zones) {
    const kept = withoutFrame(report, statementsIn(report, [zone]), zone);
    const places = new Map(kept.map(({ index }, i) => [index, items.length + i] as const));
    const renumbered = kept.map((statement) => ({ ...statement, index: places.get(statement.index)!, parent: statement.parent === null ? null : (places.get(statement.parent) ?? null) }));
    for (const statement of renumbered) items.push(statement);
  }
  return items;
}

/** A zone without what leads to its headings or items, and without its address to those who listen. */
function withoutFrame(report: Report, statements: readonly Statement[], zone: Zone): readonly Statement[] {
  const addresses = addressesOf(report);
  // A paragraph that ends in an exclamation is an appeal, all of it.
  const appeals = (block: number): boolean => /!["”]?\s*$/.test(report.tree.blocks[block]!.text);
  const spoken = statements.filter(({ kind, text, block }) => (kind !== 'sentence' || text.length >= SHORTEST) && !appeals(block) && !addresses.some((address) => text.startsWith(address)));
  const headed = spoken.findIndex(({ kind, section }) => kind === 'heading' && section >= 0 && report.sections[section] !== zone.section && report.sections[section]!.block >= zone.from);
  const chained = spoken.findIndex(({ kind }) => kind === 'item');
  const first = headed >= 0 ? headed : chained > 0 && chained <= FRAME ? chained : 0;
  return spoken.slice(first);
}

/** A shorter sentence is a closing form. */
const SHORTEST = 6;
/** Sentences that may stand before a chain and lead to it. */
const FRAME = 2;

/** How the report addresses its readers, marks left out. */
const addressesOf: (report: Report) => readonly string[] = memoOn((report) =>
  report.tree.blocks.flatMap((block, i) => (report.roles[i] === 'address' ? [block.text.replace(/[\s:,]+$/, '')] : [])).filter((text) => text.length >= 3),
);
