/**
 * The cues a profile carries, compiled once per profile.
 */

import { memoOn } from '../base';
import { compileCues } from '../report';
import type { CompiledCues } from '../report';
import type { Profile, SlotNorm, TopicNorm } from './profile';

/** Cues of the slots and topics that have a norm or a shared description. */
export const cuesOf: (profile: Profile) => CompiledCues = memoOn((profile) =>
  compileCues(
    profile.slots.flatMap((slot): readonly SlotNorm[] => (slot.norm ? [slot.norm] : [])),
    profile.topics.flatMap((topic): readonly TopicNorm[] => (topic.norm ? [topic.norm] : [])),
  ),
);
