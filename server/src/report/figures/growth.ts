/**
 * Growth: a level, the level before or the increase, and the rate of growth or the difference in percentage points. Nothing is judged unless all three are stated.
 */

import { compare, subtract } from './decimal';
import { before, behind, comparable, isExact, nameOf, wordsOf } from './context';
import type { Context } from './context';
import type { Figure } from './figure';
import { intervalOf, rateAgreement, rateOf } from './interval';
import type { Interval } from './interval';
import type { Agreement, Relation } from './relation';

/** The growth that the figures of a block state. */
export function growthIn(context: Context): readonly Relation[] {
  const relations: Relation[] = [];
  for (const rate of context.figures) {
    if (rate.kind !== 'percent' || rate.bound !== 'exact' || rate.range !== null) continue;
    const verb = rate.verb === '' ? undefined : context.units.verbs.from(rate.verb, 0)?.value;
    if (verb !== 'rise' && verb !== 'fall') continue;
    const relation = rate.unit === '%' ? growthOf(context, rate, verb === 'fall') : pointsOf(context, rate, verb === 'fall');
    if (relation && (relation.holds || !isReal(context, rate, context.figures[relation.whole]!))) relations.push(relation);
  }
  return relations;
}

/** Growth at constant prices: the amounts, at current prices, tell nothing of it. */
const isReal = ({ units }: Context, rate: Figure, level: Figure): boolean => rate.unit === '%' && level.kind === 'money' && units.relations.realGrowth.test(level.subject);

function growthOf(context: Context, rate: Figure, falls: boolean): Relation | null {
  const near = before(context, rate).filter(isExact);
  const last = near[near.length - 1];
  if (!last || rate.index - last.index > 1) return null;
  const earlier = near[near.length - 2];
  const pair = earlier && comparable(context, earlier, last) ? { earlier, last } : null;
  if (pair && context.units.relations.previous.test(nameOf(context, pair.earlier)) && isSame(pair.earlier, pair.last)) return fromPrevious(pair.last, pair.earlier, rate, falls);
  if (pair && context.units.relations.previous.test(nameOf(context, pair.last)) && isSame(pair.earlier, pair.last)) return fromPrevious(pair.earlier, pair.last, rate, falls);
  if (pair && context.units.relations.increase.test(nameOf(context, pair.last)) && pair.last.inherited) return fromIncrease(pair.earlier, pair.last, rate, falls, 'stated');
  const increase = behind(context, rate, 1).find((figure) => isExact(figure) && figure.subject === last.subject && figure.subject !== '' && !figure.inherited && comparable(context, figure, last) && context.units.relations.increase.test(wordsOf(context, figure)));
  return increase && !falls && compare(increase.amount, last.amount) < 0 ? fromIncrease(last, increase, rate, falls, 'likely') : null;
}

/** Both speak of one thing. */
const isSame = (a: Figure, b: Figure): boolean => a.subject === b.subject || b.inherited || a.subject.includes(b.subject) || b.subject.includes(a.subject);

function fromPrevious(level: Figure, previous: Figure, rate: Figure, falls: boolean): Relation | null {
  const a = intervalOf(level);
  const b = intervalOf(previous);
  const change = falls ? difference(b, a) : difference(a, b);
  if (compare(change.high, { digits: 0n, decimals: 0 }) < 0) return null;
  const agreement = rateAgreement(change, b, rate.value);
  const recomputed = rateOf(falls ? subtract(previous.amount, level.amount) : subtract(level.amount, previous.amount), previous.amount, Math.max(rate.value.decimals, 1));
  return relationOf(level, previous, rate, 'previous', agreement, recomputed, 'stated');
}

function fromIncrease(level: Figure, increase: Figure, rate: Figure, falls: boolean, confidence: 'stated' | 'likely'): Relation | null {
  if (falls || compare(increase.amount, level.amount) >= 0) return null;
  const base = difference(intervalOf(level), intervalOf(increase));
  const agreement = rateAgreement(intervalOf(increase), base, rate.value);
  return relationOf(level, increase, rate, 'increase', agreement, rateOf(increase.amount, subtract(level.amount, increase.amount), Math.max(rate.value.decimals, 1)), confidence);
}

const difference = (a: Interval, b: Interval): Interval => ({ low: subtract(a.low, b.high), high: subtract(a.high, b.low) });

/** 由95%提高到98%,提高3个百分点. */
function pointsOf(context: Context, points: Figure, falls: boolean): Relation | null {
  const rates = before(context, points).filter((figure) => figure.unit === '%' && figure.bound === 'exact');
  const level = rates[rates.length - 1];
  const previous = rates[rates.length - 2];
  if (!level || !previous || level.index !== points.index - 1 || previous.index !== level.index - 1 || !context.units.relations.previous.test(nameOf(context, previous))) return null;
  const change = falls ? difference(intervalOf(previous), intervalOf(level)) : difference(intervalOf(level), intervalOf(previous));
  const own = intervalOf(points);
  const exact = falls ? subtract(previous.amount, level.amount) : subtract(level.amount, previous.amount);
  const agreement: Agreement = compare(exact, points.amount) === 0 ? 'exact' : compare(change.low, own.high) <= 0 && compare(own.low, change.high) <= 0 ? 'rounded' : 'contradicted';
  return relationOf(level, previous, points, 'previous', agreement, exact, 'stated');
}

function relationOf(level: Figure, other: Figure, rate: Figure, by: 'increase' | 'previous', agreement: Agreement, recomputed: Relation['recomputed'], confidence: 'stated' | 'likely'): Relation {
  return { kind: 'growth', whole: level.index, parts: [other.index], rate: rate.index, by, agreement, holds: agreement !== 'contradicted', recomputed, confidence };
}
