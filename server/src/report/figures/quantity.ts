/**
 * One numeral with its scale, unit and qualifiers, or the refusal to read it as a figure. Looks at a few characters on either side; knows nothing of clauses.
 */

import { codesOf, isDigit, isHan, isLatin } from '../../text';
import { arabicCounts, hanCounts } from './counting';
import { shift, trimmed } from './decimal';
import type { Decimal } from './decimal';
import type { Bound, FigureKind, Qualifier } from './figure';
import { measureAt, qualifierAfter, qualifierBefore } from './measure';
import type { Measure } from './measure';
import type { Numeral } from './numeral';
import type { CompiledUnits } from './units';

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
  return { value: trimmed(shift(numeral.value, -power)), scale, end: numeral.end - 1 };
}

/** What stands directly before makes it no figure: 第, a letter, a plus sign, a bracket of a document's number. */
function isBarred(text: string, numeral: Numeral, units: CompiledUnits): boolean {
  const { start, end } = numeral;
  const arabic = numeral.script === 'arabic';
  let at = start;
  while (at > 0 && text.charCodeAt(at - 1) === BLANK) at--;
  // Bold in Markdown (受理**186件**); behind a digit the stars are arithmetic.
  if (at === start && text.startsWith('**', at - 2) && at > 2 && isHan(text.charCodeAt(at - 3))) at -= 2;
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

const BLANK = 0x20;
const PLUS = 0x2b;
const POINT = 0x2e;
const SLASH = 0x2f;
const JOINING = codesOf('+×＋*/\\=_@');
const DASHES = codesOf('-—–');
const TIMES = codesOf('+×*＋');
