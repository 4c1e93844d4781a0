/**
 * Which section of one year is which of the other: by the slot it fills, by its heading words, by their likeness, level by level. Pairs only.
 */

import { alignedAs } from '../../align';
import type { Alignment } from '../../align';
import type { Report, Section } from '../../report';
import { likeness, overlap, pairsOf } from '../../text';

/** A section before and now; null where one year has none. */
export type Pair = readonly [before: Section | null, now: Section | null];

/** Headings at least this alike are the same. */
const ALIKE = 0.5;
/** So much of the shorter heading stands in the longer one. */
const CONTAINED = 0.75;
const SHORTEST = 4;
/** Siblings beyond this many are compared by equal words only, so that the work stays in bounds. */
const MOST = 60;

/** All sections of both reports in the order of this year's; what only last year had stands behind the sibling it followed. */
export function pairedSections(previous: Report, report: Report, alignment: Alignment | null): readonly Pair[] {
  const before = alignedAs(previous, alignment);
  const slotsOf = (of: Alignment | null, section: Section): string => of?.slotsOf[section.index]?.join() ?? '';
  const pairs: Pair[] = [];
  const visit = (old: readonly Section[], own: readonly Section[]): void => {
    const matched = matchedSiblings(old, own, (a, b) => slotsOf(before, a) === slotsOf(alignment, b) && slotsOf(alignment, b) !== '');
    const behind = new Map<Section | null, Section[]>();
    const met = new Set(matched.values());
    let last: Section | null = null;
    for (const section of old) {
      const group = behind.get(last);
      if (met.has(section)) last = section;
      else if (group) group.push(section);
      else behind.set(last, [section]);
    }
    const gone = (after: Section | null): void => {
      for (const section of behind.get(after) ?? []) {
        pairs.push([section, null]);
        visit(section.children, []);
      }
    };
    gone(null);
    for (const section of own) {
      const match = matched.get(section) ?? null;
      pairs.push([match, section]);
      visit(match?.children ?? [], section.children);
      if (match) gone(match);
    }
  };
  visit(previous.sections.filter(({ parent }) => parent === null), report.sections.filter(({ parent }) => parent === null));
  return pairs;
}

type Same = (before: Section, now: Section) => boolean;

/** This year's section → last year's, each once. */
function matchedSiblings(old: readonly Section[], own: readonly Section[], sameSlot: Same): ReadonlyMap<Section, Section> {
  const matched = new Map<Section, Section>();
  const left = new Set(old);
  const take = (now: Section, before: Section | undefined): void => {
    if (!before) return;
    matched.set(now, before);
    left.delete(before);
  };
  const byWords = new Map<string, Section[]>();
  // Backwards, so that the first is taken from the end.
  for (const section of [...old].reverse()) {
    const group = byWords.get(wordsOf(section));
    if (group) group.push(section);
    else byWords.set(wordsOf(section), [section]);
  }
  for (const now of own) take(now, byWords.get(wordsOf(now))?.pop());
  if (left.size > MOST || own.length > MOST) return matched;
  for (const now of own) if (!matched.has(now)) take(now, [...left].find((before) => sameSlot(before, now)));
  const ranked = own.filter((now) => !matched.has(now)).flatMap((now) => [...left].map((before) => ({ now, before, alike: alikeness(wordsOf(before), wordsOf(now)) })));
  for (const { now, before, alike } of ranked.sort((a, b) => b.alike - a.alike)) if (alike >= ALIKE && !matched.has(now) && left.has(before)) take(now, before);
  return matched;
}

/** Likeness; a heading that the other only adds to is as good as alike. */
function alikeness(a: string, b: string): number {
  const alike = likeness(a, b);
  if (Math.min(a.length, b.length) < SHORTEST) return alike;
  return Math.max(alike, overlap([...pairsOf(a)], [...pairsOf(b)]) >= CONTAINED ? ALIKE : 0);
}

/** Heading words without years. */
const wordsOf = ({ words }: Section): string => words.replace(/(?:19|20)\d\d\s?年度?/g, '').replace(/[^\p{L}\p{N}]/gu, '');
