/**
 * Wholes and their parts: brackets, 其中, lists that a word or their own wording says are complete. Neighbouring counts of different things are no parts; where the text
 * does not say that a list is complete, a smaller sum is no fault.
 */

import { addable, before, behind, between, isAmount, isChange, isExact, nameOf, withoutFillers, wordsOf } from './context';
import type { Context } from './context';
import type { Figure } from './figure';
import { sumAgreement } from './interval';
import type { Agreement, Relation } from './relation';
import { add, compare, decimal, multiply, shift, trimmed } from './decimal';
import type { Decimal } from './decimal';

/** Characters between a whole and its first part. */
const FARTHEST = 120;
/** Characters behind a list in which the rest may be spoken of. */
const REST = 40;

/** How a text says that parts are all of them. */
type Claim = 'stated' | 'likely' | 'open' | null;

/** Sums and subsets of one sentence. A figure is a part of one whole only. */
export function sumsIn(context: Context, sentence: readonly Figure[]): readonly Relation[] {
  const relations: Relation[] = [];
  const taken = new Set<number>();
  const wholes = new Set<number>();
  const put = (relation: Relation | null): void => {
    if (!relation) return;
    relations.push(relation);
    wholes.add(relation.whole);
    for (const part of relation.parts) taken.add(part);
  };
  for (const whole of sentence) {
    if (!isAmount(whole) || isChange(context, whole) || (taken.has(whole.index) && whole.bracket >= 0)) continue;
    const bracketed = bracketAfter(context, whole);
    if (bracketed.length > 0) {
      put(bracketSum(context, whole, bracketed));
      continue;
    }
    const run = runAfter(context, whole, taken);
    if (run.length > 0) put(listSum(context, whole, run));
  }
  for (const total of sentence) if (isExact(total) && !wholes.has(total.index)) put(totalSum(context, total, taken));
  return relations;
}

/** Figures in the bracket that follows directly. */
function bracketAfter(context: Context, whole: Figure): readonly Figure[] {
  const next = context.figures[whole.index + 1];
  if (!next || next.sentence !== whole.sentence || next.bracket < whole.at.end || next.bracket - whole.at.end > 24) return [];
  if (/[,;:。、]/.test(context.text.slice(whole.at.end, next.bracket))) return [];
  return behind(context, whole).filter((figure) => figure.bracket === next.bracket);
}

function bracketSum(context: Context, whole: Figure, inside: readonly Figure[]): Relation | null {
  const parts = inside.filter((figure) => figure.kind !== 'percent');
  if (parts.length === 0 || !parts.every((part) => isExact(part) && addable(context, whole, part)) || whole.bound !== 'exact') return null;
  if (!isList(context, parts) || parts.some((part) => part.lead === 'whole')) return null;
  const claim = parts.length > 1 && parts[0]!.lead !== 'part' && !isOpen(context, parts) ? 'stated' : openClaim(context, whole, parts);
  return sumOf(whole, parts, claim);
}

/** Between the parts nothing but marks of a list and their own names. */
function isList(context: Context, parts: readonly Figure[]): boolean {
  return parts.every((part, i) => i === 0 || /^[^,;:。、]{0,24}[、,;]?[^,;:。、()]*$/.test(between(context, parts[i - 1]!, part)) || /^[^。:]{0,40}$/.test(between(context, parts[i - 1]!, part)) && between(context, parts[i - 1]!, part).includes('%'));
}

/** 等 behind the last part, or a word for the rest of them later in the sentence. */
function isOpen({ text, units: { relations } }: Context, parts: readonly Figure[]): boolean {
  const last = parts[parts.length - 1]!;
  const behind = text.slice(last.at.end, last.at.end + REST).split('。')[0]!;
  return relations.open.test(behind.slice(0, 12).split(/[,;)、]/)[0]!) || relations.rest.test(behind);
}

/** The figures behind a whole that can be its parts: comparable, one after the other, rates in between passed over. */
function runAfter(context: Context, whole: Figure, taken: ReadonlySet<number>): readonly Figure[] {
  if (whole.bound !== 'exact') return [];
  const run: Figure[] = [];
  for (const figure of behind(context, whole)) {
    if (figure.kind === 'percent' || isChange(context, figure) || (figure.bracket >= 0 && figure.bracket !== whole.bracket)) continue;
    // What is measured otherwise may stand between a whole and its parts (案件186件,涉及320.5万元。其中…), and among them only what is counted twice (812户1103人).
    if (!addable(context, whole, figure) && (run.length === 0 ? figure.lead !== 'part' : figure.before.end === figure.before.start)) continue;
    if (!isExact(figure) || !addable(context, whole, figure) || figure.lead === 'whole' || taken.has(figure.index)) break;
    if (run.length === 0 && ((figure.lead !== 'part' && figure.index > whole.index + 1 && skips(context, whole, figure)) || figure.at.start - whole.at.end > FARTHEST || between(context, whole, figure).includes(';'))) break;
    if (run.length > 0 && (figure.bracket !== run[0]!.bracket || isElsewhere(context, whole, run, figure))) break;
    run.push(figure);
  }
  return run;
}

/** Something that is measured otherwise stands between the two. */
const skips = (context: Context, whole: Figure, first: Figure): boolean => context.figures.slice(whole.index + 1, first.index).some((figure) => figure.kind !== 'percent' && !addable(context, whole, figure));

/** A list in commas ends with its semicolon; and what is larger than the whole and bears a name of its own (其中口袋公园9个,改造小区45个) is another matter. */
function isElsewhere(context: Context, whole: Figure, run: readonly Figure[], next: Figure): boolean {
  const last = run[run.length - 1]!;
  const marks = between(context, last, next);
  if (marks.includes(';')) return run.length === 1 ? !announces(context, whole, last) : !between(context, run[run.length - 2]!, last).includes(';');
  return last.lead === 'part' && !next.inherited && !/^[^,]{0,8}、/.test(marks) && compare(next.amount, whole.amount) > 0;
}

/** 其中: and 其中, announce a list whose items end in semicolons. */
function announces(context: Context, whole: Figure, first: Figure): boolean {
  const words = between(context, whole, first);
  return words.includes(':') || context.units.source.parts.some((word) => words.includes(`${word},`));
}

function listSum(context: Context, whole: Figure, run: readonly Figure[]): Relation | null {
  const of = run[0]!.lead === 'part';
  // 其中 speaks of the figure nearest before it, and its own parts have none.
  if (of && !opensParts(context, whole, run[0]!)) return null;
  const claimed = claimedSum(context, whole, run) ?? (of ? openSum(context, whole, run.filter((part) => part.lead === 'part')) : silentSum(whole, run));
  return claimed && of && !claimed.holds ? ofEarlier(context, whole, claimed) : claimed;
}

/** Parts that contradict what stands nearest may be those of an earlier whole (受理186件,办结183件。其中…); across a stop it is enough that they can be. */
function ofEarlier(context: Context, whole: Figure, claimed: Relation): Relation | null {
  const parts = claimed.parts.map((part) => context.figures[part]!);
  const earlier = before(context, whole).filter((figure) => isExact(figure) && addable(context, figure, parts[0]!) && !isChange(context, figure)).reverse();
  const right = earlier.find((figure) => compare(total(parts), figure.amount) === 0);
  if (right) return relationOf(right, parts, 'exact', 'likely');
  const apart = between(context, whole, parts[0]!).includes('。');
  const wider = apart ? earlier.find((figure) => compare(total(parts), figure.amount) <= 0) : undefined;
  return wider ? relationOf(wider, parts, 'partial', 'likely') : apart ? { ...claimed, confidence: 'likely' } : claimed;
}

function opensParts(context: Context, whole: Figure, first: Figure): boolean {
  const nearer = context.figures.slice(whole.index + 1, first.index).some((figure) => isAmount(figure) && addable(context, whole, figure) && !isChange(context, figure));
  return !nearer && context.units.source.parts.some((word) => between(context, whole, first).includes(word));
}

/** The longest list that the text calls complete; a shorter one only when it adds up, or when what follows is plainly no part. */
function claimedSum(context: Context, whole: Figure, run: readonly Figure[]): Relation | null {
  let fault: Relation | null = null;
  for (let count = run.length; count > 1; count--) {
    const parts = run.slice(0, count);
    const claim = claimOf(context, whole, parts, count === run.length);
    if (!claim) continue;
    const sum = sumOf(whole, parts, claim);
    if (sum?.holds) return sum;
    fault ??= sum;
  }
  return fault;
}

const openSum = (context: Context, whole: Figure, parts: readonly Figure[]): Relation | null => (parts.length > 0 ? sumOf(whole, parts, openClaim(context, whole, parts)) : null);

/** What the text says of the parts being all. `last`: no comparable figure follows them. */
function claimOf(context: Context, whole: Figure, parts: readonly Figure[], last: boolean): Claim {
  if (isOpen(context, parts) || hasOtherNumbers(context, whole, parts)) return null;
  const { relations } = context.units;
  const words = parts.map((part) => wordsOf(context, part));
  const of = parts[0]!.lead === 'part';
  if (of && last && relations.closing.test(words[words.length - 1]!.trimStart())) return isFar(whole, parts) ? 'likely' : 'stated';
  const sibling = isHeadless(context, whole) || /^[^,;:。(]{0,16}、/.test(between(context, whole, parts[0]!));
  // 反馈问题47个,已整改45个,其余2个正在整改: the rest of what was named, and nothing else.
  if (!of && !sibling && last && parts.length === 2 && isClose(parts) && relations.closing.test(words[1]!.trimStart()) && !isFar(whole, parts)) return 'likely';
  if (!of && !sibling && last && relations.full.test(between(context, whole, parts[0]!))) return 'stated';
  if (last && !sibling && parts.every((part) => isHeadless(context, part)) && isClose(parts)) return of ? 'likely' : 'stated';
  if (words.some((word) => relations.each.test(word))) return null;
  // 对168件文件进行清理,…: the verb may stand behind what it is done to.
  const named = wordsOf(context, whole) + between(context, whole, parts[0]!).split(/[,;:。(]/)[0]!;
  const division = relations.divisions.find(({ whole: name }) => name.test(named));
  if (division && isClose(parts) && words.every((word) => division.parts.some((pattern) => pattern.test(word))) && division.must.every((pattern) => words.some((word) => pattern.test(word)))) return of ? 'likely' : 'stated';
  return last && !sibling && isClose(parts) && relations.partitions.some((group) => divides(group, words)) ? 'likely' : null;
}

/** Farther apart than a slip makes them: perhaps the rest of something else closes the list. */
const isFar = (whole: Figure, parts: readonly Figure[]): boolean => compare(multiply(total(parts), decimal(5n)), multiply(whole.amount, decimal(4n))) < 0;

/** A number between them that is no figure: what was meant there is not known. */
function hasOtherNumbers(context: Context, whole: Figure, parts: readonly Figure[]): boolean {
  const end = parts[parts.length - 1]!;
  const next = context.figures[end.index + 1]?.before.end ?? context.text.length;
  if (/^[^,;。]{0,12}、[^,;。]*\d/.test(context.text.slice(end.at.end, Math.min(next, end.at.end + 40)))) return true;
  return parts.some((part, i) => {
    const last = i === 0 ? whole : parts[i - 1]!;
    return part.index === last.index + 1 && /\d/.test(between(context, last, part));
  });
}

/** 废止的2件: named by what was done alone. */
const isHeadless = ({ text }: Context, part: Figure): boolean => text[part.before.end - 1] === '的' && part.subject !== '' && part.subjectAt!.end <= part.at.start;

/** One item behind the other: no comma skipped in between, but those of its share and its growth. */
const isClose = (parts: readonly Figure[]): boolean => parts.every((part, i) => i === 0 || part.clause - parts[i - 1]!.clause <= part.index - parts[i - 1]!.index);

/** Each pattern of the group fits another word, and all words are fitted. */
function divides(group: readonly RegExp[], words: readonly string[]): boolean {
  if (group.length !== words.length) return false;
  const free = [...words];
  for (const pattern of group) {
    const at = free.findIndex((word) => pattern.test(word));
    if (at < 0) return false;
    free.splice(at, 1);
  }
  return true;
}

/** 其中 may list only some, and one case may stand in two of them; a single part above the whole is a fault all the same. */
function openClaim(context: Context, whole: Figure, parts: readonly Figure[]): Claim {
  if (parts.some((part) => compare(part.amount, whole.amount) > 0)) return 'stated';
  if (isSlip(whole, parts)) return 'likely';
  if (compare(total(parts), whole.amount) <= 0) return 'open';
  return isParallel(context, parts) || parts.every((part, i) => i === 0 || context.units.listed.test(between(context, parts[i - 1]!, part))) ? 'likely' : null;
}

/** 移送甲13件,移送乙2件,移送丙7件: words that begin alike divide the whole by one measure. */
function isParallel(context: Context, parts: readonly Figure[]): boolean {
  const [first, ...rest] = parts.map((part) => withoutFillers(context, wordsOf(context, part)));
  const alike = rest.length > 1 ? 1 : 2;
  return isClose(parts) && rest.length > 0 && first!.length > alike && rest.every((words) => words.startsWith(first!.slice(0, alike)));
}

/** Parts that miss their whole by one digit, or by less than ten in the last place, are more likely all of it and one number wrong than all but that little of it. */
function isSlip(whole: Figure, parts: readonly Figure[]): boolean {
  const sum = trimmed(shift(total(parts), -scalePower(whole)), whole.value.decimals);
  const [a, b] = [whole.value.digits, sum.digits];
  if (sum.decimals !== whole.value.decimals || a === b || a < (parts.length > 2 ? FEWEST_OF_MANY : FEWEST_OF_TWO) || parts.length < 2) return false;
  const apart = a > b ? a - b : b - a;
  return apart * (parts.length > 2 ? 20n : 50n) <= a && (apart < 10n || isOneDigit(apart));
}

/** Smaller wholes miss by one digit by chance; and what is farther away is another matter. */
const FEWEST_OF_MANY = 50n;
const FEWEST_OF_TWO = 100n;

/** 300, 7: what changing one digit makes. */
function isOneDigit(difference: bigint): boolean {
  let left = difference;
  while (left % 10n === 0n) left /= 10n;
  return left < 10n;
}

const total = (parts: readonly Figure[]): Decimal => parts.reduce((sum, part) => add(sum, part.amount), decimal(0n));

/** Numbers that add up by themselves; small ones do so by chance. */
function silentSum(whole: Figure, run: readonly Figure[]): Relation | null {
  if (whole.amount.digits < 10n) return null;
  for (let count = 2; count <= run.length; count++) {
    const parts = run.slice(0, count);
    if (compare(total(parts), whole.amount) === 0) return relationOf(whole, parts, 'exact', 'likely');
  }
  return null;
}

/** A件、B件,共C件: a total without a name of its own behind its parts; A,加B、C,收入总计D: one with a name, behind what is expressly added up. */
function totalSum(context: Context, whole: Figure, taken: ReadonlySet<number>): Relation | null {
  const { relations } = context.units;
  const name = nameOf(context, whole);
  const added = relations.grandTotal.test(name);
  if (!added && !relations.totals.test(name)) return null;
  const parts: Figure[] = [];
  for (const figure of [...before(context, whole)].reverse()) {
    if (figure.kind === 'percent') continue;
    if (!isExact(figure) || !addable(context, whole, figure) || figure.bracket !== whole.bracket || taken.has(figure.index) || whole.before.start - figure.at.end > FARTHEST) break;
    // The total of another list is none of this one.
    if (relations.grandTotal.test(nameOf(context, figure))) break;
    parts.unshift(figure);
    if (figure.lead === 'whole') break;
  }
  if (parts.length < 2 || parts.some((part) => relations.each.test(wordsOf(context, part)))) return null;
  if (parts.slice(1).some((part) => relations.addend.test(nameOf(context, part)))) return sumOf(whole, parts, 'stated');
  if (!relations.totals.test(name)) return null;
  const listed = parts.every((part, k) => k === 0 || context.units.listed.test(between(context, parts[k - 1]!, part)));
  return sumOf(whole, parts, listed ? 'stated' : 'likely');
}

function sumOf(whole: Figure, parts: readonly Figure[], claim: Claim): Relation | null {
  if (claim === null) return null;
  const agreement = sumAgreement(whole, parts);
  if (claim === 'open') return relationOf(whole, parts, agreement === 'contradicted' ? 'partial' : parts.length > 1 ? agreement : 'partial', 'stated');
  return relationOf(whole, parts, agreement, claim);
}

function relationOf(whole: Figure, parts: readonly Figure[], agreement: Agreement, confidence: 'stated' | 'likely'): Relation {
  const holds = agreement !== 'contradicted';
  const power = scalePower(whole);
  return {
    kind: parts.length === 1 || agreement === 'partial' ? 'subset' : 'sum',
    whole: whole.index,
    parts: parts.map((part) => part.index),
    rate: null,
    by: null,
    agreement,
    holds,
    recomputed: trimmed(shift(total(parts), -power), whole.value.decimals),
    confidence,
  };
}

/** amount = value × 10^power */
function scalePower(figure: Figure): number {
  if (figure.value.digits === 0n) return 0;
  let power = figure.value.decimals - figure.amount.decimals;
  let digits = figure.amount.digits;
  while (digits > figure.value.digits && digits % 10n === 0n) {
    digits /= 10n;
    power++;
  }
  return power;
}
