/**
 * The shape of a rule. Finding, saying and mending are apart: `check` yields place, message id and arguments; the text is chosen at the edge; a fix is made when asked for.
 */

import type { Alignment } from '../align';
import type { Bilingual } from '../profile';
import type { CompiledUnits, Report, Role } from '../report';
import type { Block, CompiledGrammar } from '../syntax';
import type { Edit, Span } from '../text';
import type { House } from './house';
import type { OptionValues, RuleOption } from './option';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Safety = 'safe' | 'suggested';
export type Basis = 'norm' | 'standard' | 'practice' | 'learned' | 'arithmetic' | 'tool';

/** Who says so: a seed with the place in it, or a norm with its words. */
export interface Evidence {
  readonly kind: 'seed' | 'norm';
  readonly ref: string;
  readonly text: string;
}

/** Values for the `{name}`s of a message; a bilingual one is said in the message's language. */
export type Args = Readonly<Record<string, string | number | Bilingual>>;

/** What a rule yields. Offsets count in `block.text` for a block rule, in the whole source for a report rule. */
export interface Found {
  readonly at: Span;
  /** Key of the rule's messages. */
  readonly message: string;
  readonly args?: Args;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly evidence?: readonly Evidence[];
  readonly related?: readonly { readonly at: Span; readonly message: string; readonly args?: Args }[];
  readonly fix?: Fix;
  /** Other ways to mend it, where there is more than one: only offered, never applied by themselves. */
  readonly alternatives?: readonly Fix[];
}

/** A mending. `edits` is a thunk, run when someone asks; offsets as in `Found`; inserted text is source text in the document's own width. */
export interface Fix {
  readonly safety: Safety;
  /** Key of the rule's messages: the title of the action. */
  readonly title: string;
  readonly args?: Args;
  readonly edits: () => readonly Edit[];
}

export type Group = 'structure' | 'numbering' | 'metric' | 'year' | 'text' | 'plan' | 'lint' | 'config';

/** What an editor may show of a text at a glance: that it is to go, that it is out of date. */
export type Tag = 'unnecessary' | 'outdated';

interface RuleBase {
  readonly code: string;
  readonly group: Group;
  readonly since: string;
  readonly severity: Severity;
  readonly basis: readonly Basis[];
  readonly fix: Safety | null;
  /** Message id → text in both languages with `{name}` for arguments. */
  readonly messages: Readonly<Record<string, Bilingual>>;
  /** The rule's page, the Markdown file beside it: its examples run as tests, and hover and `explain` show it. */
  readonly page: string;
  /** Message id → what it says of all the text it marks. */
  readonly tags?: Readonly<Record<string, Tag>>;
  /** What an office may set differently. */
  readonly options?: readonly RuleOption[];
}

/** What a block rule may look at: one block and what holds for the whole document. Nothing else, so that its answer can be kept while the block stands. */
export interface BlockContext {
  readonly block: Block;
  readonly role: Role;
  readonly grammar: CompiledGrammar;
  /** Words that figures are read by. */
  readonly units: CompiledUnits;
  /** Which comma the document's running text uses in the main. */
  readonly width: 'full' | 'half';
  /** The rule's own options, as set; read with `valueOf`. */
  readonly options: OptionValues;
  readonly house: House;
}

export interface BlockRule extends RuleBase {
  readonly scope: 'block';
  /** Roles it looks at. */
  readonly roles: readonly Role[];
  readonly check: (context: BlockContext) => Iterable<Found>;
}

/** Last year's report, as configured, and what to call it. */
export interface PreviousReport {
  readonly name: string;
  readonly report: Report;
}

export interface ReportContext {
  readonly report: Report;
  /** Null when no profile holds for the document. */
  readonly alignment: Alignment | null;
  readonly grammar: CompiledGrammar;
  /** Words that figures are read by. */
  readonly units: CompiledUnits;
  readonly width: 'full' | 'half';
  /** The report's year: as configured, else as read. */
  readonly year: number | null;
  /** Null when none is configured. */
  readonly previous: PreviousReport | null;
  /** True when the year was configured, or when the report leaves no doubt about it. */
  readonly yearSure: boolean;
  /** The rule's own options, as set; read with `valueOf`. */
  readonly options: OptionValues;
  readonly house: House;
}

export interface ReportRule extends RuleBase {
  readonly scope: 'report';
  readonly check: (context: ReportContext) => Iterable<Found>;
}

export type Rule = BlockRule | ReportRule;

/** States a rule that looks at one block at a time. */
export const defineBlockRule = (rule: Omit<BlockRule, 'scope'>): BlockRule => ({ ...rule, scope: 'block' });

/** States a rule that looks at the whole report. */
export const defineReportRule = (rule: Omit<ReportRule, 'scope'>): ReportRule => ({ ...rule, scope: 'report' });
