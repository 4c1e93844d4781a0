/**
 * Topics: what reports treat under a slot. Counted where a norm names them, found by likeness where none does.
 */

import type { Family, SeedDigest, Slot, Topic, Witness } from '../profile';
import { clusterSections } from './cluster';
import { tally } from './habits';

export function learnTopics(family: Family | null, seeds: readonly SeedDigest[], slots: readonly Slot[]): readonly Topic[] {
  if (family?.norms && family.norms.topics.length > 0) return family.norms.topics.map((norm) => namedTopic(norm, seeds));
  return slots.flatMap((slot) => foundTopics(slot, seeds));
}

function namedTopic(norm: NonNullable<Topic['norm']>, seeds: readonly SeedDigest[]): Topic {
  const witnesses: Witness[] = [];
  const headings: string[] = [];
  const terms: string[] = [];
  for (const seed of seeds) {
    const headed = seed.sections.filter((section) => section.topic === norm.id);
    headings.push(...headed.map((section) => section.title));
    terms.push(...headed.flatMap((section) => section.terms));
    const first = headed[0];
    if (first) witnesses.push({ seed: seed.name, text: first.title, by: 'heading' });
    else if (seed.topics.includes(norm.id)) witnesses.push({ seed: seed.name, text: '', by: 'passage' });
  }
  return { id: norm.id, name: norm.name, slot: norm.slot, norm, support: { count: witnesses.length, of: seeds.length }, evidence: witnesses, headings: tally(headings).slice(0, 40), terms: tally(terms).slice(0, 24).map(({ text }) => text) };
}

/** Second-level headings under a slot that at least two seeds share. */
function foundTopics(slot: Slot, seeds: readonly SeedDigest[]): readonly Topic[] {
  const titles = new Set(slot.headings.map((heading) => heading.text));
  const members = seeds.flatMap((seed) => {
    let inside = false;
    return seed.sections.flatMap((section) => {
      if (section.depth === 1) inside = section.slots.includes(slot.id) || (section.slots.length === 0 && titles.has(section.title));
      return inside && section.depth === 2 ? [{ seed: seed.id, section }] : [];
    });
  });
  const nameOf = new Map(seeds.map((seed) => [seed.id, seed.name]));
  return clusterSections(members).flatMap((cluster) => {
    const count = new Set(cluster.members.map((member) => member.seed)).size;
    if (count < 2) return [];
    const evidence = cluster.members.map((member): Witness => ({ seed: nameOf.get(member.seed)!, text: member.section.title, by: 'heading' })).sort((a, b) => (a.seed < b.seed ? -1 : a.seed > b.seed ? 1 : a.text < b.text ? -1 : 1));
    return [{ id: `${slot.id}/${cluster.title}`, name: { zh: cluster.title, en: cluster.title }, slot: slot.id, norm: null, support: { count, of: seeds.length }, evidence, headings: tally(cluster.members.map((member) => member.section.title)).slice(0, 40), terms: tally(cluster.members.flatMap((member) => member.section.terms)).slice(0, 24).map(({ text }) => text) }];
  }).sort((a, b) => b.support.count - a.support.count || (a.id < b.id ? -1 : 1));
}
