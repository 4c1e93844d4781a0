/**
 * Shares and rates: part, whole and rate near each other, with names that say so. A rate whose base the text does not name is not judged.
 */

import { add, compare, decimal } from './decimal';
import type { Decimal } from './decimal';
import { before, comparable, isAmount, isChange, isExact, nameOf, withoutFillers, wordsOf } from './context';
import type { Context } from './context';
import type { Figure } from './figure';
import { explicitRelation } from './explicit';
import { intervalOf, isCounted, rateAgreement, rateOf } from './interval';
import { PER, impossible, judged } from './judge';
import type { Relation } from './relation';
import type { CompiledRelations } from './units';

type RateName = CompiledRelations['rates'][number];

/** Figures of earlier sentences in which a base may stand. */
const FARTHEST = 2;

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
  const explicit = explicitRelation(context, rate, name);
  if (explicit) return explicit;
  const share = shareRelation(context, rate, name);
  if (share !== undefined) return share && believed(context, share);
  if (name.includes('、')) return null;
  const known = relations.rates.find((entry) => entry.name.test(name));
  const claimed = known ? namedRelation(context, rate, known) : plainRelation(context, rate, name);
  return claimed && believed(context, claimed);
}

/**
 * A contradiction only where no other reading is right: another whole stated before (送审13.72亿元,审定12.59亿元,核减1.13亿元,核减率8.24%), or the part and what
 * stands beside it together (批捕463人,不捕253人,不捕率35.3%).
 */
function believed(context: Context, claimed: Relation): Relation | null {
  if (claimed.agreement !== 'contradicted' || claimed.parts.length !== 1) return claimed;
  const [part, beside, rate] = [context.figures[claimed.parts[0]!]!, context.figures[claimed.whole]!, context.figures[claimed.rate!]!];
  if (hasOwnCount(context, part, rate)) return null;
  const wholes = before(context, part).filter((figure) => isExact(figure) && comparable(context, figure, part) && compare(figure.amount, part.amount) >= 0);
  const other = judged(part, wholes, rate, 'likely');
  if (other && isRight(other)) return other;
  const amount = add(part.amount, beside.amount);
  const together = comparable(context, part, beside) ? judged(part, [{ ...beside, amount, value: amount }], rate, 'likely') : null;
  return together && isRight(together) ? null : claimed;
}

/** 受理信访64件,办结62件;办理工单5327件,办结率99.8%: behind a semicolon another thing is counted, and the rate is one of that. */
function hasOwnCount({ text, figures }: Context, part: Figure, rate: Figure): boolean {
  const stop = text.slice(0, rate.at.start).lastIndexOf(';');
  return stop >= part.at.end && figures.slice(part.index + 1, rate.index).some((figure) => figure.before.start >= stop && isExact(figure) && !figure.inherited && figure.subject !== '' && figure.subject !== part.subject);
}

const isRight = ({ agreement }: Relation): boolean => agreement === 'exact' || agreement === 'rounded';

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
  const wholes = before(context, part).filter((figure) => isExact(figure) && !isChange(context, figure) && comparable(context, figure, part) && compare(figure.amount, part.amount) >= 0);
  const fitting = of ? wholes.filter((whole) => isNamed(context, whole, of[1] ?? '')) : wholes.filter((whole) => isWholeOf(context, whole, part));
  const relation = judged(part, fitting, rate, 'stated');
  // 人员24人,研究生占38.1%: a share with a name of its own is none of the part before, unless it happens to be right.
  const prefix = of ? withoutFillers(context, name.slice(0, of.index)) : '';
  return prefix.length > 1 && !wordsOf(context, part).includes(prefix) && relation?.agreement === 'contradicted' ? null : relation;
}

/** The figure before a share, its own growth and other shares passed over only when they are in between whole and part. */
function partBefore(context: Context, rate: Figure): Figure | null {
  let part = context.figures[rate.index - 1];
  // 收入138.7亿元,增长9.4%,占…: its growth stands between a part and its share.
  if (part && part.kind === 'percent' && part.inherited && isGrowth(context, part)) part = context.figures[rate.index - 2];
  return part && part.sentence === rate.sentence && isExact(part) && (part.bracket === rate.bracket || rate.bracket >= 0) ? part : null;
}

/** Between a whole and its part stands no comparable figure that could be the whole instead, other parts after 其中 excepted. */
function isWholeOf(context: Context, whole: Figure, part: Figure): boolean {
  if (part.lead === 'part') return whole.lead !== 'part';
  return context.figures.slice(whole.index + 1, part.index).every((figure) => figure.kind === 'percent' || isChange(context, figure));
}

/** 占受理案件总数的: the whole is what bears that name, or the total of the sentence. */
function isNamed(context: Context, whole: Figure, name: string): boolean {
  const bare = name.replace(context.units.relations.totalNames, '');
  return bare === '' ? whole.lead !== 'part' : basisOf(context, whole).includes(bare) || (whole.subject.length > 1 && bare.includes(whole.subject));
}

function namedRelation(context: Context, rate: Figure, known: RateName): Relation | null {
  const near = before(context, rate).filter(isAmount);
  const parts = partsIn(context, near, rate, known);
  const part = parts[parts.length - 1];
  if (!part) return impossibleRate(near.filter((figure) => isBase(context, figure, known) && figure.lead !== 'part' && known.alone.test(basisOf(context, figure))), near, rate);
  const isOver = (figure: Figure): boolean => isBase(context, figure, known) && comparable(context, figure, part) && compare(figure.amount, part.amount) >= 0;
  const bases = near.filter((figure) => figure.index < part.index && isOver(figure));
  // From another sentence only what is counted in the same unit: 个 may be cases here and centres there.
  const farther = context.figures.slice(Math.max(0, part.index - 24), part.index)
    .filter((figure) => part.sentence - figure.sentence <= FARTHEST && figure.sentence < part.sentence && figure.unit === part.unit && isExact(figure) && figure.bracket === part.bracket);
  const claimed = bases.length > 0 ? judged(part, bases, rate, parts.length > 1 ? 'likely' : 'stated') : judged(part, farther.filter(isOver), rate, 'likely');
  return claimed?.agreement === 'contradicted' ? otherwiseRight(parts, [...farther, ...near.filter((figure) => isExact(figure) && figure.index < part.index)], rate) ?? togetherOf(parts, claimed, context) : claimed;
}

/** The same claim for several parts of one whole: none of them alone is the part. */
function togetherOf(parts: readonly Figure[], claimed: Relation, { figures }: Context): Relation | null {
  const whole = figures[claimed.whole]!;
  if (parts.length === 1) return claimed;
  if (!parts.every((part) => part.lead === 'part' && isCounted(part) && part.unit === whole.unit)) return null;
  const amount = totalOf(parts);
  const relation = compare(amount, whole.amount) > 0 ? null : judged({ ...parts[0]!, amount, value: amount }, [whole], figures[claimed.rate!]!, 'likely');
  return relation && { ...relation, parts: parts.map(({ index }) => index) };
}

const totalOf = (parts: readonly Figure[]): Decimal => parts.reduce((sum, part) => add(sum, part.amount), decimal(0n));

/** The figures that the rate may be a rate of; those alone that bear its own name (化解率: 化解1096件), where there are such. */
function partsIn(context: Context, near: readonly Figure[], rate: Figure, known: RateName): readonly Figure[] {
  const parts = near.filter((figure) => isExact(figure) && known.part.test(wordsOf(context, figure)) && !known.notPart.test(wordsOf(context, figure)));
  const stem = context.units.relations.rateName.exec(nameOf(context, rate))?.[1];
  const named = stem ? parts.filter((figure) => nameOf(context, figure).includes(stem)) : [];
  return named.length > 0 ? named : parts;
}

/** One of several parts of a whole (其中维持253件、撤销41件) is a base only by its own words, not by what all of them are called. */
const isBase = (context: Context, figure: Figure, { base, notBase }: RateName): boolean => {
  const words = figure.lead === 'part' ? wordsOf(context, figure) : basisOf(context, figure);
  return isExact(figure) && base.test(words) && !notBase.test(words);
};

/** The part, its parts taken together (撤销41件、确认违法12件,纠错率11.8%), or another part, over any whole by which the rate is right: then that is what the text means. */
function otherwiseRight(parts: readonly Figure[], wholes: readonly Figure[], rate: Figure): Relation | null {
  const together = parts.every((part) => isCounted(part) && part.unit === parts[0]!.unit) ? parts.map((_, from) => parts.slice(from)).filter((group) => group.length > 1) : [];
  for (const group of [...[...parts].reverse().map((part) => [part]), ...together]) {
    const amount = totalOf(group);
    const whole = wholes.filter((figure) => !group.includes(figure) && figure.unit === group[0]!.unit && compare(figure.amount, amount) >= 0);
    const relation = judged({ ...group[0]!, amount, value: group.length > 1 ? amount : group[0]!.value }, whole, rate, 'likely');
    if (relation && isRight(relation)) return { ...relation, parts: group.map(({ index }) => index) };
  }
  return null;
}

/** What a figure counts, inherited names included: 结案16件 counts the cases named before. */
const basisOf = (context: Context, figure: Figure): string => wordsOf(context, figure) + figure.subject;

/** A base without its part must stand right before the rate. */
function impossibleRate(bases: readonly Figure[], near: readonly Figure[], rate: Figure): Relation | null {
  const base = bases[bases.length - 1];
  if (!base || base !== near[near.length - 1] || base.clause < rate.clause - 1) return null;
  return impossible(base, rate, bases.length === 1 ? 'stated' : 'likely');
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
