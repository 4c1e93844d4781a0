/**
 * What the command line needs of the core: one port, so that commands know nothing of parsing, rules or profiles. Shapes only. Positions are
 * zero-based lines and UTF-16 characters.
 */
import type { RuleSeverity } from '../config';

export type Locale = 'zh-cn' | 'en';
export type Severity = Exclude<RuleSeverity, 'off'>;
export type FixKind = 'safe' | 'suggested' | null;

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A finding as scripts see it: the members of `check --format json`. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
  readonly fix: FixKind;
  readonly evidence: readonly { readonly kind: 'seed' | 'norm'; readonly ref: string; readonly text: string }[];
}

/** One line of `explain --list`. `basis` is a word for people (norm, learned …), `summary` one sentence, both in the locale asked for. */
export interface RuleSummary {
  readonly code: string;
  readonly group: string;
  readonly basis: string;
  readonly severity: Severity;
  readonly fix: FixKind;
  readonly summary: string;
}

/** A learned profile. The command line only hands back what the core gave it. */
export type LearnedProfile = object;

/** Which profile to check by: one that was loaded, the family that the text itself shows, or none (only what holds for every report). */
export type ProfileChoice = LearnedProfile | 'recognise' | 'none';

/** Last year's report as the core keeps it. The command line only hands back what the core gave it. */
export type EarlierReport = object;

/** `newer-version`: made by a later release; `found` and `known` are schema versions. */
export type ProfileLoading =
  | { readonly ok: true; readonly profile: LearnedProfile }
  | { readonly ok: false; readonly reason: 'not-json' | 'not-a-profile' }
  | { readonly ok: false; readonly reason: 'newer-version'; readonly found: number; readonly known: number };

export interface CheckRequest {
  /** As the user knows the file; its name may say something about the report. */
  readonly path: string;
  readonly profile: ProfileChoice;
  /** Null when nothing is to be compared. */
  readonly previous: EarlierReport | null;
  /** Report year when the user states it. */
  readonly year: number | null;
  /** Severities that differ from the rules' own. */
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  readonly locale: Locale;
}

export interface CheckResult {
  readonly family: string | null;
  readonly year: number | null;
  /** Findings in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text is no report of the family it was held against: findings would only say so in many ways. */
  readonly foreign: boolean;
}

/** The text with every safe fix applied until none is left; `fixed` counts them. */
export interface FixResult {
  readonly text: string;
  readonly fixed: number;
}

export interface OutlineSection {
  readonly level: number;
  readonly marker: string;
  readonly title: string;
  readonly line: number;
  readonly runIn: boolean;
  readonly slot: string | null;
  readonly children: readonly OutlineSection[];
}

/** The members of `outline --format json`. */
export interface Outline {
  readonly title: string | null;
  readonly year: number | null;
  readonly sections: readonly OutlineSection[];
}

/** A figure: the members of `metrics --format json`. `value` is the numeral's own, its scale not applied. */
export interface MetricFigure {
  readonly line: number;
  readonly character: number;
  readonly numeral: string;
  readonly value: number;
  readonly unit: string;
  readonly scale: string;
  readonly qualifier: string;
  readonly kind: string;
  readonly subject: string;
  readonly period: number | null;
}

/** Numbers are positions among the figures. */
export interface MetricRelation {
  readonly kind: 'sum' | 'rate' | 'growth';
  readonly whole: number;
  readonly parts: readonly number[];
  readonly rate: number | null;
  readonly holds: boolean;
  readonly recomputed: number | null;
}

export interface Metrics {
  readonly figures: readonly MetricFigure[];
  readonly relations: readonly MetricRelation[];
}

/** What a chart needs of a report; holds nothing of its text. The command line only hands it back. */
export type ChartPart = object;

/** Figures and relations; `places` has section and topic of each figure, empty where it has none. */
export interface MetricsResult {
  readonly year: number | null;
  readonly metrics: Metrics;
  readonly places: readonly { readonly section: string; readonly topic: string }[];
  readonly chart: ChartPart;
}

/** A report to learn from; `name` is what evidence will call it. */
export interface SeedText {
  readonly name: string;
  readonly text: string;
}

/** `profile` is the text of the profile file; `summary` is what `learn --format json` prints. */
export type LearnResult =
  | { readonly ok: true; readonly profile: string; readonly family: string | null; readonly reports: number; readonly slots: number; readonly summary: object }
  | { readonly ok: false; readonly reason: 'no-report' };

export interface Core {
  rules(locale: Locale): readonly RuleSummary[];
  /** A rule's page, Markdown; null for an unknown code. */
  page(code: string, locale: Locale): string | null;
  /** Names of the families that come with the program. */
  families(): readonly string[];
  /** The profile that comes with a family; null for an unknown name. */
  familyProfile(family: string): LearnedProfile | null;
  loadProfile(text: string): ProfileLoading;
  check(text: string, request: CheckRequest): CheckResult;
  fix(text: string, request: CheckRequest): FixResult;
  outline(text: string, request: Pick<CheckRequest, 'path' | 'profile' | 'year'>): Outline;
  /** Reads last year's report; `name` is what findings call it. */
  earlier(name: string, text: string): EarlierReport;
  metrics(text: string, request: Pick<CheckRequest, 'path' | 'profile' | 'year' | 'locale'>): MetricsResult;
  /** An SVG document of several reports side by side, or of one. */
  chart(parts: readonly ChartPart[], locale: Locale): string;
  /** Learns from reports as they come; holds none of them longer than it must. `family`: a name, `none`, or null to recognise it. */
  learn(reports: AsyncIterable<SeedText>, family: string | null): Promise<LearnResult>;
}
