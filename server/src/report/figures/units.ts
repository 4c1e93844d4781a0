/**
 * The words that figures are read by, as data from seeds/common/units.json: measure words, scales, qualifiers, verbs, names of rates. Compiled once; no word here.
 */

import type { Bound, FigureKind } from './figure';
import { wordMap, wordSet } from './words';
import type { WordMap } from './words';

/** Word lists; every entry is folded text, and a pattern (regular expression) only where the name says so. */
export interface Units {
  /** Measure words by the kind of figure they make. */
  readonly measures: Readonly<Record<FigureKind, readonly string[]>>;
  /** Nouns that are counted without a measure word (17省72市), behind Arabic numerals only. */
  readonly bare: readonly string[];
  /** Words behind a measure word that double it (人次, 件宗). */
  readonly doubles: readonly string[];
  /** What behind a measure word shows that it is none (部 + 门). */
  readonly notBefore: Readonly<Record<string, readonly string[]>>;
  /** Measure words that a Chinese numeral may stand before in any place. */
  readonly hanMeasures: readonly string[];
  /** Those that names use as well (个, 项). */
  readonly hanLoose: readonly string[];
  /** Measure words that a Chinese numeral orders and does not count (三期, 二级). */
  readonly hanNever: readonly string[];
  /** What behind a Chinese numeral and one of `hanLoose` shows a name (三项 + 制度). */
  readonly names: readonly string[];
  /** What before a Chinese numeral lets it count with any measure word, besides verbs (等, 共). */
  readonly hanLeads: readonly string[];
  readonly scales: Readonly<Record<string, number>>;
  readonly qualifiers: { readonly before: Readonly<Record<Bound, readonly string[]>>; readonly inside: Readonly<Record<Bound, readonly string[]>>; readonly after: Readonly<Record<Bound, readonly string[]>> };
  /** Words whose last character looks like a qualifier (最近, 网上). */
  readonly notQualifiers: readonly string[];
  /** Qualifiers before a Chinese numeral only (上百). */
  readonly hanQualifiers: readonly string[];
  /** Characters behind a number that make it a name, a time or a place, when it has no measure word. */
  readonly notUnits: string;
  /** What before a number makes it no figure: ordinals, addresses, telephones. */
  readonly notAfter: readonly string[];
  /** What before a number without measure word makes it a telephone, an address, a code. */
  readonly bareNotAfter: readonly string[];
  /** Measure words that even one or a half may stand before in Chinese characters (倍, 成). */
  readonly fractions: readonly string[];
  /** Qualifiers behind a length of time only (内). */
  readonly durationQualifiers: readonly string[];
  /** Words before a ratio (比为). */
  readonly ratios: readonly string[];
  /** What behind a verb makes a noun of it (办结 + 率). */
  readonly nounEnds: readonly string[];
  /** Measure words of what happens: the noun before them goes first (会议4次听取). */
  readonly events: readonly string[];
  /** Words of being between a share and what it consists of (为). */
  readonly beings: readonly string[];
  /** What behind a Chinese numeral and any measure word shows a name (三次 + 产业). */
  readonly hanNotBefore: readonly string[];
  /** What before a number and a word of rank (位, 名) makes it a rank. */
  readonly ranks: readonly string[];
  /** Measure words that take part in a rank. */
  readonly rankMeasures: readonly string[];
  /** Numbers that are names wherever they stand alone (110). */
  readonly nameNumbers: readonly string[];
  /** Years as a duration: what stands before or behind. */
  readonly yearsBefore: readonly string[];
  readonly yearsAfter: readonly string[];
  /** What before or behind a number of years or months makes it a time and no figure (过去五年). */
  readonly timesBefore: readonly string[];
  readonly timesAfter: readonly string[];
  /** Measure words of time that are a date unless something says otherwise (日, 年). */
  readonly dateMeasures: readonly string[];
  /** Words that let a number without measure word count (为, 共). */
  readonly links: readonly string[];
  /** Verbs that can only be verbs. */
  readonly verbs: readonly string[];
  /** Verbs that name things as well: they are a verb at the beginning of a clause only. */
  readonly nounVerbs: readonly string[];
  /** Of growth: up and down. */
  readonly rises: readonly string[];
  readonly falls: readonly string[];
  /** Said of growth, between what grows and how much. */
  readonly comparisons: readonly string[];
  /** Words around a noun phrase that do not belong to it. */
  readonly fillers: readonly string[];
  readonly trailers: readonly string[];
  /** Words that end a noun phrase behind a measure word, and what they must not be followed by. */
  readonly stops: readonly string[];
  readonly notStops: readonly string[];
  /** Words that open a whole or its parts. */
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
  readonly periods: { readonly this: readonly string[]; readonly last: readonly string[]; readonly next: readonly string[]; readonly total: readonly string[]; readonly against: readonly string[] };
  readonly relations: RelationWords;
}

/** Words of arithmetic. */
export interface RelationWords {
  /** Patterns of names that are a share of the whole before them; group 1 is what the share is of, if it is named there. */
  readonly shares: readonly string[];
  /** Patterns of the whole that a share is of (占…的); group 1 is its name. */
  readonly shareOf: readonly string[];
  /** Words of a name that only say that it is all (总数). */
  readonly totalNames: readonly string[];
  /** Patterns of a total without a name of its own (共计). */
  readonly totals: readonly string[];
  /** Measure words that count the same things. */
  readonly alike: readonly (readonly string[])[];
  /** Patterns: what a rate's name says of its part and of its base. The first that fits counts. `alone` is a base that can be no other, even without its part. */
  readonly rates: readonly { readonly name: string; readonly part: string; readonly base: string; readonly notPart?: string; readonly notBase?: string; readonly alone?: string }[];
  /** Patterns of names that end like a rate and are none of a whole (增长率). */
  readonly notRates: readonly string[];
  /** Groups of patterns: parts that together are the whole. */
  readonly partitions: readonly (readonly string[])[];
  /** Patterns of a whole, and of the parts that together make it when all of `must` are there. */
  readonly divisions: readonly { readonly whole: string; readonly parts: readonly string[]; readonly must: readonly string[] }[];
  /** What makes a list open (等). */
  readonly open: readonly string[];
  /** Between a whole and a full list of its parts (分别为, 包括). */
  readonly full: readonly string[];
  /** Names of a mean (人均). */
  readonly means: readonly { readonly name: string; readonly over: string }[];
  /** Before the level of the year before (上年为, 由). */
  readonly previous: readonly string[];
  /** Patterns of amounts whose growth is given at constant prices, so that it does not follow from the amounts (GDP). */
  readonly realGrowth: readonly string[];
  /** Before an increase (新增, 增加). */
  readonly increases: readonly string[];
}

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
  readonly bareNotAfter: WordMap<true>;
  readonly fractions: ReadonlySet<string>;
  readonly ratio: RegExp;
  readonly nounEnds: WordMap<true>;
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
  readonly stops: WordMap<true>;
  readonly notStops: WordMap<true>;
  readonly leads: WordMap<'whole' | 'part'>;
  readonly period: RegExp;
  readonly relations: CompiledRelations;
}

export interface CompiledRelations {
  readonly share: RegExp;
  readonly shareOf: RegExp;
  readonly totalNames: RegExp;
  readonly totals: RegExp;
  readonly alike: readonly ReadonlySet<string>[];
  readonly rates: readonly { readonly name: RegExp; readonly part: RegExp; readonly base: RegExp; readonly notPart: RegExp; readonly notBase: RegExp; readonly alone: RegExp }[];
  readonly notRate: RegExp;
  readonly partitions: readonly (readonly RegExp[])[];
  readonly divisions: readonly { readonly whole: RegExp; readonly parts: readonly RegExp[]; readonly must: readonly RegExp[] }[];
  readonly open: RegExp;
  readonly full: RegExp;
  readonly means: readonly { readonly name: RegExp; readonly over: RegExp }[];
  readonly previous: RegExp;
  readonly increase: RegExp;
  readonly realGrowth: RegExp;
}

const KINDS: readonly FigureKind[] = ['percent', 'money', 'duration', 'people', 'other', 'count'];

/** Compiles the word lists. */
export function compileUnits(source: Units): CompiledUnits {
  const bounds = (table: Readonly<Record<Bound, readonly string[]>>): WordMap<Bound> =>
    wordMap((Object.keys(table) as Bound[]).flatMap((bound) => table[bound].map((word) => [word, bound] as const)));
  return {
    source,
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
    bareNotAfter: wordSet(source.bareNotAfter),
    fractions: new Set(source.fractions),
    ratio: new RegExp(`(?:${source.ratios.join('|')})[^,。]{0,3}(?:[\\d.]+ ?: ?)*$`),
    nounEnds: wordSet(source.nounEnds),
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
    stops: wordSet([...source.stops, ...source.verbs, ...[...source.rises, ...source.falls].filter((word) => word.length > 1)]),
    notStops: wordSet(source.notStops),
    leads: wordMap([...tag(source.wholes, 'whole'), ...tag(source.parts, 'part')]),
    period: periodPattern(source),
    relations: compileRelations(source.relations),
  };
}

const tag = <V extends string>(words: readonly string[], value: V): (readonly [string, V])[] => words.map((word) => [word, value] as const);

/** Groups 1 to 5: this, last, next, total, a year in digits. What follows a word of comparison is passed over by whoever reads the match. */
function periodPattern({ periods }: Units): RegExp {
  const { against } = periods;
  const group = (words: readonly string[]): string => `(${words.join('|') || '(?!)'})`;
  return new RegExp(`(?<![\\d.])(?:(?<=${against.join('|') || '(?!)'})(?:${[...periods.last, ...periods.this].join('|')})|${group(periods.last)}|${group(periods.this)}|${group(periods.next)}|${group(periods.total)}|((?:19|20)\\d\\d)\\s?年)`, 'g');
}

function compileRelations(source: RelationWords): CompiledRelations {
  const all = (patterns: readonly string[]): readonly RegExp[] => patterns.map((pattern) => new RegExp(pattern));
  return {
    share: either(source.shares),
    shareOf: either(source.shareOf),
    totalNames: new RegExp(source.totalNames.join('|'), 'g'),
    totals: either(source.totals),
    alike: source.alike.map((group) => new Set(group)),
    rates: source.rates.map(({ name, part, base, notPart, notBase, alone }) => ({ name: new RegExp(name), part: new RegExp(part), base: new RegExp(base), notPart: new RegExp(notPart || '(?!)'), notBase: new RegExp(notBase || '(?!)'), alone: new RegExp(alone || '(?!)') })),
    notRate: either(source.notRates),
    partitions: source.partitions.map(all),
    divisions: source.divisions.map(({ whole, parts, must }) => ({ whole: new RegExp(whole), parts: all(parts), must: all(must) })),
    open: either(source.open),
    full: either(source.full),
    means: source.means.map(({ name, over }) => ({ name: new RegExp(name), over: new RegExp(over) })),
    previous: either(source.previous),
    increase: either(source.increases),
    realGrowth: either(source.realGrowth),
  };
}

const either = (patterns: readonly string[]): RegExp => (patterns.length ? new RegExp(patterns.join('|')) : /(?!)/);
