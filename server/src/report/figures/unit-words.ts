/**
 * The shape of the word lists that figures are read by, as seeds/common/units.json has them. A value for JSON; what is made of it is in units.ts.
 */

import type { ClaimWords } from './claims';
import type { Bound, FigureKind } from './figure';

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
  /** Longer words that end like one of those and are none (道路). */
  readonly bareAfter: readonly string[];
  /** Measure words that even one or a half may stand before in Chinese characters (倍, 成). */
  readonly fractions: readonly string[];
  /** Qualifiers behind a length of time only (内). */
  readonly durationQualifiers: readonly string[];
  /** Words between the items of a list, besides 、. */
  readonly conjunctions: readonly string[];
  /** Words between the ends of a range, besides dashes. */
  readonly rangeWords: readonly string[];
  /** Patterns before a fraction in digits (占全市, 超过全省). */
  readonly sharing: readonly string[];
  /** Words before a ratio (比为). */
  readonly ratios: readonly string[];
  /** What behind a verb makes a noun of it (办结 + 率). */
  readonly nounEnds: readonly string[];
  /** Lengths of time that say `always` (24小时), when nothing limits them. */
  readonly nameQuantities: readonly string[];
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
  /** Prepositions whose noun is no object: what is counted is named elsewhere (向…下放4项). */
  readonly adverbials: readonly string[];
  /** Words that end a noun phrase behind a measure word, and what they must not be followed by. */
  readonly stops: readonly string[];
  readonly notStops: readonly string[];
  /** Words that open a whole or its parts. */
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
  readonly periods: { readonly this: readonly string[]; readonly last: readonly string[]; readonly next: readonly string[]; readonly total: readonly string[]; readonly against: readonly string[]; readonly from: readonly string[] };
  /** Ends of names of amounts of money, for numbers that are written without unit (金额4.8万). */
  readonly moneyNames: readonly string[];
  /** What is given as a bare number: ends of names (指数, 得分). */
  readonly unitless: readonly string[];
  /** What a small number points to (附件1): a larger one counts. */
  readonly references: readonly string[];
  /** Ends of names of what is given in percent (率). */
  readonly shareNames: readonly string[];
  readonly relations: RelationWords;
  readonly claims: ClaimWords;
}

/** Words of arithmetic. */
export interface RelationWords {
  /** Patterns of names that are a share of the whole before them; group 1 is what the share is of, if it is named there. */
  readonly shares: readonly string[];
  /** Patterns of the whole that a share is of (占…的); group 1 is its name. */
  readonly shareOf: readonly string[];
  /** Patterns of a whole between its part and the share (占总数828件), and of what then stands before the share. */
  readonly shareWholes: readonly string[];
  readonly links: readonly string[];
  /** Patterns between a whole and some of it (个村中). */
  readonly among: readonly string[];
  /** Patterns that make a figure one of several alike (各, 每), so that it is no part itself. */
  readonly each: readonly string[];
  /** Words of a name that only say that it is all (总数). */
  readonly totalNames: readonly string[];
  /** Patterns of a total without a name of its own (共计). */
  readonly totals: readonly string[];
  /** Measure words that count the same things. */
  readonly alike: readonly (readonly string[])[];
  /** Patterns: what a rate's name says of its part and of its base. The first that fits counts. `alone` is a base that can be no other, even without its part. */
  readonly rates: readonly { readonly name: string; readonly part: string; readonly base: string; readonly notPart?: string; readonly notBase?: string; readonly alone?: string }[];
  /** Patterns of a rate's name; group 1 is what its part is called (持证率). */
  readonly rateNames: readonly string[];
  /** Patterns of what before a word turns it round (未). */
  readonly negations: readonly string[];
  /** Patterns of names that end like a rate and are none of a whole (增长率). */
  readonly notRates: readonly string[];
  /** Groups of patterns: parts that together are the whole. */
  readonly partitions: readonly (readonly string[])[];
  /** Patterns of a whole, and of the parts that together make it when all of `must` are there. */
  readonly divisions: readonly { readonly whole: string; readonly parts: readonly string[]; readonly must: readonly string[] }[];
  /** What makes a list open (等). */
  readonly open: readonly string[];
  /** What behind a list says that there are more (其余). */
  readonly rest: readonly string[];
  /** Patterns of the words of a last part that closes a list (其余, 其他): with it the parts are all there. */
  readonly closings: readonly string[];
  /** Between a whole and a full list of its parts (分别为, 包括). */
  readonly full: readonly string[];
  /** Names of a mean (人均). */
  readonly means: readonly { readonly name: string; readonly over: string }[];
  /** Before the level of the year before (上年为, 由). */
  readonly previous: readonly string[];
  /** Patterns of what is added up expressly (加上级补助…), and of the total behind it, which may bear the name of all of them (收入总计). */
  readonly addends: readonly string[];
  readonly grandTotals: readonly string[];
  /** Patterns of amounts whose growth is given at constant prices, so that it does not follow from the amounts (GDP). */
  readonly realGrowth: readonly string[];
  /** Before an increase (新增, 增加). */
  readonly increases: readonly string[];
  /** Measure words of growth in multiples (倍). */
  readonly times: readonly string[];
  /** Measure words of percentage points. */
  readonly points: readonly string[];
  /** Before a decrease (减少). */
  readonly decreases: readonly string[];
  /** Patterns of all that stands before a change given behind its rate (,增加20件). */
  readonly changes: readonly string[];
}
