/**
 * Points out what last year's report planned and this year's never takes up. Of single sentences only those that promised something to be counted or called it by name;
 * of headings and items only those of which nothing at all returns.
 */

import { fillingsOf, findHomes, followThrough, leavesOf, planItems, resultSections } from '../../align';
import type { Alignment, PlanFate, PlanItem } from '../../align';
import { readFigures } from '../../report';
import type { CompiledUnits, Report, Section } from '../../report';
import type { Span } from '../../text';
import { defineReportRule } from '../rule';
import page from './unreported.md';

/** A promise is quoted so far. */
const LONGEST = 36;
/** A place that shares more may be meant, in other words. */
const NOTHING = 0.6;

export const unreported = defineReportRule({
  code: 'plan/unreported',
  group: 'plan',
  since: '0.1.0',
  severity: 'info',
  basis: ['arithmetic'],
  fix: null,
  page,
  messages: {
    unreported: {
      zh: '上年报告（{report}）安排了“{item}”，本年报告没有提到落实情况；请补写进展，没有完成的写明原因。',
      en: 'Last year\'s report ({report}) planned “{item}”, and this year\'s never takes it up. Say what came of it, or why nothing did.',
    },
  },
  *check({ report, alignment, previous, units }) {
    if (!previous || previous.report === report) return;
    const fates = followThrough(previous.report, report, alignment);
    if (!fates.some(({ fate }) => fate === 'reported')) return;
    const leaves = new Set(leavesOf(fates.map(({ item }) => item)).map(({ index }) => index));
    const told = new Set<number>();
    const open: PlanItem[] = [];
    for (const { item, fate, nearest } of fates) {
      // What stands under a heading that is told of is told with it.
      const above = item.parent !== null && told.has(item.parent);
      if (!above && (fate !== 'unreported' || nearest > NOTHING)) continue;
      if (!above && item.kind === 'sentence' && !(leaves.has(item.index) && isConcrete(item, previous.report, report, units))) continue;
      told.add(item.index);
      if (!above) open.push(item);
    }
    const homes = homesOf(open, fates, report, alignment);
    for (const [i, item] of open.entries()) {
      yield { at: homes[i]?.headSpan ?? placeOfResults(report, alignment), message: 'unreported', args: { report: previous.name, item: quoted(item, previous.report) } };
    }
  },
});

/** The section of the results that speaks of what an item is about, where one does. */
function homesOf(items: readonly PlanItem[], fates: readonly PlanFate[], report: Report, alignment: Alignment | null): readonly (Section | null)[] {
  if (items.length === 0) return [];
  return findHomes(report, alignment, resultSections(report, alignment, planItems(report, alignment)), items, fates.map(({ item }) => item));
}

/** It promises a figure, or something by a name that this year's report does not know. */
function isConcrete(item: PlanItem, previous: Report, report: Report, units: CompiledUnits): boolean {
  if (readFigures(previous, units).some(({ at }) => at.start >= item.at.start && at.end <= item.at.end)) return true;
  const names = [...item.text.matchAll(/[“《]([^“”《》]{2,30})[”》]/g)].map((match) => match[1]!);
  return names.length > 0 && !names.some((name) => report.tree.blocks.some(({ text }) => text.includes(name)));
}

/** The heading of the results, else the title, else the first words. */
function placeOfResults(report: Report, alignment: Alignment | null): Span {
  const filling = alignment && fillingsOf(alignment, 'results')[0];
  if (filling) return filling.at;
  return report.title?.span ?? report.sections[0]?.titleSpan ?? { start: 0, end: Math.min(1, report.tree.text.value.length) };
}

/** Its words as last year's report has them, without blanks and closing mark; quotes inside quotes are single. */
function quoted({ at, kind }: PlanItem, previous: Report): string {
  const written = previous.tree.text.value.slice(at.start, at.end).replace(/\s+/g, '');
  const words = (kind === 'item' ? written.replace(/^[一二三四五六七八九十]{1,3}是/, '') : written).replace(/[。；;]$/, '').replace(/“/g, '‘').replace(/”/g, '’');
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`;
}
