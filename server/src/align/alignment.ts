/**
 * The one matching of a draft to a profile. Every rule and feature reads it; none matches headings by itself.
 */

import type { Profile, Slot, Topic } from '../profile';
import type { Report, Section } from '../report';
import type { Span } from '../text';

/** One place of the draft that fills a slot. */
export interface Filling {
  readonly slot: string;
  /** `heading`: a section of its own; `combined`: a section whose heading fills two slots; `passage`: running text without its own heading; `mention`: said in passing. */
  readonly by: 'heading' | 'combined' | 'passage' | 'mention';
  /** The section that fills it, or in which the passage stands; null for text before the first heading. */
  readonly section: Section | null;
  /** Heading words, or the sentence with which the passage begins; absolute. */
  readonly at: Span;
  readonly block: number;
}

/** A topic of the profile as the draft treats it. */
export interface TopicFound {
  readonly topic: Topic;
  readonly by: 'heading' | 'text';
  readonly sections: readonly Section[];
}

export interface Alignment {
  readonly report: Report;
  readonly profile: Profile;
  /** Slots each section fills, by section index; the main one first. Passages do not count here. */
  readonly slotsOf: readonly (readonly string[])[];
  /** Topic of each section, by section index. */
  readonly topicOf: readonly (string | null)[];
  readonly fillings: readonly Filling[];
  readonly topics: readonly TopicFound[];
  /** Slots of the profile that nothing fills. */
  readonly missing: readonly Slot[];
  /** False when the draft is so unlike the family that findings about its structure would be noise. */
  readonly fits: boolean;
}

/** Fillings of a slot, in document order. */
export function fillingsOf(alignment: Alignment, slot: string): readonly Filling[] {
  return alignment.fillings.filter((filling) => filling.slot === slot);
}
