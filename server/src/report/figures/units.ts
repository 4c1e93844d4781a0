/**
 * The words that figures are read by, as data from seeds/common/units.json (unit-words.ts), made ready to be looked up. Compiled once; no word here.
 */

import { compileClaims } from './claims';
import type { CompiledClaims } from './claims';
import type { Bound, FigureKind, PeriodMark } from './figure';
import { headTable } from './heads';
import type { HeadTable } from './heads';
import type { RelationWords, Units } from './unit-words';
import { wordMap, wordSet } from './words';
import type { WordMap } from './words';

export type { Units };

/** Compiled word lists; made once. */
export interface CompiledUnits {
  readonly source: Units;
  readonly measures: WordMap<FigureKind>;
  readonly bare: ReadonlySet<string>;
  readonly doubles: ReadonlySet<string>;
  readonly notBefore: ReadonlyMap<string, WordMap<true>>;
  readonly hanMeasures: ReadonlySet<string>;
  readonly hanLoose: ReadonlySet<string>;
  readonly hanNever: ReadonlySet<string>;
  readonly notQualifiers: WordMap<true>;
  readonly hanQualifiers: WordMap<Bound>;
  readonly notUnits: ReadonlySet<string>;
  readonly names: WordMap<true>;
  readonly hanLeads: WordMap<true>;
  readonly scales: ReadonlyMap<string, number>;
  readonly before: WordMap<Bound>;
  readonly inside: WordMap<Bound>;
  readonly after: WordMap<Bound>;
  readonly notAfter: WordMap<true>;
  readonly bareNotAfter: WordMap<boolean>;
  readonly fractions: ReadonlySet<string>;
  readonly ratio: RegExp;
  /** What stands before a fraction in digits. */
  readonly sharing: RegExp;
  /** Text between two items of one list, with no comma in it. */
  readonly listed: RegExp;
  /** A dash or a word of range at the beginning of a text, digits behind it. */
  readonly rangeDash: RegExp;
  readonly nounEnds: WordMap<true>;
  readonly nameQuantities: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly beings: WordMap<true>;
  readonly hanNotBefore: WordMap<true>;
  readonly ranks: WordMap<true>;
  readonly rankMeasures: ReadonlySet<string>;
  readonly nameNumbers: ReadonlySet<string>;
  readonly yearsBefore: WordMap<true>;
  readonly yearsAfter: WordMap<true>;
  readonly timesBefore: WordMap<true>;
  readonly timesAfter: WordMap<true>;
  readonly dateMeasures: ReadonlySet<string>;
  readonly links: WordMap<true>;
  readonly verbs: WordMap<'verb' | 'noun' | 'rise' | 'fall'>;
  readonly comparisons: WordMap<true>;
  readonly fillers: WordMap<true>;
  readonly trailers: WordMap<true>;
  readonly adverbials: WordMap<true>;
  readonly stops: WordMap<true>;
  readonly notStops: WordMap<true>;
  readonly leads: WordMap<'whole' | 'part'>;
  readonly periods: WordMap<PeriodMark>;
  /** Before a time: `than` (较) compares with it, `from` (由) sets out from it. */
  readonly against: WordMap<'than' | 'from'>;
  readonly moneyNames: WordMap<true>;
  readonly unitless: WordMap<true>;
  readonly references: WordMap<true>;
  readonly shareNames: WordMap<true>;
  readonly relations: CompiledRelations;
  readonly claims: CompiledClaims;
  /** What each character may begin. */
  readonly heads: HeadTable;
}

export interface CompiledRelations {
  readonly share: RegExp;
  readonly shareOf: RegExp;
  readonly shareWhole: RegExp;
  readonly link: RegExp;
  readonly among: RegExp;
  readonly each: RegExp;
  readonly totalNames: RegExp;
  readonly totals: RegExp;
  readonly addend: RegExp;
  readonly grandTotal: RegExp;
  readonly alike: readonly ReadonlySet<string>[];
  readonly rates: readonly { readonly name: RegExp; readonly part: RegExp; readonly base: RegExp; readonly notPart: RegExp; readonly notBase: RegExp; readonly alone: RegExp }[];
  readonly rateName: RegExp;
  readonly negation: RegExp;
  readonly notRate: RegExp;
  readonly partitions: readonly (readonly RegExp[])[];
  readonly divisions: readonly { readonly whole: RegExp; readonly parts: readonly RegExp[]; readonly must: readonly RegExp[] }[];
  readonly open: RegExp;
  readonly rest: RegExp;
  readonly closing: RegExp;
  readonly full: RegExp;
  readonly means: readonly { readonly name: RegExp; readonly over: RegExp }[];
  readonly previous: RegExp;
  readonly increase: RegExp;
  readonly decrease: RegExp;
  readonly times: ReadonlySet<string>;
  readonly points: ReadonlySet<string>;
  readonly change: RegExp;
  readonly realGrowth: RegExp;
}

const KINDS: readonly FigureKind[] = ['percent', 'money', 'duration', 'people', 'other', 'count'];

/** Compiles the word lists. */
export function compileUnits(source: Units): CompiledUnits {
  const bounds = (table: Readonly<Record<Bound, readonly string[]>>): WordMap<Bound> =>
    wordMap((Object.keys(table) as Bound[]).flatMap((bound) => table[bound].map((word) => [word, bound] as const)));
  const lists = {
    measures: wordMap(KINDS.flatMap((kind) => source.measures[kind].map((word) => [word, kind] as const))),
    bare: new Set(source.bare),
    doubles: new Set(source.doubles),
    notBefore: new Map(Object.entries(source.notBefore).map(([word, next]) => [word, wordSet(next)])),
    hanMeasures: new Set(source.hanMeasures),
    hanLoose: new Set(source.hanLoose),
    hanNever: new Set(source.hanNever),
    notQualifiers: wordSet(source.notQualifiers),
    hanQualifiers: wordMap(source.hanQualifiers.map((word) => [word, 'over'] as const)),
    notUnits: new Set(source.notUnits),
    names: wordSet(source.names),
    hanLeads: wordSet(source.hanLeads),
    scales: new Map(Object.entries(source.scales)),
    before: bounds(source.qualifiers.before),
    inside: bounds(source.qualifiers.inside),
    after: bounds(source.qualifiers.after),
    notAfter: wordSet(source.notAfter),
    bareNotAfter: wordMap([...source.bareNotAfter.map((word) => [word, true] as const), ...source.bareAfter.map((word) => [word, false] as const)]),
    fractions: new Set(source.fractions),
    ratio: new RegExp(`(?:${source.ratios.join('|')})[^,。]{0,3}(?:[\\d.]+ ?: ?)*$`),
    sharing: either(source.sharing),
    listed: new RegExp(`^[^,;。]*(?:、|${source.conjunctions.join('|')})[^,;。]*$`),
    rangeDash: new RegExp(`^\\s?(?:[-—–~～―]{1,2}|${source.rangeWords.join('|')})\\s?(?=\\d)`),
    nounEnds: wordSet(source.nounEnds),
    nameQuantities: new Set(source.nameQuantities),
    events: new Set(source.events),
    beings: wordSet(source.beings),
    hanNotBefore: wordSet(source.hanNotBefore),
    ranks: wordSet(source.ranks),
    rankMeasures: new Set(source.rankMeasures),
    nameNumbers: new Set(source.nameNumbers),
    yearsBefore: wordSet(source.yearsBefore),
    yearsAfter: wordSet(source.yearsAfter),
    timesBefore: wordSet(source.timesBefore),
    timesAfter: wordSet(source.timesAfter),
    dateMeasures: new Set(source.dateMeasures),
    links: wordSet(source.links),
    verbs: wordMap([...tag(source.rises, 'rise'), ...tag(source.falls, 'fall'), ...tag(source.verbs, 'verb'), ...tag(source.nounVerbs, 'noun')]),
    comparisons: wordSet(source.comparisons),
    fillers: wordSet(source.fillers),
    trailers: wordSet(source.trailers),
    adverbials: wordSet(source.adverbials),
    stops: wordSet([...source.stops, ...source.verbs, ...[...source.rises, ...source.falls].filter((word) => word.length > 1)]),
    notStops: wordSet(source.notStops),
    leads: wordMap([...tag(source.wholes, 'whole'), ...tag(source.parts, 'part')]),
    periods: wordMap((['this', 'last', 'next', 'total'] as const).flatMap((kind) => source.periods[kind].map((word) => [word, { kind, year: null }] as const))),
    against: wordMap([...tag(source.periods.against, 'than'), ...tag(source.periods.from, 'from')]),
    moneyNames: wordSet(source.moneyNames),
    unitless: wordSet(source.unitless),
    references: wordSet(source.references),
    shareNames: wordSet(source.shareNames),
    relations: compileRelations(source.relations),
    claims: compileClaims(source.claims),
  };
  return { source, ...lists, heads: headTable(lists, source) };
}

const extended = new WeakMap<CompiledUnits, Map<string, CompiledUnits>>();

/** The same words with further measure words that count things; compiled once for the same words. */
export function unitsWith(units: CompiledUnits, measures: readonly string[]): CompiledUnits {
  if (measures.length === 0) return units;
  const known = extended.get(units) ?? new Map<string, CompiledUnits>();
  extended.set(units, known);
  const key = measures.join(' ');
  const { source } = units;
  const made = known.get(key) ?? compileUnits({ ...source, measures: { ...source.measures, count: [...source.measures.count, ...measures] } });
  if (known.size > 16) known.clear();
  known.set(key, made);
  return made;
}

const tag = <V extends string>(words: readonly string[], value: V): (readonly [string, V])[] => words.map((word) => [word, value] as const);

function compileRelations(source: RelationWords): CompiledRelations {
  const all = (patterns: readonly string[]): readonly RegExp[] => patterns.map((pattern) => new RegExp(pattern));
  return {
    share: either(source.shares),
    shareOf: either(source.shareOf),
    shareWhole: either(source.shareWholes),
    link: either(source.links),
    among: either(source.among),
    each: either(source.each),
    totalNames: new RegExp(source.totalNames.join('|'), 'g'),
    totals: either(source.totals),
    addend: either(source.addends),
    grandTotal: either(source.grandTotals),
    alike: source.alike.map((group) => new Set(group)),
    rates: source.rates.map(({ name, part, base, notPart, notBase, alone }) => ({ name: new RegExp(name), part: new RegExp(part), base: new RegExp(base), notPart: new RegExp(notPart || '(?!)'), notBase: new RegExp(notBase || '(?!)'), alone: new RegExp(alone || '(?!)') })),
    rateName: either(source.rateNames),
    negation: either(source.negations),
    notRate: either(source.notRates),
    partitions: source.partitions.map(all),
    divisions: source.divisions.map(({ whole, parts, must }) => ({ whole: new RegExp(whole), parts: all(parts), must: all(must) })),
    open: either(source.open),
    rest: either(source.rest),
    closing: either(source.closings),
    full: either(source.full),
    means: source.means.map(({ name, over }) => ({ name: new RegExp(name), over: new RegExp(over) })),
    previous: either(source.previous),
    increase: either(source.increases),
    decrease: either(source.decreases),
    times: new Set(source.times),
    points: new Set(source.points),
    change: either(source.changes),
    realGrowth: either(source.realGrowth),
  };
}

const either = (patterns: readonly string[]): RegExp => (patterns.length ? new RegExp(patterns.join('|')) : /(?!)/);
