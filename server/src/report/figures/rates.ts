/**
 * Shares and rates: part, whole and rate near each other, with names that say so. A rate whose base the text does not name is not judged.
 */

import { compare, decimal } from './decimal';
import { before, comparable, isAmount, isExact, nameOf, wordsOf } from './context';
import type { Context } from './context';
import type { Figure } from './figure';
import { intervalOf, isCounted, possible, rateAgreement, rateOf } from './interval';
import type { Agreement, Relation } from './relation';
import type { CompiledRelations } from './units';

type RateName = CompiledRelations['rates'][number];

/** Figures of earlier sentences in which a base may stand. */
const FARTHEST = 2;
const PER: Readonly<Record<string, bigint>> = { '%': 100n, '‰': 1000n };

/** The relations that the rates of one sentence state. */
export function ratesIn(context: Context, sentence: readonly Figure[]): readonly Relation[] {
  const relations: Relation[] = [];
  for (const rate of sentence) {
    if (rate.bound !== 'exact' || rate.range !== null) continue;
    const relation = rate.unit in PER ? rateRelation(context, rate) : rate.kind === 'money' ? meanRelation(context, rate) : null;
    if (relation) relations.push(relation);
  }
  return relations;
}

function rateRelation(context: Context, rate: Figure): Relation | null {
  const name = nameOf(context, rate);
  const { relations } = context.units;
  if (isGrowth(context, rate) || relations.notRate.test(name)) return null;
  const share = shareRelation(context, rate, name);
  if (share !== undefined) return share;
  const known = relations.rates.find((entry) => entry.name.test(name));
  if (name.includes('、')) return null;
  return known ? namedRelation(context, rate, known) : plainRelation(context, rate, name);
}

/** 持证率 of figures that are called 持证1100名 and stand right behind their whole: the name of the rate repeats that of the part. */
function plainRelation(context: Context, rate: Figure, name: string): Relation | null {
  const stem = context.units.relations.rateName.exec(name)?.[1];
  const part = partBefore(context, rate);
  const whole = part && context.figures[part.index - 1];
  if (!stem || !whole || whole.sentence !== rate.sentence || !isExact(whole) || !comparable(context, whole, part) || compare(whole.amount, part.amount) < 0) return null;
  const words = wordsOf(context, part);
  const at = words.indexOf(stem);
  if (at < 0 || context.units.relations.negation.test(words.slice(0, at)) || wordsOf(context, whole).includes(stem)) return null;
  return judged(part, [whole], rate, 'stated');
}

const isGrowth = ({ units }: Context, figure: Figure): boolean => {
  const verb = figure.verb === '' ? null : units.verbs.from(figure.verb, 0);
  return verb?.value === 'rise' || verb?.value === 'fall';
};

/** 占比, 占总数的: the part is the figure before, the whole one before that. Undefined when the name is none of a share. */
function shareRelation(context: Context, rate: Figure, name: string): Relation | null | undefined {
  const { relations } = context.units;
  const own = relations.share.exec(name);
  const of = own ? null : relations.shareOf.exec(name);
  if (!own && !of) return undefined;
  const part = partBefore(context, rate);
  if (!part) return null;
  const named = own?.[1] ?? '';
  if (own && named.length > 1 && !wordsOf(context, part).includes(named)) return null;
  const wholes = before(context, part).filter((figure) => isExact(figure) && comparable(context, figure, part) && compare(figure.amount, part.amount) >= 0);
  const fitting = of ? wholes.filter((whole) => isNamed(context, whole, of[1] ?? '')) : wholes.filter((whole) => isWholeOf(context, whole, part));
  return judged(part, fitting, rate, 'stated');
}

/** The figure before a share, other shares passed over only when they are in between whole and part. */
function partBefore(context: Context, rate: Figure): Figure | null {
  const part = context.figures[rate.index - 1];
  return part && part.sentence === rate.sentence && isExact(part) && (part.bracket === rate.bracket || rate.bracket >= 0) ? part : null;
}

/** Between a whole and its part stands no comparable figure that could be the whole instead, other parts after 其中 excepted. */
function isWholeOf({ figures }: Context, whole: Figure, part: Figure): boolean {
  if (part.lead === 'part') return whole.lead !== 'part';
  return figures.slice(whole.index + 1, part.index).every((figure) => figure.kind === 'percent');
}

/** 占受理案件总数的: the whole is what bears that name, or the total of the sentence. */
function isNamed(context: Context, whole: Figure, name: string): boolean {
  const bare = name.replace(context.units.relations.totalNames, '');
  return bare === '' ? whole.lead !== 'part' : whole.subject.includes(bare) || (whole.subject.length > 1 && bare.includes(whole.subject));
}

function namedRelation(context: Context, rate: Figure, known: RateName): Relation | null {
  const near = before(context, rate).filter(isAmount);
  const parts = near.filter((figure) => isExact(figure) && known.part.test(wordsOf(context, figure)) && !known.notPart.test(wordsOf(context, figure)));
  const isBase = (figure: Figure): boolean => isExact(figure) && known.base.test(basisOf(context, figure)) && !known.notBase.test(basisOf(context, figure));
  const part = parts[parts.length - 1];
  if (!part) return impossibleRate(near.filter((figure) => isBase(figure) && figure.lead !== 'part' && known.alone.test(basisOf(context, figure))), near, rate);
  const bases = near.filter((figure) => figure !== part && isBase(figure) && comparable(context, figure, part) && figure.index < part.index && compare(figure.amount, part.amount) >= 0);
  if (bases.length > 0) return judged(part, bases, rate, 'stated');
  // From another sentence only what is counted in the same unit: 个 may be cases here and centres there.
  const farther = context.figures.slice(Math.max(0, part.index - 24), part.index).filter((figure) => part.sentence - figure.sentence <= FARTHEST && figure.sentence < part.sentence && figure.unit === part.unit && isBase(figure) && comparable(context, figure, part) && compare(figure.amount, part.amount) >= 0);
  return judged(part, farther, rate, 'likely');
}

/** What a figure counts, inherited names included: 结案16件 counts the cases named before. */
const basisOf = (context: Context, figure: Figure): string => wordsOf(context, figure) + figure.subject;

/** Of several wholes that the text may mean one that agrees is meant; else the nearest, less surely. */
function judged(part: Figure, wholes: readonly Figure[], rate: Figure, confidence: 'stated' | 'likely'): Relation | null {
  const nearest = wholes[wholes.length - 1];
  if (!nearest) return null;
  const per = decimal(PER[rate.unit]!);
  const agreementOf = (whole: Figure): Agreement => rateAgreement(intervalOf(part), intervalOf(whole), rate.value, per);
  const agreeing = [...wholes].reverse().find((whole) => agreementOf(whole) !== 'contradicted');
  const whole = agreeing ?? nearest;
  const agreement = agreementOf(whole);
  return {
    kind: 'rate', whole: whole.index, parts: [part.index], rate: rate.index, by: null, agreement, holds: agreement !== 'contradicted',
    recomputed: rateOf(part.amount, whole.amount, Math.max(rate.value.decimals, 1), per), confidence: wholes.length > 1 && !agreeing ? 'likely' : confidence,
  };
}

/** A base without its part: only a rate that no whole number gives is worth a word, and only when the base stands right before it. */
function impossibleRate(bases: readonly Figure[], near: readonly Figure[], rate: Figure): Relation | null {
  const base = bases[bases.length - 1];
  if (!base || base !== near[near.length - 1] || !isCounted(base) || base.clause < rate.clause - 1 || possible(rate.value, base.amount, decimal(PER[rate.unit]!))) return null;
  return { kind: 'rate', whole: base.index, parts: [], rate: rate.index, by: null, agreement: 'impossible', holds: false, recomputed: null, confidence: bases.length === 1 ? 'stated' : 'likely' };
}

/** 人均1115元 of an amount of money and a number of people before it. Only agreement is believed: a mean is often taken over something else. */
function meanRelation(context: Context, mean: Figure): Relation | null {
  const known = context.units.relations.means.find(({ name }) => name.test(nameOf(context, mean)));
  if (!known) return null;
  const near = before(context, mean).filter(isExact);
  const part = near.filter((figure) => figure.kind === 'money').pop();
  const whole = near.filter((figure) => known.over.test(figure.unit)).pop();
  if (!part || !whole) return null;
  const one = decimal(1n);
  const own = { ...mean, value: mean.amount };
  const agreement = rateAgreement(intervalOf(part), intervalOf(whole), own.value, one);
  if (agreement === 'contradicted') return null;
  return { kind: 'rate', whole: whole.index, parts: [part.index], rate: mean.index, by: null, agreement, holds: true, recomputed: rateOf(part.amount, whole.amount, mean.value.decimals + 1, one), confidence: 'likely' };
}
