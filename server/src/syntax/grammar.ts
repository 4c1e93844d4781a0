/**
 * The words that reading a report depends on, as data: they come from seeds/common and from the family, never from code.
 */

/** Word lists for reading; every entry is folded text, and a pattern where the name says so. */
export interface Grammar {
  /** Words that open a sentence, so that a heading glued to its text ends before them (尽管, 一年来, …). */
  readonly openers: readonly string[];
  /** Last words of a report's title (报告, 总结, …). */
  readonly titleEnds: readonly string[];
  /** Patterns of lines that belong to the web page and not to the report. */
  readonly residue: readonly string[];
  /** Those among them that an official letter has of its own (联系人, 抄送, …): by themselves they tell of no web page. */
  readonly imprint?: readonly string[];
  /** First words of what follows a report and is not part of it (附件, …). */
  readonly appendix: readonly string[];
  /** Patterns of a form of address on a line of its own. */
  readonly address: readonly string[];
  /** Words in an address to people who are there (各位代表): such a report is spoken and not signed. */
  readonly listeners?: readonly string[];
  /** Patterns of headings that stand without a number (工作回顾, …). */
  readonly plainHeadings: readonly string[];
  /** Patterns left behind when a draft was not finished (待补充, …). */
  readonly placeholders: readonly string[];
  /** Patterns before or after a year that make it another year than the report's by right. */
  readonly otherYear: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Patterns of plain statements of the next year (下一步, …) used to tell a plan's year. */
  readonly future: readonly string[];
  /** Patterns of what a sentence says it means to do (将, 要): with a year before them they state a plan. */
  readonly intent?: readonly string[];
  /** Those of them that can mean nothing else (要, where 将 may also be 把). */
  readonly resolve?: readonly string[];
  /** Patterns with which a list goes on in other words (另, 其次, …). */
  readonly goesOn?: readonly string[];
  /** Words before a blank that is meant, and other text that only looks like a mistake (doubled words that are words). */
  readonly doubled: readonly string[];
  /** Words that are joined to the next by a plus sign, which is often lost on the way and leaves a blank. */
  readonly joints?: readonly string[];
  /** What stands where the writer is to fill something in; the placeholder patterns know it. */
  readonly prompt: string;
  /** Sentences with which a report may end. */
  readonly closings: readonly string[];
  /** Patterns by which a cross reference is known: 见 and what may stand between it and the number, 部分, 项; or 所列 behind it. */
  readonly references?: { readonly before: readonly string[]; readonly where: readonly string[]; readonly after: readonly string[]; readonly parts: readonly string[]; readonly items: readonly string[] };
  /** Words by which a column or a row of a table is the sum of the others (合计, …). */
  readonly tableTotals?: readonly string[];
  /** Words with which the names of documents end (条例, 方案, …). */
  readonly documentEnds?: readonly string[];
  /** Words before the name of a document that people leave out when they speak of it. */
  readonly documentPrefixes?: readonly string[];
  /** Words of a draft that was laid out from last year's report. */
  readonly draft: DraftWords;
}

/** The words in which a draft says what is to be filled in, and by which years and names of last year are known. Patterns where not said otherwise. */
export interface DraftWords {
  /** Plain words: 〔去年：97.52，按前1项÷前2项计算〕. */
  readonly last: string;
  readonly by: string;
  readonly worked: string;
  readonly before: string;
  readonly behind: string;
  readonly item: string;
  /** Plain words that open a line of the checklist, and those that stand in it. */
  readonly notes: { readonly plan: string; readonly problem: string; readonly document: string };
  readonly reportedIn: string;
  readonly mending: string;
  readonly renamed: string;
  /** What compares with a year: before it, or on both sides of it. */
  readonly compared: { readonly before: readonly string[]; readonly pair: readonly string[]; readonly pairAfter: readonly string[] };
  /** Before a year: up to the time of the report. */
  readonly until: readonly string[];
  /** Behind a year: by its end. */
  readonly deadline: readonly string[];
  /** Behind a year: from then on. */
  readonly since: readonly string[];
  /** Behind a year: the words that lead to the report (…情况报告如下). */
  readonly leads: readonly string[];
  /** Behind a month and day: a day that comes every year. */
  readonly feasts: readonly string[];
  /** Names of meetings and cases that are of one year. */
  readonly names: readonly string[];
}

/** Compiled word lists; made once per grammar. */
export interface CompiledGrammar {
  readonly source: Grammar;
  readonly opener: RegExp;
  readonly titleEnd: RegExp;
  readonly residue: RegExp;
  readonly imprint: RegExp;
  readonly appendix: RegExp;
  readonly address: RegExp;
  readonly listeners: RegExp;
  readonly plainHeading: RegExp;
  readonly placeholder: RegExp;
  /** A line of the checklist, and nothing else: 〔去年计划：…〕. */
  readonly note: RegExp;
  readonly draft: CompiledDraftWords;
  readonly before: RegExp;
  readonly after: RegExp;
  readonly future: RegExp;
  readonly intent: RegExp;
  readonly resolve: RegExp;
  readonly goesOn: RegExp;
  readonly joint: RegExp;
  readonly documentEnd: RegExp;
  readonly tableTotal: RegExp;
}

/** The patterns of `DraftWords`, compiled. Those that stand before a year end with it, those behind begin with it. */
export interface CompiledDraftWords {
  readonly compared: RegExp;
  readonly pair: RegExp;
  readonly pairAfter: RegExp;
  readonly until: RegExp;
  readonly deadline: RegExp;
  readonly since: RegExp;
  readonly leads: RegExp;
  readonly feast: RegExp;
  /** Global. */
  readonly name: RegExp;
}

/** Compiles word lists. An empty list matches nothing. */
export function compileGrammar(source: Grammar): CompiledGrammar {
  return {
    source,
    opener: either(source.openers, '(?:', ')'),
    titleEnd: either(source.titleEnds, '(?:', ')(?:\\([^()]{1,20}\\))?$'),
    residue: either(source.residue, '^(?:', ')'),
    imprint: either(source.imprint ?? [], '^(?:', ')'),
    appendix: either(source.appendix, '^(?:', ')'),
    address: either(source.address, '^(?:', ')$'),
    listeners: either(source.listeners ?? [], '(?:', ')'),
    plainHeading: either(source.plainHeadings, '(?:', ')'),
    placeholder: either(source.placeholders, '(?:', ')', 'g'),
    note: either(Object.values(source.draft.notes), '^〔(?:', ')[^〕]*〕$'),
    draft: compileDraft(source.draft),
    before: either(source.otherYear.before, '(?:', ')$'),
    after: either(source.otherYear.after, '^(?:', ')'),
    future: either(source.future, '(?:', ')'),
    intent: either(source.intent ?? [], '(?:', ')'),
    resolve: either(source.resolve ?? [], '(?:', ')'),
    goesOn: either(source.goesOn ?? [], '(?:^|[。;:,!?\\s])(?:', ')'),
    tableTotal: either(source.tableTotals ?? [], '(?:', ')$'),
    documentEnd: either(source.documentEnds ?? [], '(?:', ')'),
    joint: either(source.joints ?? [], '(?:', ')(?= [\\u4e00-\\u9fff])'),
  };
}

function compileDraft({ compared, until, deadline, since, leads, feasts, names }: DraftWords): CompiledDraftWords {
  return {
    compared: either(compared.before, '(?:', ')$'),
    pair: either(compared.pair, '(?:', ')$'),
    pairAfter: either(compared.pairAfter, '^(?:', ')'),
    until: either(until, '(?:', ')$'),
    deadline: either(deadline, '^(?:', ')'),
    since: either(since, '^(?:', ')'),
    leads: either(leads, '^(?:', ')'),
    feast: either(feasts, '^(?:', ')'),
    name: either(names, '(?:', ')', 'g'),
  };
}

function either(words: readonly string[], open: string, close: string, flags = ''): RegExp {
  return words.length ? new RegExp(open + words.join('|') + close, flags) : /(?!)/g;
}
