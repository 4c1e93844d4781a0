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
  readonly plainHeading: RegExp;
  readonly placeholder: RegExp;
  readonly before: RegExp;
  readonly after: RegExp;
  readonly future: RegExp;
  readonly intent: RegExp;
  readonly resolve: RegExp;
  readonly goesOn: RegExp;
  readonly joint: RegExp;
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
    plainHeading: either(source.plainHeadings, '(?:', ')'),
    placeholder: either(source.placeholders, '(?:', ')', 'g'),
    before: either(source.otherYear.before, '(?:', ')$'),
    after: either(source.otherYear.after, '^(?:', ')'),
    future: either(source.future, '(?:', ')'),
    intent: either(source.intent ?? [], '(?:', ')'),
    resolve: either(source.resolve ?? [], '(?:', ')'),
    goesOn: either(source.goesOn ?? [], '(?:^|[。;:,!?\\s])(?:', ')'),
    joint: either(source.joints ?? [], '(?:', ')(?= [\\u4e00-\\u9fff])'),
  };
}

function either(words: readonly string[], open: string, close: string, flags = ''): RegExp {
  return words.length ? new RegExp(open + words.join('|') + close, flags) : /(?!)/g;
}
