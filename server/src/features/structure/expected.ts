/**
 * Which parts of a profile a draft is expected to have, so that completion proposes and the structure view lists the same. No rule: a finding weighs the ground more closely.
 */

import type { Slot, Topic } from '../../profile';

/** A slot that seeds have or a norm demands; one that hardly any report has is not proposed. */
export const expectsSlot = (slot: Slot): boolean => slot.support.count > 0 || slot.norm?.demand === 'error' || slot.norm?.demand === 'warning';

/** A topic whose norm, if it has one, holds for the year. */
export const topicHolds = ({ norm }: Topic, year: number | null): boolean => year === null || !norm || ((norm.since ?? year) <= year && year <= (norm.until ?? year));

/** A topic that most seeds treat, or that a norm names when there are no seeds. */
export const expectsTopic = (topic: Topic, year: number | null): boolean => topicHolds(topic, year) && (topic.support.of === 0 ? topic.norm !== null : topic.support.count * 2 > topic.support.of);
