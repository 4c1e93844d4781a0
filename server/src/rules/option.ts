/**
 * Options of a rule: what an office may set differently, declared once beside the rule. The schema, the check of a configuration and the rule itself read the same
 * declaration. No rule in here.
 */

/** A number, or words. */
export type OptionValue = number | readonly string[];

/** Options of one rule as they are set: name → value. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

interface OptionBase {
  readonly name: string;
  /** What it does, in one sentence. */
  readonly zh: string;
  readonly en: string;
}

export interface NumberOption extends OptionBase {
  readonly kind: 'number' | 'integer';
  readonly initial: number;
  readonly minimum: number;
  readonly maximum: number;
}

export interface WordsOption extends OptionBase {
  readonly kind: 'words';
  readonly initial: readonly string[];
}

export type RuleOption = NumberOption | WordsOption;

/** The value of an option: as set, when that is a value it may have, else its own. */
export function valueOf(option: NumberOption, set: OptionValues): number;
export function valueOf(option: WordsOption, set: OptionValues): readonly string[];
export function valueOf(option: RuleOption, set: OptionValues): OptionValue {
  const value = set[option.name];
  if (option.kind === 'words') return Array.isArray(value) ? value : option.initial;
  return typeof value === 'number' && value >= option.minimum && value <= option.maximum ? value : option.initial;
}
