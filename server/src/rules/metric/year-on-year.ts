/**
 * Reports growth against last year that last year's report contradicts: its figure and this year's do not make the growth that is stated. Only figures that both
 * reports state in the same words, with one value each.
 */

import { compare, decimal, formatDecimal, intervalOf, rateAgreement, rateOf, readFigures, subtract, trimmed } from '../../report';
import type { CompiledUnits, Decimal, Figure, Interval, PlacedFigure } from '../../report';
import type { Bilingual } from '../../profile';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import { byKey, isScoped, mentionsOf } from './mentions';
import type { Mention } from './mentions';
import { asIn, rescaled, written } from './recompute';
import page from './year-on-year.md';

export const yearOnYear = defineReportRule({
  code: 'metric/year-on-year',
  group: 'metric',
  since: '0.1.0',
  severity: 'warning',
  basis: ['arithmetic'],
  fix: null,
  page,
  messages: {
    change: { zh: '“{name}”报告值{stated}，按上年报告（{report}）的{before}与本年{level}复算为{recomputed}；请核对，上年数字有调整的请写明。', en: '“{name}”: the report says {stated}; {before} in last year\'s report ({report}) and {level} here make {recomputed}. Check them, or say that last year\'s number was revised.' },
    level: { zh: '本年数', en: 'This year\'s level' },
  },
  *check(context) {
    const { report, units, previous } = context;
    if (!previous || report.period.year === null || previous.report.period.year !== report.period.year - 1) return;
    const before = onlyValues(mentionsOf(previous.report, units), units);
    for (const level of mentionsOf(report, units)) {
      const old = level.figure.bound === 'exact' && !isScoped(level, units) ? (before.get(level.key) ?? null) : null;
      if (!old || isRevised(level.figure, units)) continue;
      for (const change of changesOf(context, level)) {
        const found = judge(level, old, change, units, previous.name);
        if (found) yield found;
      }
    }
  },
});

/** What is stated, by its words, where every mention gives the same value. */
function onlyValues(mentions: readonly Mention[], units: CompiledUnits): ReadonlyMap<string, Figure> {
  const values = new Map<string, Figure>();
  for (const [key, group] of byKey(mentions)) {
    const { figure } = group[0]!;
    if (group.every((mention) => mention.figure.bound === 'exact' && compare(mention.figure.amount, figure.amount) === 0 && !isScoped(mention, units))) values.set(key, figure);
  }
  return values;
}

/** Amounts whose growth is given at constant prices. */
const isRevised = (figure: Figure, { relations }: CompiledUnits): boolean => figure.kind === 'money' && relations.realGrowth.test(figure.subject);

/** What the text says about the change of a level: the figures right behind it, of growth or decline, against the year before. */
function changesOf({ report, units }: ReportContext, level: Mention): readonly PlacedFigure[] {
  const changes: PlacedFigure[] = [];
  let compared = false;
  const figures = readFigures(report, units);
  for (let i = level.placed.index + 1; figures[i]?.block === level.placed.block; i++) {
    const placed = figures[i]!;
    const { figure } = placed;
    const direction = units.verbs.from(figure.verb || ' ', 0)?.value;
    if (figure.sentence !== level.figure.sentence || !figure.inherited || figure.subject !== level.figure.subject || (direction !== 'rise' && direction !== 'fall')) break;
    const text = report.tree.blocks[placed.block]!.text;
    compared ||= units.claims.yearOnYear.test(text.slice(figure.before.start, figure.before.end));
    if (!compared) break;
    if (figure.bound === 'exact' && figure.range === null) changes.push(placed);
  }
  return changes;
}

function judge(level: Mention, old: Figure, { figure: change, at }: PlacedFigure, units: CompiledUnits, report: string): Found | null {
  const now = level.figure;
  const falls = units.verbs.from(change.verb, 0)?.value === 'fall';
  const recomputed = falls ? contradiction(old, now, old, change) : contradiction(now, old, old, change);
  if (!recomputed) return null;
  const args = { name: now.subject, stated: said(falls, written(change)), report, before: written(old), level: written(now), recomputed: shown(recomputed, change, falls) };
  // Amounts of money are settled after the report has gone out.
  return { at, message: 'change', args, related: [{ at: level.placed.at, message: 'level' }], ...(now.kind === 'money' ? { severity: 'info' as const } : {}) };
}

/** What the difference of two figures makes of a change, where it is not what the change says; null where they agree or cannot be compared. */
function contradiction(a: Figure, b: Figure, old: Figure, change: Figure): Decimal | null {
  const difference = subtract(a.amount, b.amount);
  const left: Interval = { low: subtract(intervalOf(a).low, intervalOf(b).high), high: subtract(intervalOf(a).high, intervalOf(b).low) };
  if (change.unit === '%') {
    if (old.unit === '%' || rateAgreement(left, intervalOf(old), change.value) !== 'contradicted') return null;
    return rateOf(difference, old.amount, Math.max(change.value.decimals, 1));
  }
  const points = change.kind === 'percent' && old.unit === '%';
  if (!points && (change.unit !== old.unit || change.kind === 'percent')) return null;
  const right = intervalOf(change);
  return compare(left.low, right.high) <= 0 && compare(right.low, left.high) <= 0 ? null : difference;
}

const said = (falls: boolean, value: string): Bilingual => ({ zh: `${falls ? '下降' : '增长'}${value}`, en: `${falls ? 'a fall of' : 'a rise of'} ${value}` });

function shown(recomputed: Decimal, change: Figure, falls: boolean): Bilingual {
  const negative = compare(recomputed, decimal(0n)) < 0;
  const size = trimmed(negative ? subtract(decimal(0n), recomputed) : recomputed, change.value.decimals);
  return said(negative ? !falls : falls, change.kind === 'percent' || change.scale === '' ? `${formatDecimal(size)}${change.unit}` : asIn(change, rescaled(change, size)));
}
