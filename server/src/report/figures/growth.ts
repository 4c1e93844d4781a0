/**
 * Growth: a level, the level before or the increase, and the rate of growth or the difference in percentage points. Nothing is judged unless all three are stated.
 */

import { add, compare, decimal, subtract } from './decimal';
import type { Decimal } from './decimal';
import { before, behind, comparable, isExact, nameOf, wordsOf } from './context';
import type { Context } from './context';
import type { Figure } from './figure';
import { intervalOf, rateAgreement, rateOf } from './interval';
import type { Interval } from './interval';
import type { Agreement, Relation } from './relation';

/** The growth that the figures of a block state. */
export function growthIn(context: Context): readonly Relation[] {
  const relations: Relation[] = [];
  const { verbs, relations: words } = context.units;
  for (const rate of context.figures) {
    const times = words.times.has(rate.unit);
    if ((rate.kind !== 'percent' && !times) || rate.bound !== 'exact' || rate.range !== null) continue;
    const verb = rate.verb === '' ? undefined : verbs.from(rate.verb, 0)?.value;
    if (verb !== 'rise' && verb !== 'fall') continue;
    const relation = rate.unit === '%' || times ? growthOf(context, rate, verb === 'fall') : words.points.has(rate.unit) ? pointsOf(context, rate, verb === 'fall') : null;
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
  if (pair && context.units.relations.previous.test(nameOf(context, pair.earlier)) && isSame(context, pair.earlier, pair.last)) return fromPrevious(context, pair.last, pair.earlier, rate, falls);
  if (pair && context.units.relations.previous.test(nameOf(context, pair.last)) && isSame(context, pair.earlier, pair.last)) return fromPrevious(context, pair.earlier, pair.last, rate, falls);
  const change = falls ? context.units.relations.decrease : context.units.relations.increase;
  if (pair && change.test(nameOf(context, pair.last)) && pair.last.inherited && isOf(context, rate, pair.earlier)) return fromChange(context, pair.earlier, pair.last, rate, falls, 'stated');
  const next = context.figures[rate.index + 1];
  if (next && next.sentence === rate.sentence && next.clause <= rate.clause + 1 && next.inherited && isExact(next) && comparable(context, next, last) && context.units.relations.change.test(nameOf(context, next)) && change.test(nameOf(context, next))) return fromChange(context, last, next, rate, falls, 'stated');
  const increase = behind(context, rate, 1).find((figure) => isExact(figure) && figure.subject === last.subject && figure.subject !== '' && !figure.inherited && comparable(context, figure, last) && context.units.relations.increase.test(wordsOf(context, figure)));
  return increase && !falls && compare(increase.amount, last.amount) < 0 ? fromChange(context, last, increase, rate, falls, 'likely') : null;
}

/** Both speak of one thing, or the one before is named by its time alone (比上年的150件). */
const isSame = ({ units }: Context, a: Figure, b: Figure): boolean =>
  a.subject === b.subject || b.inherited || a.subject.includes(b.subject) || b.subject.includes(a.subject) || units.comparisons.from(b.subject, 0)?.length === b.subject.length;

/** The rate has no name of its own, or that of the level: 企业78家,净增9家,增加值增长8.7% is the growth of something else. */
const isOf = (context: Context, rate: Figure, level: Figure): boolean => rate.subject === '' || isSame(context, level, rate);

/** What the rate is out of: 20% of a hundred, 2倍 of one. */
const perOf = ({ units }: Context, rate: Figure): Decimal => decimal(units.relations.times.has(rate.unit) ? 1n : 100n);

function fromPrevious(context: Context, level: Figure, previous: Figure, rate: Figure, falls: boolean): Relation | null {
  const a = intervalOf(level);
  const b = intervalOf(previous);
  const change = falls ? difference(b, a) : difference(a, b);
  if (compare(change.high, { digits: 0n, decimals: 0 }) < 0) return null;
  const per = perOf(context, rate);
  const agreement = rateAgreement(change, b, rate.value, per);
  const recomputed = rateOf(falls ? subtract(previous.amount, level.amount) : subtract(level.amount, previous.amount), previous.amount, Math.max(rate.value.decimals, 1), per);
  return relationOf(level, previous, rate, 'previous', agreement, recomputed, 'stated');
}

/** From the level reached and what it rose or fell by. */
function fromChange(context: Context, level: Figure, change: Figure, rate: Figure, falls: boolean, confidence: 'stated' | 'likely'): Relation | null {
  if (!falls && compare(change.amount, level.amount) >= 0) return null;
  const [now, by] = [intervalOf(level), intervalOf(change)];
  const base = falls ? { low: add(now.low, by.low), high: add(now.high, by.high) } : difference(now, by);
  const before = falls ? add(level.amount, change.amount) : subtract(level.amount, change.amount);
  const per = perOf(context, rate);
  return relationOf(level, change, rate, falls ? 'decrease' : 'increase', rateAgreement(by, base, rate.value, per), rateOf(change.amount, before, Math.max(rate.value.decimals, 1), per), confidence);
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

function relationOf(level: Figure, other: Figure, rate: Figure, by: NonNullable<Relation['by']>, agreement: Agreement, recomputed: Relation['recomputed'], confidence: 'stated' | 'likely'): Relation {
  return { kind: 'growth', whole: level.index, parts: [other.index], rate: rate.index, by, agreement, holds: agreement !== 'contradicted', recomputed, confidence };
}
