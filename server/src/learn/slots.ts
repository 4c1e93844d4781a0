/**
 * Slots: the places of the structure. Those a norm names are counted; what seeds share beyond them is found by likeness.
 */

import { compareText } from '../base';
import type { Family, SectionDigest, SeedDigest, Slot, SlotNorm, Witness } from '../profile';
import { clusterSections } from './cluster';
import type { Member } from './cluster';
import { rangeOf, tally } from './habits';

/** What one seed has for one slot. */
interface Entry {
  readonly seed: SeedDigest;
  readonly at: number;
  readonly share: number;
  readonly heading: string | null;
  readonly witness: Witness;
  readonly terms: readonly string[];
}

/** Slots in the order of the structure. */
export function learnSlots(family: Family | null, seeds: readonly SeedDigest[], shared: readonly SlotNorm[]): readonly Slot[] {
  const known = family?.norms?.slots ?? shared;
  const named = known.map((norm) => ({ norm, entries: seeds.flatMap((seed) => entriesOf(seed, norm.id, family === null)) })).filter(({ norm, entries }) => norm.demand !== undefined || entries.length > 0);
  const found = clusterSections(unclaimed(seeds, family === null)).map((cluster) => ({ title: cluster.title, entries: cluster.members.map((member) => memberEntry(seeds, member)) }));
  const kept = found.filter(({ entries }) => seedCount(entries) >= 2 || seeds.length === 1);
  const drafts = [
    ...named.map(({ norm, entries }) => slotOf(norm.id, family?.norms ? norm.name : ownName(norm, entries), norm, entries, seeds)),
    ...kept.map(({ title, entries }) => slotOf(`learned:${title}`, { zh: title, en: title }, null, entries, seeds)),
  ];
  const ordered = [...drafts].sort((a, b) => place(a) - place(b) || compareText(a.id, b.id));
  return ordered.map((slot) => ({ ...slot, before: followersOf(slot, ordered, seeds, family === null) }));
}

/** Without a norm a slot is called what the seeds call it, not by the name of its function. */
function ownName(norm: SlotNorm, entries: readonly Entry[]): Slot['name'] {
  const usual = tally(entries.flatMap((entry) => (entry.heading ? [entry.heading] : [])))[0]?.text.replace(/\{year(?:[+-]1)?\}年?度?/g, '');
  return usual ? { zh: usual, en: usual } : norm.name;
}

/** Slots that nothing shows yet keep the norm's order behind those that were seen. */
const place = (slot: Slot): number => (slot.support.count > 0 ? slot.at.mean : 2000);

function slotOf(id: string, name: Slot['name'], norm: SlotNorm | null, entries: readonly Entry[], seeds: readonly SeedDigest[]): Slot {
  const perSeed = new Map<string, { at: number; share: number }>();
  for (const entry of entries) {
    const sum = perSeed.get(entry.seed.id);
    perSeed.set(entry.seed.id, { at: Math.min(sum?.at ?? entry.at, entry.at), share: (sum?.share ?? 0) + entry.share });
  }
  const sums = [...perSeed.values()];
  return {
    id, name, norm,
    depth: 1,
    support: { count: perSeed.size, of: seeds.length },
    evidence: witnesses(entries),
    headings: tally(entries.flatMap((entry) => (entry.heading ? [entry.heading] : []))).slice(0, 40),
    at: rangeOf(sums.map((sum) => sum.at)),
    share: rangeOf(sums.map((sum) => sum.share)),
    terms: tally(entries.flatMap((entry) => entry.terms)).slice(0, 24).map(({ text }) => text),
    before: [],
  };
}

const MOST_WITNESSES = 12;

function witnesses(entries: readonly Entry[]): readonly Witness[] {
  return [...entries].sort((a, b) => compareText(a.witness.seed, b.witness.seed) || a.at - b.at).map((entry) => entry.witness).slice(0, MOST_WITNESSES);
}

/** Slots a section stands for when families have no norms: a function that two first-level sections of one seed claim is no single place. */
function slotsOf(seed: SeedDigest, section: SectionDigest, strict: boolean): readonly string[] {
  if (!strict || section.depth > 1) return section.slots;
  return section.slots.filter((slot) => seed.sections.filter((other) => other.depth === 1 && other.slots.includes(slot)).length === 1);
}

function entriesOf(seed: SeedDigest, slot: string, strict: boolean): readonly Entry[] {
  const headed = seed.sections.filter((section) => slotsOf(seed, section, strict).includes(slot)).map((section): Entry => ({
    seed, at: section.at, share: section.share, heading: section.title, terms: section.terms,
    witness: { seed: seed.name, text: section.title, by: section.slots.length > 1 ? 'combined' : 'heading' },
  }));
  if (headed.length > 0) return headed;
  return seed.passages.filter((passage) => passage.slot === slot).map((passage) => ({
    seed, at: passage.at, share: passage.share, heading: null, terms: [],
    witness: { seed: seed.name, text: passage.opens, by: 'passage' },
  }));
}

function unclaimed(seeds: readonly SeedDigest[], strict: boolean): readonly Member[] {
  return seeds.flatMap((seed) => seed.sections.filter((section) => section.depth === 1 && slotsOf(seed, section, strict).length === 0).map((section) => ({ seed: seed.id, section })));
}

function memberEntry(seeds: readonly SeedDigest[], member: Member): Entry {
  const seed = seeds.find((one) => one.id === member.seed)!;
  const { section } = member;
  return { seed, at: section.at, share: section.share, heading: section.title, terms: section.terms, witness: { seed: seed.name, text: section.title, by: 'heading' } };
}

const seedCount = (entries: readonly Entry[]): number => new Set(entries.map((entry) => entry.seed.id)).size;

/** Slots that come behind `slot` in every seed that has a heading for both. */
function followersOf(slot: Slot, slots: readonly Slot[], seeds: readonly SeedDigest[], strict: boolean): Slot['before'] {
  return slots.flatMap((other) => {
    if (other === slot || slot.norm?.inside || other.norm?.inside) return [];
    let count = 0;
    let of = 0;
    for (const seed of seeds) {
      const first = firstAt(seed, slot, strict);
      const second = firstAt(seed, other, strict);
      if (first === null || second === null || first === second) continue;
      of++;
      if (first < second) count++;
    }
    return count > 0 && count === of ? [{ slot: other.id, count, of }] : [];
  });
}

function firstAt(seed: SeedDigest, slot: Slot, strict: boolean): number | null {
  const places = seed.sections.filter((section) => section.depth === 1 && (slot.norm ? slotsOf(seed, section, strict).includes(slot.id) : slotsOf(seed, section, strict).length === 0 && slot.headings.some((heading) => heading.text === section.title)));
  const passages = seed.passages.filter((passage) => passage.slot === slot.id);
  const all = [...places.map((section) => section.at), ...passages.map((passage) => passage.at)];
  return all.length ? Math.min(...all) : null;
}
