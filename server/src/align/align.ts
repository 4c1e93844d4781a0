/**
 * Report × Profile → Alignment: what the report's own words say about its sections, completed by likeness to what seeds call them.
 */

import { cuesOf } from '../profile';
import type { Profile, Slot, Topic } from '../profile';
import { ownersOf, plainly, recognise } from '../report';
import type { Functions, Report, Section } from '../report';
import { placeOf } from '../syntax';
import { likeness } from '../text';
import type { Alignment, Filling, TopicFound } from './alignment';
import { abstracted } from './headings';
import { resembles } from './kinship';

/** Headings at least this alike to what seeds call a slot or topic are it. */
const ALIKE = 0.6;
/** A shorter name occurs by chance. */
const SHORTEST_NAME = 4;

/** Matches a report to a profile. `year` overrides the report's own. */
export function align(report: Report, profile: Profile, year: number | null): Alignment {
  const functions = recognise(report, cuesOf(profile), year);
  const slotsOf = report.sections.map((section) => learnedSlots(section, functions.slotsOf[section.index]!, profile, year));
  const topicOf = report.sections.map((section) => functions.topicOf[section.index] ?? learnedTopic(section, slotsOf, profile, year));
  const fillings = fillingsOfAll(report, slotsOf, functions);
  const filled = new Set(fillings.map((filling) => filling.slot));
  return {
    report, profile, slotsOf, topicOf, fillings,
    topics: topicsFound(report, profile, topicOf, functions),
    missing: profile.slots.filter((slot) => !filled.has(slot.id)),
    fits: resembles(report, profile, filled),
  };
}

/** A first-level section by what seeds call it, where its own words do not say or the family has no norm that would. */
function learnedSlots(section: Section, own: readonly string[], profile: Profile, year: number | null): readonly string[] {
  if (section.depth !== 1 || (own.length > 0 && profile.family !== null)) return own;
  const known = profile.slots.filter((slot) => own.includes(slot.id)).map((slot) => slot.id);
  const best = nearestSlot(section, profile.slots, year);
  return best && (known.length === 0 || !known.includes(best.id)) && (best.norm === null || known.length === 0) ? [best.id] : known;
}

function nearestSlot(section: Section, slots: readonly Slot[], year: number | null): Slot | null {
  return nearest(slots, abstracted(section.words, year));
}

function nearest<T extends { readonly headings: readonly { readonly text: string }[] }>(places: readonly T[], words: string): T | null {
  let best: T | null = null;
  let score = ALIKE;
  const own = plainly(words);
  for (const place of places) {
    for (const heading of place.headings) {
      const alike = likeness(plainly(heading.text), own);
      if (alike < score || (alike === score && best)) continue;
      score = alike;
      best = place;
    }
  }
  return best;
}

function learnedTopic(section: Section, slotsOf: readonly (readonly string[])[], profile: Profile, year: number | null): string | null {
  if (section.depth !== 2 || !section.parent) return null;
  const host = slotsOf[section.parent.index]!;
  const own = profile.topics.filter((topic) => host.includes(topic.slot) && topic.norm === null);
  return nearest(own, abstracted(section.words, year))?.id ?? null;
}

function fillingsOfAll(report: Report, slotsOf: readonly (readonly string[])[], functions: Functions): readonly Filling[] {
  const headed: Filling[] = report.sections.flatMap((section) =>
    slotsOf[section.index]!.map((slot): Filling => ({ slot, by: slotsOf[section.index]!.length > 1 ? 'combined' : 'heading', section, at: section.titleSpan, block: section.block })),
  );
  const spoken = functions.passages.filter((passage) => !headed.some((filling) => filling.slot === passage.slot)).map((passage): Filling => ({
    slot: passage.slot,
    by: passage.kind,
    section: passage.section === null ? null : report.sections[passage.section]!,
    at: placeOf(report.tree, passage.block, passage.at),
    block: passage.block,
  }));
  return [...headed, ...spoken].sort((a, b) => a.at.start - b.at.start);
}

function topicsFound(report: Report, profile: Profile, topicOf: readonly (string | null)[], functions: Functions): readonly TopicFound[] {
  return profile.topics.flatMap((topic: Topic): readonly TopicFound[] => {
    const headed = report.sections.filter((section) => topicOf[section.index] === topic.id);
    if (headed.length > 0) return [{ topic, by: 'heading', sections: headed }];
    const places = functions.treated.get(topic.id) ?? (topic.norm === null ? sectionsNaming(report, topic) : undefined);
    return places ? [{ topic, by: 'text', sections: places.map((index) => report.sections[index]!) }] : [];
  });
}

/** Sections whose text has the words that seeds head a learned topic with; undefined where none has. */
function sectionsNaming(report: Report, topic: Topic): readonly number[] | undefined {
  const words = topic.headings.map((heading) => heading.text).filter((text) => text.length >= SHORTEST_NAME && !text.includes('{'));
  const named = report.sections.filter((section) => report.tree.blocks.slice(section.block, section.bodyEnd).some((block) => words.some((word) => block.text.includes(word))));
  return named.length > 0 ? named.map((section) => section.index) : undefined;
}

/** Block index → innermost section, for those who walk blocks. */
export const sectionOfBlocks = ownersOf;
