/**
 * What stands around a numeral: scale and measure word behind it, qualifiers on both sides, the other side of a ratio. Whether the numeral counts is judged elsewhere.
 */

import { isLatin } from '../../text';
import type { Bound, FigureKind, Qualifier } from './figure';
import { Head } from './heads';
import type { Numeral } from './numeral';
import type { CompiledUnits } from './units';
import type { Hit, WordMap } from './words';

/** What a numeral is measured in. Offsets in the folded text. */
export interface Measure {
  readonly scale: string;
  readonly power: number;
  readonly inside: Qualifier | null;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly kind: FigureKind;
}

/** Scale, measure word and a qualifier between them, read behind a numeral; null where a Chinese numeral has none. */
export function measureAt(text: string, numeral: Numeral, units: CompiledUnits): Measure | null {
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

/** 约, 近, 超过 directly before a numeral, nothing before `least` being read. */
export function qualifierBefore(text: string, numeral: Numeral, units: CompiledUnits, least: number): Qualifier | null {
  const end = pastBlankBack(text, numeral.start);
  const hit = units.before.until(text, end, least) ?? (numeral.script === 'han' ? units.hanQualifiers.until(text, end, least) : null);
  if (!hit || units.notQualifiers.until(text, end, least)) return null;
  return { word: text.slice(end - hit.length, end), bound: hit.value, at: { start: end - hit.length, end } };
}

/** 以上, 左右 directly behind a measure. */
export function qualifierAfter(text: string, measure: Measure, units: CompiledUnits): Qualifier | null {
  const hit = qualifierFrom(units.after, text, measure.end);
  if (!hit || (measure.kind !== 'duration' && units.source.durationQualifiers.includes(hit.word))) return null;
  return hit;
}

function qualifierFrom(words: WordMap<Bound>, text: string, at: number): Qualifier | null {
  const hit = words.from(text, at);
  return hit && { word: text.slice(at, at + hit.length), bound: hit.value, at: { start: at, end: at + hit.length } };
}

/** 1 for the first number of `58.5:41.5`, -1 for another, 0 for none. */
export function ratioSide(text: string, numeral: Numeral): 1 | 0 | -1 {
  if (mayBeColon(text.charCodeAt(numeral.end)) && /^ ?: ?\d/.test(text.slice(numeral.end, numeral.end + 4))) return 1;
  return mayBeColon(text.charCodeAt(numeral.start - 1)) && /\d ?: ?$/.test(text.slice(Math.max(0, numeral.start - 4), numeral.start)) ? -1 : 0;
}

const mayBeColon = (code: number): boolean => code === BLANK || code === COLON;

/** Behind the one blank that may stand at `at`. */
export const pastBlank = (text: string, at: number): number => (text.charCodeAt(at) === BLANK ? at + 1 : at);

/** Before the one blank that may stand before `at`. */
export const pastBlankBack = (text: string, at: number): number => (text.charCodeAt(at - 1) === BLANK ? at - 1 : at);

const BLANK = 0x20;
const OPEN = 0x28;
const SLASH = 0x2f;
const COLON = 0x3a;
