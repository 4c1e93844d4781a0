/** Reports 一是 that no 二是 follows. Silent where the list goes on in other words, and where it may go on under the next heading. */

import { otherLabel } from '../../edit';
import { chainScopesOf } from '../../report';
import type { ChainItem, ChainScope, Report } from '../../report';
import { placeOf } from '../../syntax';
import { defineReportRule } from '../rule';
import page from './lone-item.md';

export const loneItem = defineReportRule({
  code: 'numbering/lone-item',
  group: 'numbering',
  since: '0.1.0',
  severity: 'info',
  basis: ['practice'],
  fix: null,
  page,
  messages: {
    lone: { zh: '只有“一是”，没有“二是”：只有一项时不必编号，否则请补上其余各项。', en: '“一是” without “二是”: a single item needs no number; otherwise add the others.' },
  },
  *check({ report, grammar }) {
    const scopes = chainScopesOf(report);
    for (let i = 0; i < scopes.length; i++) {
      const next = scopes[i + 1]?.items[0];
      const { items } = scopes[i]!;
      for (const at of lonesOf(items)) {
        if (at === items.length - 1 && next?.mark.ordinal === 2) continue;
        const after = textAfter(report, scopes[i]!, at);
        if (!isItem(report, items[at]!) || otherLabel(2).test(after) || grammar.goesOn.test(after)) continue;
        yield { at: placeOf(report.tree, items[at]!.block, items[at]!.mark), message: 'lone' };
      }
    }
  },
});

/** Positions of the first items of chains that have no second. */
function lonesOf(items: readonly ChainItem[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { verdict } of items) counts.set(verdict.chain, (counts.get(verdict.chain) ?? 0) + 1);
  return items.flatMap(({ mark, verdict }, at) => (mark.ordinal === 1 && verdict.kind === 'ok' && counts.get(verdict.chain) === 1 ? [at] : []));
}

/** At the beginning of a sentence or clause of its own; behind a comma 一是 may be ordinary words. */
function isItem(report: Report, { block, mark }: ChainItem): boolean {
  return mark.initial || /[。;:!?]["”]?\s*$/.test(report.tree.blocks[block]!.text.slice(Math.max(0, mark.start - 3), mark.start));
}

/** Folded text behind the item, to the next mark of a chain or the end of the scope. */
function textAfter(report: Report, scope: ChainScope, at: number): string {
  const item = scope.items[at]!;
  const next = scope.items[at + 1];
  const { blocks } = report.tree;
  let text = '';
  for (let i = item.block; i <= (next ? next.block : scope.to - 1) && text.length < 4000; i++) {
    const start = i === item.block ? item.mark.end : 0;
    text += '\n' + blocks[i]!.text.slice(start, Math.min(next && i === next.block ? next.mark.start : blocks[i]!.text.length, start + 4000));
  }
  return text;
}
