/**
 * The figures of a block: numbers that count, each with its subject, verb and period. Everything is read from the block alone and remembered with it, so that an
 * edit elsewhere costs nothing.
 */

import { memoOn } from '../../base';
import { inSource } from '../../syntax';
import type { Block } from '../../syntax';
import type { Span } from '../../text';
import type { Figure, PeriodMark } from './figure';
import { countedIn } from './scan';
import type { Counted } from './scan';
import { phraseOf } from './subject';
import type { Phrase } from './subject';
import type { CompiledUnits } from './units';

const byUnits = new WeakMap<CompiledUnits, (block: Block) => readonly Figure[]>();

/** The figures of a block, in order; places count in `block.text`. Tables and comments have none. Never throws. */
export function figuresOf(block: Block, units: CompiledUnits): readonly Figure[] {
  let read = byUnits.get(units);
  if (!read) byUnits.set(units, (read = memoOn((key: Block) => readBlock(key, units))));
  return read(block);
}

const NO_PERIOD: PeriodMark = { kind: 'none', year: null };
const EMPTY: readonly Figure[] = [];

function readBlock(block: Block, units: CompiledUnits): readonly Figure[] {
  const counted = countedIn(block, units);
  if (counted.length === 0) return EMPTY;
  const periods = periodsOf(block.text, counted, units);
  const figures: Figure[] = [];
  let parts = false;
  counted.forEach((own, index) => {
    const before = figures[index - 1];
    const sameSentence = before !== undefined && before.sentence === own.sentence;
    const phrase = phraseOf(block.text, own, counted[index + 1]?.start ?? block.text.length, !isTaken(block.text, own, before), units);
    if (!sameSentence || phrase.lead === 'whole' || before.bracket !== own.bracket) parts = false;
    if (phrase.lead === 'part') parts = true;
    figures.push(figureOf(block, own, index, phrase, subjectOf(block.text, own, phrase, sameSentence ? before : undefined), phrase.lead ?? (parts ? 'part' : null), periods[index]!));
  });
  return figures;
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
}

function subjectOf(text: string, own: Counted, phrase: Phrase, before: Figure | undefined): Subject {
  if (phrase.at.end > phrase.at.start) return { at: shareOf(text, own, phrase.at), inherited: false };
  return before?.subjectAt ? { at: before.subjectAt, inherited: true } : { at: null, inherited: false };
}

/** A phrase as it is; a place for lists that name several things and give their numbers behind (分别). */
const shareOf = (_text: string, _own: Counted, at: Span): Span => at;

function figureOf(block: Block, own: Counted, index: number, phrase: Phrase, subject: Subject, lead: 'whole' | 'part' | null, period: PeriodMark): Figure {
  const numeralAt = { start: own.numeral.start, end: own.numeral.end };
  return {
    index,
    at: { start: numeralAt.start, end: own.end },
    numeral: sourceOf(block, numeralAt),
    numeralAt,
    value: own.value,
    scale: own.scale,
    amount: own.amount,
    unit: own.unit,
    unitAt: { start: own.unitStart, end: own.unitEnd },
    kind: own.kind,
    qualifiers: own.qualifiers,
    bound: own.bound,
    subject: subject.at ? block.text.slice(subject.at.start, subject.at.end).replaceAll(' ', '') : '',
    subjectAt: subject.at,
    inherited: subject.inherited,
    verb: phrase.verb,
    lead,
    period,
    sentence: own.sentence,
    clause: own.clause,
    bracket: own.bracket,
    range: own.range,
    before: { start: own.from, end: own.start },
  };
}

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

/** For each number the last word of time before it in its sentence. */
function periodsOf(text: string, counted: readonly Counted[], units: CompiledUnits): readonly PeriodMark[] {
  const periods: PeriodMark[] = [];
  const { period: pattern } = units;
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  let mark = NO_PERIOD;
  let since = 0;
  for (const own of counted) {
    for (; match && match.index < own.start; match = pattern.exec(text)) {
      const found = markOf(match);
      if (!found) continue;
      mark = found;
      since = match.index;
    }
    periods.push(mark.kind !== 'none' && text.indexOf('。', since) >= own.start || text.indexOf('。', since) < 0 ? mark : NO_PERIOD);
  }
  return periods;
}

function markOf(match: RegExpExecArray): PeriodMark | null {
  if (match[1]) return { kind: 'last', year: null };
  if (match[2]) return { kind: 'this', year: null };
  if (match[3]) return { kind: 'next', year: null };
  if (match[4]) return { kind: 'total', year: null };
  return match[5] ? { kind: 'year', year: Number(match[5]) } : null;
}
