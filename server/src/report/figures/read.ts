/**
 * The figures of a block: numbers that count, each with its subject, verb and period. Everything is read from the block alone and remembered with it, so that an
 * edit elsewhere costs nothing.
 */

import { inSource } from '../../syntax';
import type { Block } from '../../syntax';
import type { Span } from '../../text';
import { byUnits } from './by-units';
import type { Figure, FigureKind, PeriodMark } from './figure';
import { Head } from './heads';
import { countedIn } from './scan';
import type { Counted } from './scan';
import { phraseOf } from './subject';
import type { Phrase } from './subject';
import type { CompiledUnits } from './units';

/** The figures of a block, in order; places count in `block.text`. Tables and comments have none. Never throws. */
export const figuresOf: (block: Block, units: CompiledUnits) => readonly Figure[] = byUnits((block, units) => readBlock(block, units));

const NO_PERIOD: PeriodMark = { kind: 'none', year: null };
const EMPTY: readonly Figure[] = [];

function readBlock(block: Block, units: CompiledUnits): readonly Figure[] {
  const counted = countedIn(block, units);
  if (counted.length === 0) return EMPTY;
  const periods = periodsOf(block.text, counted, units);
  const figures: Figure[] = [];
  // Which of them are named by their verb.
  const verbal: boolean[] = [];
  let parts = false;
  counted.forEach((own, index) => {
    const before = figures[index - 1];
    const sameSentence = before !== undefined && before.sentence === own.sentence;
    const phrase = phraseOf(block.text, withNoun(own, counted[index + 1]), untilOf(block.text, counted, index), !isTaken(block.text, own, before), units);
    if (!sameSentence || phrase.lead === 'whole' || before.bracket !== own.bracket) parts = false;
    if (phrase.lead === 'part' || opensParts(block.text, own, units)) parts = true;
    const subject = subjectOf(own, phrase, figures, verbal);
    const kind = isMoney(block.text, own, subject, phrase.verbAt.start, units) ? 'money' : own.quantity.kind;
    figures.push(figureOf(block, own, index, phrase, subject, phrase.lead ?? (parts ? 'part' : null), periods[index]!, kind));
    verbal.push(subject.verbal);
  });
  return figures;
}

/** 其中: or 其中, before the first of the parts. */
function opensParts(text: string, own: Counted, units: CompiledUnits): boolean {
  const end = trimmedEnd(text, own.from);
  return (text[end - 1] === ':' || text[end - 1] === ',') && units.leads.until(text, trimmedEnd(text, end - 1), 0)?.value === 'part';
}

/** A number directly before another (2—3家, 58种51.86万个证照) counts what that one counts. */
const withNoun = (own: Counted, next: Counted | undefined): Counted => (next && (own.range === 'low' || next.start === own.end) ? { ...own, end: next.end } : own);

/** Where the noun behind a number ends at the latest: at the next number that has one of its own. */
function untilOf(text: string, counted: readonly Counted[], index: number): number {
  const own = counted[index]!;
  const next = counted[index + 1];
  if (!next) return text.length;
  return own.range === 'low' || next.start === own.end ? (counted[index + 2]?.start ?? text.length) : next.start;
}

/** Words between two numbers and nothing else: they belong to the one before when it has taken them (13个县市区299家…). */
function isTaken(text: string, own: Counted, before: Figure | undefined): boolean {
  if (!own.glued || !before?.subjectAt || before.inherited) return false;
  return before.subjectAt.start >= before.at.end && before.subjectAt.end >= trimmedEnd(text, own.start);
}

function trimmedEnd(text: string, at: number): number {
  while (text[at - 1] === ' ') at--;
  return at;
}

interface Subject {
  readonly at: Span | null;
  readonly inherited: boolean;
  /** It is a verb, for want of a noun (立案1924件). */
  readonly verbal: boolean;
}

const NO_SUBJECT: Subject = { at: null, inherited: false, verbal: false };

/** Its own noun; else that of the figure before, when that one counts the same kind of thing; else the verb. */
function subjectOf(own: Counted, phrase: Phrase, earlier: readonly Figure[], verbal: readonly boolean[]): Subject {
  if (phrase.at.end > phrase.at.start) return { at: phrase.at, inherited: false, verbal: false };
  const from = lender(own, phrase, earlier);
  const verb = phrase.verbAt.end > phrase.verbAt.start ? phrase.verbAt : null;
  const borrow = from?.subjectAt && !(verb && (verbal[from.index] || !isAlike(from, own)));
  if (borrow) return { at: from.subjectAt, inherited: true, verbal: verbal[from.index]! };
  return verb ? { at: verb, inherited: false, verbal: true } : NO_SUBJECT;
}

/** Growth is of the level stated before, not of a share given in between (产值3796亿元,占27%,增长13.3%). */
function lender(own: Counted, phrase: Phrase, earlier: readonly Figure[]): Figure | undefined {
  const last = earlier[earlier.length - 1];
  if (!last || last.sentence !== own.sentence) return undefined;
  if (!phrase.grows || own.quantity.unit !== '%' || last.unit !== '%') return last;
  for (let at = earlier.length - 2; at >= 0 && earlier[at]!.sentence === own.sentence; at--) if (earlier[at]!.kind !== 'percent') return earlier[at];
  return last;
}

/** 罚没金额4.8万, 支出安排38.7亿 (a verb at `verbAt` behind the name): money by its name, where nobody wrote what it is counted in. */
const isMoney = (text: string, { quantity }: Counted, { at, verbal }: Subject, verbAt: number, units: CompiledUnits): boolean =>
  quantity.unit === '' && quantity.kind !== 'percent' && at !== null && !verbal && (quantity.scale !== '' || quantity.value.decimals > 0) && (units.moneyNames.until(text, at.end, at.start) ?? units.moneyNames.until(text, verbAt, at.start)) !== null;

const isAlike = (before: Figure, own: Counted): boolean => before.kind === own.quantity.kind || own.quantity.kind === 'percent';

function figureOf(block: Block, own: Counted, index: number, phrase: Phrase, subject: Subject, lead: 'whole' | 'part' | null, period: PeriodMark, kind: FigureKind): Figure {
  const { quantity } = own;
  const numeralAt = { start: quantity.numeral.start, end: quantity.numeral.end };
  return {
    index,
    at: { start: numeralAt.start, end: own.end },
    numeral: sourceOf(block, numeralAt),
    numeralAt,
    value: quantity.value,
    scale: quantity.scale,
    amount: quantity.amount,
    unit: quantity.unit,
    unitAt: { start: quantity.unitStart, end: quantity.unitEnd },
    kind,
    qualifiers: quantity.qualifiers,
    bound: quantity.bound,
    subject: subject.at ? withoutBlanks(block.text.slice(subject.at.start, subject.at.end)) : '',
    subjectAt: subject.at,
    inherited: subject.inherited,
    verb: phrase.verb,
    lead,
    period,
    sentence: own.sentence,
    clause: own.clause,
    bracket: own.bracket,
    range: own.range,
    before: { start: own.from, end: Math.max(own.from, own.start) },
  };
}

const withoutBlanks = (words: string): string => (words.includes(' ') ? words.replaceAll(' ', '') : words);

/** The characters of a place as the source has them, line breaks of wrapped lines left out. */
function sourceOf(block: Block, place: Span): string {
  if (!block.map) return block.raw.slice(place.start, place.end);
  let source = '';
  for (let at = place.start; at < place.end; at++) {
    const own = inSource(block, { start: at, end: at + 1 });
    source += block.raw.slice(own.start, own.end);
  }
  return source;
}

/** For each number the last word of time before it in its sentence: 由2023年的 speaks of the next number alone, 较2023年 of none. */
function periodsOf(text: string, counted: readonly Counted[], units: CompiledUnits): readonly PeriodMark[] {
  const periods: PeriodMark[] = [];
  let mark = NO_PERIOD;
  let next: PeriodMark | null = null;
  let at = 0;
  for (const own of counted) {
    for (; at < own.start; at++) {
      const code = text.charCodeAt(at);
      if (code === STOP) mark = NO_PERIOD;
      else if (code === YEAR) {
        const year = yearBefore(text, at);
        const word = year && units.against.until(text, trimmedEnd(text, trimmedEnd(text, at) - 4), 0);
        if (word) next = word.value === 'from' ? year : next;
        else mark = year ?? mark;
      } else if (units.heads[code]! & Head.Period) {
        const word = units.periods.from(text, at);
        const against = word && units.against.until(text, at, 0);
        if (!word) continue;
        if (!against) mark = word.value;
        else if (against.value === 'from') next = word.value;
        else continue;
        at += word.length - 1;
      }
    }
    periods.push(next ?? mark);
    next = null;
  }
  return periods;
}

const STOP = '。'.charCodeAt(0);
const YEAR = '年'.charCodeAt(0);

function yearBefore(text: string, at: number): PeriodMark | null {
  const match = /(?:^|[^\d.])((?:19|20)\d\d) ?$/.exec(text.slice(Math.max(0, at - 6), at));
  return match && { kind: 'year', year: Number(match[1]) };
}
