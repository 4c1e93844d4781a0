/**
 * One numeral with its scale, unit and qualifiers, or the refusal to read it as a figure. Looks at a few characters on either side; knows nothing of clauses.
 */

import { isDigit, isHan } from '../../text';
import { shift } from './decimal';
import type { Decimal } from './decimal';
import type { Bound, FigureKind, Qualifier } from './figure';
import { Head } from './heads';
import type { Numeral } from './numeral';
import type { CompiledUnits } from './units';
import type { Hit, WordMap } from './words';

/** A numeral that counts. Offsets in the folded text. */
export interface Quantity {
  readonly numeral: Numeral;
  /** End of unit and qualifiers behind it. */
  readonly end: number;
  readonly value: Decimal;
  readonly scale: string;
  readonly amount: Decimal;
  readonly unit: string;
  readonly unitStart: number;
  readonly unitEnd: number;
  readonly kind: FigureKind;
  readonly qualifiers: readonly Qualifier[];
  readonly bound: Bound;
  /** Where the numeral begins, or a qualifier before it. */
  readonly start: number;
}

interface Measure {
  readonly scale: string;
  readonly power: number;
  readonly inside: Qualifier | null;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly kind: FigureKind;
}

/**
 * The figure whose numeral this is, or null when it is none. `least` bounds what is read before it; `lent` is the second number of a range, whose scale and
 * unit the first has.
 */
export function quantityAt(text: string, numeral: Numeral, units: CompiledUnits, least: number, lent?: Quantity): Quantity | null {
  if (numeral.value.digits < 0n) return null;
  const own = measureAt(text, numeral, units);
  if ((!own && !lent) || isBarred(text, numeral, units)) return null;
  const measure = lent && (!own || own.unit === '') ? { scale: lent.scale, power: powerOf(lent.scale, units), inside: null, unit: lent.unit, start: numeral.end, end: numeral.end, kind: lent.kind } : own!;
  const before = qualifierBefore(text, numeral, units, least);
  const after = qualifierAfter(text, measure, units);
  const qualifiers = before || measure.inside || after ? [before, measure.inside, after].filter((qualifier): qualifier is Qualifier => qualifier !== null) : UNQUALIFIED;
  const found = { text, numeral, measure, units, qualifiers, least, start: before?.at.start ?? numeral.start };
  if (!lent && !(numeral.script === 'han' ? hanCounts(found) : arabicCounts(found))) return null;
  const scaled = numeral.script === 'han' ? hanScale(text, numeral, units) : null;
  return {
    numeral: scaled ? { ...numeral, end: scaled.end } : numeral,
    end: after?.at.end ?? measure.end,
    value: scaled?.value ?? numeral.value,
    scale: (scaled?.scale ?? '') + measure.scale,
    amount: shift(numeral.value, measure.power),
    unit: measure.unit,
    unitStart: measure.start,
    unitEnd: measure.end,
    kind: measure.kind,
    qualifiers,
    bound: qualifiers[0]?.bound ?? 'exact',
    start: found.start,
  };
}

const UNQUALIFIED: readonly Qualifier[] = [];

/** A share of a whole, as fractionAt reads it: 三分之二 anywhere, 2/3 behind a word of shares only (占全市2/3). It has no unit. */
export function fractionQuantity(text: string, numeral: Numeral, units: CompiledUnits, least: number): Quantity | null {
  const { start, end } = numeral;
  if (numeral.script === 'arabic' && !units.sharing.test(text.slice(Math.max(least, start - 12), start))) return null;
  const measure: Measure = { scale: '', power: 0, inside: null, unit: '', start: end, end, kind: 'percent' };
  const before = qualifierBefore(text, numeral, units, least);
  const after = qualifierAfter(text, measure, units);
  const qualifiers = [before, after].filter((qualifier): qualifier is Qualifier => qualifier !== null);
  return {
    numeral, end: after?.at.end ?? end, value: numeral.value, scale: '', amount: numeral.value, unit: '', unitStart: end, unitEnd: end, kind: 'percent', qualifiers, bound: qualifiers[0]?.bound ?? 'exact',
    start: before?.at.start ?? start,
  };
}

const powerOf = (scale: string, units: CompiledUnits): number => [...scale].reduce((power, character) => power + (units.scales.get(character) ?? 0), 0);

/** 三十万 is 三十 in 万, as 30万 is; the value of the whole numeral stays what it is. */
function hanScale(text: string, numeral: Numeral, units: CompiledUnits): { readonly value: Decimal; readonly scale: string; readonly end: number } | null {
  const scale = text[numeral.end - 1]!;
  const power = units.scales.get(scale) ?? 0;
  if (power < 4 || numeral.end - numeral.start < 2) return null;
  return { value: shortened(shift(numeral.value, -power)), scale, end: numeral.end - 1 };
}

function shortened(value: Decimal): Decimal {
  let { digits, decimals } = value;
  while (decimals > 0 && digits % 10n === 0n) {
    digits /= 10n;
    decimals--;
  }
  return { digits, decimals };
}

/** What stands directly before makes it no figure: 第, a letter, a plus sign, a bracket of a document's number. */
function isBarred(text: string, numeral: Numeral, units: CompiledUnits): boolean {
  const { start, end } = numeral;
  const arabic = numeral.script === 'arabic';
  let at = start;
  while (at > 0 && text.charCodeAt(at - 1) === BLANK) at--;
  // Not a character: nothing stands there.
  const before = text.charCodeAt(at - 1);
  const further = text.charCodeAt(at - 2);
  if (JOINING.has(before) || (before === POINT && arabic && at === start && isDigit(further))) return true;
  if (isDigit(before) && at < start && arabic && !numeral.spaced) return false;
  if (DASHES.has(before) && (isDigit(further) || isLatin(further)) && at === start) return !isDigit(further);
  const after = text.charCodeAt(end);
  if (after === PLUS || (arabic && TIMES.has(after)) || (after === SLASH && isDigit(text.charCodeAt(end + 1)))) return true;
  return units.notAfter.until(text, at, Math.max(0, at - 8)) !== null;
}

const codesOf = (characters: string): ReadonlySet<number> => new Set([...characters].map((character) => character.charCodeAt(0)));
const BLANK = 0x20;
const PLUS = 0x2b;
const POINT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const OPEN = 0x28;
const JOINING = codesOf('+×＋*/\\=_@');
const DASHES = codesOf('-—–');
const TIMES = codesOf('+×*＋');

function measureAt(text: string, numeral: Numeral, units: CompiledUnits): Measure | null {
  const { heads } = units;
  const arabic = numeral.script === 'arabic';
  let at = pastBlank(text, numeral.end);
  if (!arabic && text.startsWith('百分之', numeral.start)) return { scale: '', power: 0, inside: null, unit: '%', start: numeral.end, end: numeral.end, kind: 'percent' };
  let scale = '';
  let power = 0;
  let inside: Qualifier | null = null;
  for (;;) {
    const bits = heads[text.charCodeAt(at)]!;
    const unit = bits & Head.Unit ? unitAt(text, at, units, numeral) : null;
    if (unit) return { scale, power, inside, unit: unit.unit, start: at, end: unit.end, kind: unit.kind };
    const qualifier: Hit<Bound> | null = inside || !(bits & Head.Inside) ? null : units.inside.from(text, at);
    if (qualifier) {
      inside = { word: text.slice(at, at + qualifier.length), bound: qualifier.value, at: { start: at, end: at + qualifier.length } };
      at = pastBlank(text, at + qualifier.length);
      continue;
    }
    const step = arabic && bits & Head.Scale ? units.scales.get(text[at]!) : undefined;
    if (step === undefined || scale.length >= 3) break;
    scale += text[at];
    power += step;
    at++;
  }
  if (!arabic) return null;
  const end = scale || inside ? (inside && inside.at.end > at ? inside.at.end : at) : numeral.end;
  return { scale, power, inside, unit: '', start: end, end, kind: (numeral.value.decimals > 0 && scale === '') || ratioSide(text, numeral) !== 0 ? 'other' : 'count' };
}

const pastBlank = (text: string, at: number): number => (text.charCodeAt(at) === BLANK ? at + 1 : at);

/** A measure word at `at`; asked only where a character stands that one may begin with. */
function unitAt(text: string, at: number, units: CompiledUnits, numeral: Numeral): Pick<Measure, 'unit' | 'end' | 'kind'> | null {
  const hit = units.measures.from(text, at);
  let end = at + (hit?.length ?? 0);
  let kind: FigureKind = hit?.value ?? 'count';
  if (hit && !isUnit(text, at, end, units)) return null;
  if (!hit) {
    if (numeral.script === 'han' || !(units.heads[text.charCodeAt(at)]! & Head.Bare) || !units.bare.has(text[at]!) || numeral.value.decimals > 0 || units.notBefore.get(text[at]!)?.from(text, at + 1)) return null;
    end = at + 1;
    kind = 'count';
  }
  if (units.heads[text.charCodeAt(end)]! & Head.Double && isDoubled(text, end, units) && kind !== 'percent') end++;
  const next = text.charCodeAt(end);
  const paired = next === OPEN || next === SLASH ? /^(?:\(([^()\d]{1,2})\)|\/([^\d,;。、()]{1,3}))/.exec(text.slice(end, end + 5)) : null;
  if (paired && isMeasure(paired[1] ?? paired[2]!, units)) end += paired[0].length;
  const unit = text.slice(at, end);
  return { unit: unit.includes(' ') ? unit.replaceAll(' ', '') : unit, end, kind };
}

/** 人 + 次; not 次 + 次, and not where it begins a word of its own. */
const isDoubled = (text: string, end: number, units: CompiledUnits): boolean =>
  units.doubles.has(text[end]!) && !units.notBefore.get(text[end]!)?.from(text, end + 1) && text.charCodeAt(end - 1) !== text.charCodeAt(end);

function isUnit(text: string, at: number, end: number, units: CompiledUnits): boolean {
  if (isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end))) return false;
  return !(units.heads[text.charCodeAt(at)]! & Head.Guarded) || !units.notBefore.get(text.slice(at, end))?.from(text, end);
}

const isMeasure = (word: string, units: CompiledUnits): boolean => units.measures.from(word, 0)?.length === word.length || units.bare.has(word) || units.doubles.has(word);

function qualifierBefore(text: string, numeral: Numeral, units: CompiledUnits, least: number): Qualifier | null {
  const end = pastBlankBack(text, numeral.start);
  const hit = units.before.until(text, end, least) ?? (numeral.script === 'han' ? units.hanQualifiers.until(text, end, least) : null);
  if (!hit || units.notQualifiers.until(text, end, least)) return null;
  return { word: text.slice(end - hit.length, end), bound: hit.value, at: { start: end - hit.length, end } };
}

function qualifierAfter(text: string, measure: Measure, units: CompiledUnits): Qualifier | null {
  const hit = qualifierFrom(units.after, text, measure.end);
  if (!hit || (measure.kind !== 'duration' && units.source.durationQualifiers.includes(hit.word))) return null;
  return hit;
}

function qualifierFrom(words: WordMap<Bound>, text: string, at: number): Qualifier | null {
  const hit = words.from(text, at);
  return hit && { word: text.slice(at, at + hit.length), bound: hit.value, at: { start: at, end: at + hit.length } };
}

/** A numeral with what was read around it, before it is known to count. */
interface Candidate {
  readonly text: string;
  readonly numeral: Numeral;
  readonly measure: Measure;
  readonly units: CompiledUnits;
  readonly qualifiers: readonly Qualifier[];
  readonly least: number;
  readonly start: number;
}

function arabicCounts(candidate: Candidate): boolean {
  const { text, numeral, measure, units } = candidate;
  if (isLatin(text.charCodeAt(numeral.start - 1)) && !(measure.unit !== '' && isLatin(text.charCodeAt(numeral.start - 2)))) return false;
  if (measure.unit === '') return measure.scale !== '' || measure.inside ? true : bareCounts(candidate);
  if (units.dateMeasures.has(measure.unit)) return isDuration(candidate);
  if (measure.kind === 'duration' && candidate.qualifiers.length === 0 && units.nameQuantities.has(text.slice(numeral.start, measure.end))) return false;
  return !isRank(candidate) && !isOrdinalList(text, numeral);
}

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** 前3名, 列全省第2位: a place in an order. 前 and the like must stand directly before. */
function isRank({ text, start, measure, units, least }: Candidate): boolean {
  return units.rankMeasures.has(measure.unit) && units.ranks.until(text, start, Math.max(least, start - 8)) !== null;
}

/** 第12、13条 */
const isOrdinalList = (text: string, numeral: Numeral): boolean => text.charCodeAt(numeral.start - 1) === LISTING && /第\s?[\d、]+、$/.test(text.slice(Math.max(0, numeral.start - 12), numeral.start));

const LISTING = '、'.charCodeAt(0);

/** A year or a day is a date unless something says that it is a length of time. */
function isDuration({ text, numeral, measure, units, start, least, qualifiers }: Candidate): boolean {
  const after = measure.end;
  if (measure.scale !== '' || measure.inside) return measure.inside ? !isTime({ text, units, start, least }, after) : true;
  if (numeral.value.decimals > 0) return true;
  if (measure.unit === '日') return text[start - 1] !== '月' && units.source.durationQualifiers.includes(text[after] ?? '');
  if (numeral.value.digits > 99n) return false;
  if (isTime({ text, units, start, least }, after)) return false;
  return qualifiers.length > 0 || units.yearsBefore.until(text, start, least) !== null || units.yearsAfter.from(text, after) !== null;
}

/** 过去五年, 三年行动: when, not how long. */
function isTime({ text, units, start, least }: Pick<Candidate, 'text' | 'units' | 'start' | 'least'>, after: number): boolean {
  return units.timesBefore.until(text, start, least) !== null || units.timesAfter.from(text, after) !== null;
}

const LONGEST_BARE = 9n;

/** A number without measure word: only where the text leaves no other reading. */
function bareCounts({ text, numeral, units, start, least, qualifiers }: Candidate): boolean {
  const written = text.slice(numeral.start, numeral.end);
  const next = text[numeral.end] === ' ' && ',。;、)'.includes(text[numeral.end + 1] ?? '') ? text[numeral.end + 1]! : text[numeral.end] ?? '';
  if (ratioSide(text, numeral) !== 0) return isRatio(text, numeral, units);
  if (units.nameNumbers.has(written) || BigInt(written.length) > LONGEST_BARE || isLatin(next.charCodeAt(0)) || /^0\d/.test(written)) return false;
  if (/^(?:19|20)\d\d$/.test(written) && !numeral.grouped) return false;
  if (/^\d{1,2}\.\d{1,2}$/.test(written) && isHan(next.charCodeAt(0))) return false;
  if (units.bareNotAfter.until(text, pastBlankBack(text, numeral.start), least)?.value) return false;
  const linked = units.verbs.until(text, start, least)?.value === 'verb' || units.links.until(text, start, least) !== null || qualifiers.length > 0;
  if (next === '、' && !listCounts(text, numeral.end, units)) return false;
  // A blank before it tells nothing where a mark follows; where the line ends it may be that of a table.
  const end = next === '' ? start : pastBlankBack(text, start);
  if (next === '' || ',。;、)!?'.includes(next)) return (isHan(text.charCodeAt(end - 1)) || '”》'.includes(text[end - 1] ?? ' ') || isItem(text, start, units)) && !isBracketed(text, numeral);
  return linked && isHan(next.charCodeAt(0)) && !units.notUnits.has(next) && written.length < 7 && units.verbs.until(text, start, least)?.value === 'verb';
}

/** 28支、1360: an item of a list behind one that has its unit. */
const isItem = (text: string, start: number, units: CompiledUnits): boolean => text[start - 1] === '、' && start > 2 && units.measures.until(text, start - 1, Math.max(0, start - 4)) !== null && /\d[^\d、,。]{1,3}、$/.test(text.slice(Math.max(0, start - 6), start));

/** 12、13、15号线: what the last number of a list is, the others are. */
function listCounts(text: string, end: number, units: CompiledUnits): boolean {
  const list = /^(?:、\s?\d+)+\s?/.exec(text.slice(end, end + 40));
  if (!list) return true;
  const last = end + list[0].length;
  return units.measures.from(text, last) !== null || !isHan(text.charCodeAt(last));
}

const pastBlankBack = (text: string, at: number): number => (text.charCodeAt(at - 1) === BLANK ? at - 1 : at);

const isBracketed = (text: string, numeral: Numeral): boolean => '(〔[【'.includes(text[numeral.start - 1] ?? ' ');

/** 1 for the first number of `58.5:41.5`, -1 for another, 0 for none. */
function ratioSide(text: string, numeral: Numeral): 1 | 0 | -1 {
  if (mayBeColon(text.charCodeAt(numeral.end)) && /^ ?: ?\d/.test(text.slice(numeral.end, numeral.end + 4))) return 1;
  return mayBeColon(text.charCodeAt(numeral.start - 1)) && /\d ?: ?$/.test(text.slice(Math.max(0, numeral.start - 4), numeral.start)) ? -1 : 0;
}

const mayBeColon = (code: number): boolean => code === BLANK || code === COLON;

/** 58.5:41.5 is a ratio; 9:30 is a time. */
function isRatio(text: string, numeral: Numeral, units: CompiledUnits): boolean {
  return numeral.value.decimals > 0 || units.ratio.test(text.slice(Math.max(0, numeral.start - 24), numeral.start));
}

/**
 * Whether a Chinese numeral from `start` to `end` may be a figure, by the character behind it and at no cost: four of five stand in words (一步, 统一, 万众) and end
 * here, before anything is made of them.
 */
export function hanMayCount(text: string, start: number, end: number, { heads }: CompiledUnits): boolean {
  const bits = heads[text.charCodeAt(pastBlank(text, end))]!;
  if (end - start === 1 && ALONE.has(text.charCodeAt(start))) return (bits & (Head.Fraction | Head.Inside)) !== 0;
  return (bits & (Head.Unit | Head.Inside)) !== 0;
}

/** What by itself counts only fractions; see hanCounts. */
const ALONE = codesOf('一二');

/** A Chinese numeral counts with the measure words of cases and things, with a qualifier, or behind a verb: everything else is a name (三项制度). */
function hanCounts(candidate: Candidate): boolean {
  const { text, numeral, measure, units, start, least, qualifiers } = candidate;
  if (measure.unit === '%') return true;
  if (units.hanNever.has(measure.unit) || units.hanNotBefore.from(text, measure.end)) return false;
  const value = numeral.value.digits;
  const whole = numeral.end - numeral.start === 1;
  const fraction = units.fractions.has(measure.unit);
  if (whole && '零〇'.includes(text[numeral.start]!)) return false;
  if (/^[百千万亿]+$/.test(text.slice(numeral.start, numeral.end))) return qualifiers.length > 0;
  if (value === 1n || (value === 2n && text[numeral.start] === '二')) return fraction;
  if (units.dateMeasures.has(measure.unit)) return isDuration(candidate);
  if (isRank(candidate)) return false;
  if (fraction || qualifiers.length > 0) return true;
  if (units.hanMeasures.has(measure.unit)) return true;
  if (units.names.from(text, measure.end)) return false;
  if (units.hanLoose.has(measure.unit)) return true;
  return units.hanLeads.until(text, start, least) !== null || units.verbs.until(text, text[start - 1] === '了' ? start - 1 : start, least) !== null;
}
