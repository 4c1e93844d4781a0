/**
 * Whether a numeral with what stands around it counts, or is a date, a rank, a name, a number of something. Reads no measure itself.
 */

import { codesOf, isHan, isLatin } from '../../text';
import type { Qualifier } from './figure';
import { Head } from './heads';
import { pastBlank, pastBlankBack, ratioSide } from './measure';
import type { Measure } from './measure';
import type { Numeral } from './numeral';
import type { CompiledUnits } from './units';

/** A numeral with what was read around it, before it is known to count. */
export interface Candidate {
  readonly text: string;
  readonly numeral: Numeral;
  readonly measure: Measure;
  readonly units: CompiledUnits;
  readonly qualifiers: readonly Qualifier[];
  readonly least: number;
  readonly start: number;
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
export function hanCounts(candidate: Candidate): boolean {
  const { text, numeral, measure, units, start, least, qualifiers } = candidate;
  if (measure.unit === '%') return true;
  if (units.hanNever.has(measure.unit) || units.hanNotBefore.from(text, measure.end)) return false;
  const value = numeral.value.digits;
  const whole = numeral.end - numeral.start === 1;
  const fraction = units.fractions.has(measure.unit);
  if (whole && '零〇'.includes(text[numeral.start]!)) return false;
  // 亿元以上项目 is a class of them: only a qualifier before makes a lone power of ten a number (近百件).
  if (/^[百千万亿]+$/.test(text.slice(numeral.start, numeral.end))) return start < numeral.start || measure.inside !== null;
  if (value === 1n || (value === 2n && text[numeral.start] === '二')) return fraction;
  if (units.dateMeasures.has(measure.unit)) return isDuration(candidate);
  if (isRank(candidate)) return false;
  if (fraction || qualifiers.length > 0) return true;
  if (units.hanMeasures.has(measure.unit)) return true;
  if (units.names.from(text, measure.end)) return false;
  if (units.hanLoose.has(measure.unit)) return true;
  return units.hanLeads.until(text, start, least) !== null || units.verbs.until(text, text[start - 1] === '了' ? start - 1 : start, least) !== null;
}

/** A number in digits counts unless what stands around it says date, rank, list of ordinals or name; without measure word, see bareCounts. */
export function arabicCounts(candidate: Candidate): boolean {
  const { text, numeral, measure, units } = candidate;
  if (isLatin(text.charCodeAt(numeral.start - 1)) && !(measure.unit !== '' && isLatin(text.charCodeAt(numeral.start - 2)))) return false;
  if (measure.unit === '') return measure.scale !== '' || measure.inside ? true : bareCounts(candidate);
  if (units.dateMeasures.has(measure.unit)) return isDuration(candidate);
  if (measure.kind === 'duration' && candidate.qualifiers.length === 0 && units.nameQuantities.has(text.slice(numeral.start, measure.end))) return false;
  return !isRank(candidate) && !isOrdinalList(text, numeral);
}

/** 前3名, 列全省第2位: a place in an order. 前 and the like must stand directly before. */
function isRank({ text, start, measure, units, least }: Candidate): boolean {
  if (!units.rankMeasures.has(measure.unit)) return false;
  const rank = units.ranks.until(text, start, Math.max(least, start - 8));
  // 排 of 安排 is none.
  return rank !== null && (units.verbs.until(text, start, least)?.length ?? 0) <= rank.length;
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

const isBracketed = (text: string, numeral: Numeral): boolean => '(〔[【'.includes(text[numeral.start - 1] ?? ' ');

/** 58.5:41.5 is a ratio; 9:30 is a time. */
function isRatio(text: string, numeral: Numeral, units: CompiledUnits): boolean {
  return numeral.value.decimals > 0 || units.ratio.test(text.slice(Math.max(0, numeral.start - 24), numeral.start));
}
