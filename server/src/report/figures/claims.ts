/**
 * Words by which a figure's claim can be judged: rates that cannot be over 100 %, comparisons with the year before, what narrows a figure to a part of the report's
 * field. Patterns from the word lists; nothing is judged here.
 */

/** The `claims` of seeds/common/units.json. All are patterns. */
export interface ClaimWords {
  /** Names of rates that are a share of a whole, at the end of a name. */
  readonly bounded: readonly string[];
  /** Ends of all names of rates, and those that may be over 100 % (增长率): any other is a share of a whole too, though less surely. */
  readonly open: readonly string[];
  readonly unbounded: readonly string[];
  /** What in such a name lets it be over 100 % nevertheless (占年度任务的). */
  readonly beyond: readonly string[];
  /** Says that growth is against the year before. */
  readonly yearOnYear: readonly string[];
  /** Narrows what follows to a place, an organ or a part of the year. */
  readonly scopes: readonly string[];
  /** Before a figure, and saying no more than that it is the year's. */
  readonly neutral: readonly string[];
  /** Says that a figure is a goal, a plan or a standard. */
  readonly intents: readonly string[];
  /** Verbs of what stands from year to year (共有). */
  readonly standing: readonly string[];
}

export interface CompiledClaims {
  readonly bounded: RegExp;
  readonly open: RegExp;
  readonly unbounded: RegExp;
  readonly beyond: RegExp;
  readonly yearOnYear: RegExp;
  readonly scopes: RegExp;
  /** Global: for taking words away. */
  readonly neutral: RegExp;
  readonly intents: RegExp;
  readonly standing: ReadonlySet<string>;
}

/** Compiles the patterns. */
export function compileClaims(source: ClaimWords): CompiledClaims {
  const either = (patterns: readonly string[]): string => patterns.join('|') || '(?!)';
  return {
    bounded: new RegExp(`(?:${either(source.bounded)})$`),
    open: new RegExp(`(?:${either(source.open)})$`),
    unbounded: new RegExp(`(?:${either(source.unbounded)})$`),
    beyond: new RegExp(either(source.beyond)),
    yearOnYear: new RegExp(either(source.yearOnYear)),
    scopes: new RegExp(either(source.scopes)),
    neutral: new RegExp(either(source.neutral), 'g'),
    intents: new RegExp(either(source.intents)),
    standing: new Set(source.standing),
  };
}
