/** Reports a formula that reports of this year do not use any more. Which formulas, the norms of the family say; names of documents and quotations are left alone. */

import type { FormulaNorm } from '../../profile';
import { quotedPlaces } from '../../report';
import { placeOf } from '../../syntax';
import { isAccepted } from '../house';
import { defineReportRule } from '../rule';
import page from './stale-formula.md';

export const staleFormula = defineReportRule({
  code: 'year/stale-formula',
  group: 'year',
  since: '0.1.0',
  severity: 'info',
  basis: ['norm'],
  fix: null,
  page,
  tags: { stale: 'outdated' },
  messages: {
    stale: { zh: '“{found}”是{until}年度及以前的提法，本报告讲的是{year}年；{zh}。', en: '“{found}” was current up to reports on {until}; this one is about {year}: {en}.' },
  },
  *check({ report, alignment, year, yearSure, house }) {
    const formulas = [...house.formulas, ...(alignment?.fits ? (alignment.profile.family?.norms?.formulas ?? []) : [])];
    if (year === null || !yearSure || !formulas.some((formula) => formula.until < year)) return;
    const stale = formulas.filter((formula) => formula.until < year).map((formula) => ({ formula, pattern: new RegExp(formula.pattern, 'g') }));
    for (let index = 0; index < report.tree.blocks.length; index++) {
      const role = report.roles[index];
      if (role !== 'body' && role !== 'heading' && role !== 'opening') continue;
      for (const { formula, at } of matchesIn(report.tree.blocks[index]!.text, stale)) {
        if (isAccepted(report.tree.blocks[index]!.text, at, house)) continue;
        yield {
          at: placeOf(report.tree, index, at),
          message: 'stale',
          args: { found: report.tree.blocks[index]!.text.slice(at.start, at.end), until: formula.until, year, zh: formula.instead.zh, en: formula.instead.en },
          ...(formula.status === 'unverified' ? { severity: 'hint' as const } : {}),
        };
      }
    }
  },
});

interface Match {
  readonly formula: FormulaNorm;
  readonly at: { readonly start: number; readonly end: number };
}

/** Matches outside 《》 and quotation marks, in order; of overlapping ones the first. */
function matchesIn(text: string, stale: readonly { readonly formula: FormulaNorm; readonly pattern: RegExp }[]): readonly Match[] {
  const found: Match[] = [];
  for (const { formula, pattern } of stale) {
    for (const match of text.matchAll(pattern)) if (match[0]) found.push({ formula, at: { start: match.index, end: match.index + match[0].length } });
  }
  if (found.length === 0) return found;
  const quoted = quotedPlaces(text);
  let place = 0;
  let last = 0;
  return found.sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end).filter(({ at }) => {
    while (place < quoted.length && quoted[place]![1] <= at.start) place++;
    if (at.start < last || (place < quoted.length && quoted[place]![0] <= at.start)) return false;
    last = at.end;
    return true;
  });
}
