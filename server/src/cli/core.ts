/**
 * What the command line needs of the core: one port, so that commands know nothing of parsing, rules or profiles. Shapes, no work. Positions are
 * zero-based lines and UTF-16 characters.
 */
import type { Draft, Settings } from '../analysis';
import type { Formatting, RuleLine, RuleSeverity } from '../config';
import type { Comparison, Metrics, Outline } from '../features';
import type { Identity } from '../lint';

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

/** A replacement of a range of the text; an empty range inserts. */
export interface Replacement {
  readonly range: Diagnostic['range'];
  readonly text: string;
}

/** What formats for machines say beyond the contract of JSON. */
export interface DiagnosticDetail {
  /** What the finding is known by in another version of its file, the same in every language; null for what the tool says of itself. */
  readonly identity: string | null;
  /** Other places that the finding is about. */
  readonly related: readonly { readonly range: Diagnostic['range']; readonly message: string }[];
  /** What the fix does, in words and in the text; null for a finding without one. */
  readonly fix: { readonly title: string; readonly edits: readonly Replacement[] } | null;
}

/** Of a finding that has nothing more to it. */
export const NO_DETAIL: DiagnosticDetail = { identity: null, related: [], fix: null };

/** One line of `explain --list`. `basis` is a word for people (norm, learned …), `summary` one sentence, both in the locale asked for. */
export interface RuleSummary {
  readonly code: string;
  readonly group: string;
  readonly basis: string;
  readonly severity: Severity;
  readonly fix: FixKind;
  /** Where its page is on the web. */
  readonly address: string;
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

/** Besides what holds for any analysis: which file, which profile, which language. */
export interface CheckRequest extends Pick<Settings, 'year' | 'rules' | 'preset' | 'house' | 'measures' | 'baseline'> {
  /** As the user knows the file; its name may say something about the report. */
  readonly path: string;
  readonly profile: ProfileChoice;
  /** Null when nothing is to be compared. */
  readonly previous: EarlierReport | null;
  readonly locale: Locale;
}

/** A finding that is not reported, because a comment in the text or a baseline outside of it says so; `reason` as the comment gives it. */
export interface Suppressed {
  readonly diagnostic: Diagnostic;
  readonly by: 'comment' | 'baseline';
  readonly reason: string;
}

export interface CheckResult {
  readonly family: string | null;
  readonly year: number | null;
  /** Findings in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those that are held back, worked out when asked for. */
  readonly suppressed?: () => readonly Suppressed[];
  /** The rest about one of these very diagnostics, worked out when asked for. */
  readonly detail: (diagnostic: Diagnostic) => DiagnosticDetail;
  /** What every finding is known by, those included that the baseline holds back; worked out when asked for. */
  readonly identities?: () => readonly Identity[];
  /** The text is no report of the family it was held against: findings would only say so in many ways. */
  readonly foreign: boolean;
}

/** The text with every safe fix applied until none is left; `fixed` counts them. */
export interface FixResult {
  readonly text: string;
  readonly fixed: number;
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

export interface CompareRequest {
  readonly names: { readonly before: string; readonly now: string };
  readonly profile: ProfileChoice;
  /** Year of this year's report when the user states it. */
  readonly year: number | null;
  readonly locale: Locale;
}

/** Words around a comparison, in the locale asked for. */
export interface CompareWords {
  readonly sections: string;
  readonly figures: string;
  readonly plan: string;
  readonly copied: string;
  readonly before: string;
  readonly now: string;
  readonly change: string;
  readonly figure: string;
  readonly section: string;
  readonly taken: string;
  readonly length: string;
  readonly promise: string;
  readonly fate: string;
  readonly where: string;
  readonly grounds: string;
  readonly sentence: string;
  readonly none: string;
  readonly figuresOnly: string;
  readonly planSum: string;
  readonly fates: Readonly<Record<Comparison['plan'][number]['fate'], string>>;
}

/** The members of `comparison` are those of `compare --format json`. */
export interface CompareResult {
  readonly comparison: Comparison;
  readonly words: CompareWords;
  readonly markdown: () => string;
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

/** What a draft is laid out from: last year's report, or null for the profile alone. `year` is that of the new report; null for the one after last year's. */
export interface DraftRequest {
  readonly lastYear: string | null;
  readonly profile: ProfileChoice;
  readonly year: number | null;
}

/** A draft with what is in it, or why there is none. */
export type DraftResult = Draft | { readonly ok: false; readonly reason: 'no-profile'; readonly year?: number };

export interface Core {
  rules(locale: Locale): readonly RuleSummary[];
  /** What a configuration may say of rules. */
  catalogue(): readonly RuleLine[];
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
  metrics(text: string, request: Pick<CheckRequest, 'path' | 'profile' | 'year' | 'locale' | 'measures'>): MetricsResult;
  /** The next report, laid out. */
  draft(request: DraftRequest): DraftResult;
  /** The text in good form; the same text when it is. */
  format(text: string, options: Formatting): string;
  /** Holds this year's report against last year's. */
  compare(lastYear: string, thisYear: string, request: CompareRequest): CompareResult;
  /** An SVG document of several reports side by side, or of one. */
  chart(parts: readonly ChartPart[], locale: Locale): string;
  /** Learns from reports as they come; holds none of them longer than it must. `family`: a name, `none`, or null to recognise it. */
  learn(reports: AsyncIterable<SeedText>, family: string | null): Promise<LearnResult>;
}
