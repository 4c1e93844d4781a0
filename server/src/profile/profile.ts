/**
 * What was learned from published reports, and what a norm demands of them: data only. Made by learn/, read by align/ and the rules; nothing here computes.
 */

import type { FigureKind, SlotCue, TopicCue } from '../report';

/** Version of the profile file. A reader refuses a newer one instead of guessing. */
export const PROFILE_SCHEMA = 2;

/** A text in both display languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Where a demand comes from. `unverified` means nobody has read it in the source: such a thing is never loud. */
export interface Citation {
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly status: 'seen' | 'secondary' | 'unverified';
  /** First report year it is in force for; earlier reports owe it nothing. */
  readonly since?: number;
}

/** A place in the structure as a norm (or the common data) describes it. Patterns are regular expressions over folded text with years left in. */
export interface SlotNorm extends SlotCue {
  readonly name: Bilingual;
  /** How loud its absence is; absent when nothing demands it. */
  readonly demand?: 'error' | 'warning' | 'hint';
  /** Key of `Norms.citations`. */
  readonly cite?: string;
  /** Report text to begin a section with, in the report's language, with prompts that the placeholder rule knows. */
  readonly skeleton?: string;
  /** How its heading is proposed, `{year}` and `{year+1}` filled in. */
  readonly title?: string;
}

/** A subject that reports of a family treat under a slot. */
export interface TopicNorm extends TopicCue {
  readonly name: Bilingual;
  readonly cite?: string;
  /** Report years for which the norm holds. */
  readonly since?: number;
  readonly until?: number;
}

/** A political or planning formula that a report of a later year would not use any more. */
export interface FormulaNorm {
  readonly pattern: string;
  /** Last report year for which the wording is current. */
  readonly until: number;
  readonly instead: Bilingual;
  readonly status: Citation['status'];
}

export interface Norms {
  readonly citations: Readonly<Record<string, Citation>>;
  readonly slots: readonly SlotNorm[];
  readonly topics: readonly TopicNorm[];
  readonly formulas: readonly FormulaNorm[];
  /** Forms of the title, `{year}` and `{place}` filled in. */
  readonly titles: readonly string[];
  /** Names of laws and documents that reports of the family cite, without 《》: proposed, never demanded. */
  readonly documents?: readonly string[];
}

/** A family as it is known before anything is learned. */
export interface Family {
  readonly id: string;
  readonly name: Bilingual;
  /** Terms that reports of the family cannot avoid, and how often per 1,000 Han characters they occur at least. */
  readonly recognise: { readonly terms: readonly string[]; readonly perThousand: number };
  readonly norms: Norms | null;
}

/** A section of a seed, as far as learning needs it. Titles have years abstracted: `{year}`, `{year+1}`. */
export interface SectionDigest {
  readonly title: string;
  readonly depth: number;
  /** Slots found in it when its seed was read by itself; empty when none. */
  readonly slots: readonly string[];
  readonly topic?: string;
  /** Where it begins and how much it holds, in thousandths of the report's Han characters. */
  readonly at: number;
  readonly share: number;
  /** Frequent pairs of Han characters, by which sections of other seeds are compared. */
  readonly terms: readonly string[];
}

/** A figure of a seed, as far as learning needs it. An empty name tells that it stands in its text and is nothing to learn from. */
export interface FigureDigest {
  /** What is counted, folded, without titles and brackets. */
  readonly name: string;
  /** The verb before it, or empty. */
  readonly verb: string;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly decimals: number;
  /** The name is that of a figure before, so that the verb tells them apart. */
  readonly inherited?: true;
}

/** Neighbouring clauses of a sentence that give figures. */
export interface FigureRun {
  /** Index in `SeedDigest.sections`. */
  readonly section: number;
  /** The clauses, folded, with `{0}`, `{1}` … for the numerals. */
  readonly text: string;
  /** In the order of the numerals. */
  readonly figures: readonly FigureDigest[];
}

/** A seed's part in the profile: all that learning keeps of it. Merging profiles is the union of their seeds. */
export interface SeedDigest {
  /** Content hash: the same report counts once. */
  readonly id: string;
  readonly name: string;
  readonly year: number | null;
  readonly length: number;
  readonly title: string | null;
  readonly width: 'full' | 'half';
  readonly sections: readonly SectionDigest[];
  /** Slots filled by a passage without a heading: slot id → the words it begins with, its place and share in thousandths. */
  readonly passages: readonly { readonly slot: string; readonly opens: string; readonly at: number; readonly share: number }[];
  readonly topics: readonly string[];
  readonly numbering: readonly { readonly depth: number; readonly shape: string; readonly count: number; readonly runIn: number }[];
  readonly figures: readonly FigureRun[];
  /** The last sentence, or the first words of a long one. */
  readonly closing: string;
  /** Names of laws and documents between 《》, folded, each once, in code unit order. */
  readonly cited: readonly string[];
  readonly signed: boolean;
  /** Frequent pairs of Han characters of the whole, for telling families apart. */
  readonly terms: readonly string[];
}

export interface Support {
  /** k of n seeds. */
  readonly count: number;
  readonly of: number;
}

export interface Range {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

/** Where a seed shows something: its name and the heading or first words as written there. */
export interface Witness {
  readonly seed: string;
  readonly text: string;
  readonly by: 'heading' | 'combined' | 'passage';
}

/** A slot as learned. */
export interface Slot {
  readonly id: string;
  readonly name: Bilingual;
  readonly norm: SlotNorm | null;
  readonly depth: number;
  readonly support: Support;
  readonly evidence: readonly Witness[];
  /** Heading words with years abstracted, most frequent first. */
  readonly headings: readonly { readonly text: string; readonly count: number }[];
  /** Place of its beginning and share, in thousandths of the report. */
  readonly at: Range;
  readonly share: Range;
  readonly terms: readonly string[];
  /** Slots that come after this one in every seed that has both, with the number of such seeds. */
  readonly before: readonly { readonly slot: string; readonly count: number; readonly of: number }[];
}

export interface Topic {
  readonly id: string;
  readonly name: Bilingual;
  readonly slot: string;
  readonly norm: TopicNorm | null;
  readonly support: Support;
  readonly evidence: readonly Witness[];
  readonly headings: readonly { readonly text: string; readonly count: number }[];
  readonly terms: readonly string[];
}

/** A figure that seeds give, and how they put it. */
export interface Frame {
  /** What most seeds call it, folded. */
  readonly name: string;
  /** Other names for it, most frequent first. */
  readonly otherNames: readonly string[];
  readonly verb: string;
  readonly unit: string;
  readonly kind: FigureKind;
  /** Decimals of most seeds. */
  readonly decimals: number;
  readonly inherited?: true;
  /** Where most seeds give it; `topic` null when under none of the slot's topics. */
  readonly slot: string;
  readonly topic: string | null;
  readonly support: Support;
  /** A sentence that gives it, folded, `{0}`, `{1}` … for the numerals; `at` is the number of its own. */
  readonly text: string;
  readonly at: number;
  readonly evidence: readonly { readonly seed: string; readonly text: string }[];
}

/** The name of a law or document that seeds cite, folded, without 《》, in the spelling of most. */
export interface CitedName {
  readonly name: string;
  readonly support: Support;
}

export interface LevelHabit {
  readonly depth: number;
  /** Shape of the mark (`#、`, `(#)`) → seeds that use it. */
  readonly shapes: readonly { readonly shape: string; readonly count: number }[];
  /** Share of headings with text behind them in the same line, 0 to 1. */
  readonly runIn: number;
}

export interface Profile {
  readonly schema: number;
  readonly family: Family | null;
  readonly seeds: readonly SeedDigest[];
  readonly slots: readonly Slot[];
  readonly topics: readonly Topic[];
  readonly frames: readonly Frame[];
  readonly cited: readonly CitedName[];
  readonly numbering: readonly LevelHabit[];
  readonly closings: readonly { readonly text: string; readonly count: number }[];
  readonly signed: Support;
  readonly titled: Support;
}
