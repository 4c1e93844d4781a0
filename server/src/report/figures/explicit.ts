/**
 * Rates whose part and whole the wording itself ties together, whatever they are called: 682件,占总数828件的82.4%; 98个村中89个建成…,覆盖率…; 合格率90%(检查80件,合格72件).
 */

import { behind, between, comparable, isExact, nameOf, wordsOf } from './context';
import type { Context } from './context';
import { compare } from './decimal';
import type { Figure } from './figure';
import { impossible, judged } from './judge';
import type { Relation } from './relation';
import type { CompiledRelations } from './units';

type RateName = CompiledRelations['rates'][number];

/** The relation that the wording of a rate states, or null when it states none. */
export const explicitRelation = (context: Context, rate: Figure, name: string): Relation | null =>
  ofTotal(context, rate, name) ?? inBracket(context, rate, name) ?? among(context, rate, name) ?? ofThem(context, rate, name);

const knownBy = ({ units }: Context, name: string): RateName | undefined => (name.includes('、') ? undefined : units.relations.rates.find((entry) => entry.name.test(name)));

/** 682件,占案件总数828件的82.4%: the whole stands between the part and the rate. */
function ofTotal(context: Context, rate: Figure, name: string): Relation | null {
  const { relations } = context.units;
  const whole = context.figures[rate.index - 1];
  const part = context.figures[rate.index - 2];
  if (!whole || !part || part.sentence !== rate.sentence || whole.clause !== rate.clause || part.clause < rate.clause - 1 || part.bracket !== rate.bracket || !relations.link.test(name)) return null;
  if (!isExact(part) || !isExact(whole) || !comparable(context, part, whole) || compare(part.amount, whole.amount) > 0) return null;
  return relations.shareWhole.test(nameOf(context, whole)) ? judged(part, [whole], rate, 'stated') : null;
}

/** 合格率90%(检查80件,合格72件): both stand in the bracket behind the rate, and nothing else does. */
function inBracket(context: Context, rate: Figure, name: string): Relation | null {
  if (context.text[rate.at.end] !== '(') return null;
  const inside = behind(context, rate).filter((figure) => figure.bracket === rate.at.end);
  if (inside.length !== 2 || !inside.every(isExact) || !comparable(context, inside[0]!, inside[1]!)) return null;
  const known = knownBy(context, name);
  if (!known) return null;
  const part = inside.find((figure) => isPart(known, wordsOf(context, figure)));
  const whole = inside.find((figure) => figure !== part && known.base.test(wordsOf(context, figure)) && !known.notBase.test(wordsOf(context, figure)));
  return part && whole && compare(part.amount, whole.amount) <= 0 ? judged(part, [whole], rate, 'stated') : null;
}

const isPart = (known: RateName, words: string): boolean => known.part.test(words) && !known.notPart.test(words);

/** 98个村中89个建成…,覆盖率90.8%: some of them, and the rate's name repeats what they did, without a thing of its own. */
function among(context: Context, rate: Figure, name: string): Relation | null {
  const part = context.figures[rate.index - 1];
  const whole = context.figures[rate.index - 2];
  if (!part || !whole || whole.sentence !== rate.sentence || part.clause !== rate.clause - 1 || whole.clause < part.clause - 1) return null;
  if (!isExact(part) || !isExact(whole) || !comparable(context, part, whole) || compare(part.amount, whole.amount) > 0) return null;
  if (!context.units.relations.among.test(between(context, whole, part))) return null;
  const known = knownBy(context, name);
  if (!known || known.name.exec(name)?.index !== 0) return null;
  const behindPart = context.text.slice(part.at.end, Math.min(rate.before.start, part.at.end + 40));
  return isPart(known, behindPart) || isPart(known, wordsOf(context, part)) ? judged(part, [whole], rate, 'stated') : null;
}

/** 32件,其中4.55%: a share of what was counted right before, so that some whole number must give it. */
function ofThem({ figures, units }: Context, rate: Figure, name: string): Relation | null {
  const whole = figures[rate.index - 1];
  if (!whole || !isExact(whole) || whole.sentence !== rate.sentence || whole.clause !== rate.clause - 1 || whole.lead === 'part' || whole.bracket !== rate.bracket) return null;
  return units.source.parts.includes(name) ? impossible(whole, rate, 'stated') : null;
}
