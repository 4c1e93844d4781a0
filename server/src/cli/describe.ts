/**
 * A profile in short, for `learn --format json`: what was learned, with how much support.
 */

import type { Profile } from '../profile';

/** Plain values, sorted as the profile is. */
export function describeProfile(profile: Profile): object {
  return {
    version: 1,
    family: profile.family?.id ?? null,
    seeds: profile.seeds.map((seed) => ({ name: seed.name, year: seed.year, title: seed.title, length: seed.length })),
    slots: profile.slots.map((slot) => ({
      slot: slot.id,
      name: slot.name.zh,
      support: slot.support,
      headings: slot.headings,
      evidence: slot.evidence,
      at: slot.at,
      share: slot.share,
      before: slot.before,
    })),
    topics: profile.topics.map((topic) => ({ topic: topic.id, name: topic.name.zh, slot: topic.slot, support: topic.support, headings: topic.headings.slice(0, 5), evidence: topic.evidence })),
    figures: profile.frames.map((frame) => ({
      name: frame.name,
      otherNames: frame.otherNames,
      verb: frame.verb,
      unit: frame.unit,
      kind: frame.kind,
      decimals: frame.decimals,
      slot: frame.slot,
      topic: frame.topic,
      support: frame.support,
      sentence: frame.text.replace(/\{\d+\}/g, '__'),
      evidence: frame.evidence,
    })),
    numbering: profile.numbering,
    cited: profile.cited,
    closings: profile.closings,
    signed: profile.signed,
  };
}
