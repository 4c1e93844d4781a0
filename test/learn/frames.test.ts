/** Learned figures: which names mean one figure, where it belongs, how it is put; the same for every order and split of the seeds. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { families, grammar, sharedSlots, units } from '../../server/src/families';
import { learn, merge } from '../../server/src/learn';
import type { Seed } from '../../server/src/learn';
import { decodeProfile, encodeProfile } from '../../server/src/profile';
import type { Frame, Profile } from '../../server/src/profile';
import { seeds } from '../kit/corpus';

const school = { grammar, units, shared: sharedSlots, family: families[0]! };
const bare = { ...school, family: null };
const named = (profile: Profile, name: string): Frame | undefined => profile.frames.find((frame) => frame.name === name && !frame.inherited);

/** Reports with one topic each, and these sentences in it. */
const reports = (...sentences: readonly string[]): readonly Seed[] =>
  sentences.map((sentence, i) => ({ name: `seed ${i}`, text: `某市${2020 + i}年法治建设年度报告\n一、工作成效\n（一）行政复议工作\n${sentence}\n（二）普法宣传\n开展普法活动200次。\n二、存在问题\n基层力量不足。\n` }));

describe('names', () => {
  test('with more said before them, or nearly the same, are one figure; other units and other verbs of an inherited name are not', () => {
    const profile = learn(reports('全年受理行政复议案件17件，审结16件。', '依法办理涉企行政复议案件21件。', '收到复议案件30件，审结28件。', '行政复议案件涉及90人。'), bare);
    expect(named(profile, '复议案件')).toMatchObject({ otherNames: ['涉企行政复议案件', '行政复议案件'].sort((a, b) => a.length - b.length), unit: '件', support: { count: 3, of: 4 } });
    expect(profile.frames.filter(({ inherited }) => inherited)).toMatchObject([{ verb: '审结', support: { count: 2, of: 4 } }]);
    expect(profile.frames.some(({ unit }) => unit === '人')).toBe(false);
  });

  test('parts, growth, other years and ranges are no figures of their own', () => {
    const profile = learn(reports('上年受理行政复议案件17件，增长5.5%，其中市本级3件。', '上年受理行政复议案件27件，增长6.5%，其中市本级4件。', '去年受理行政复议案件3—5件，增长2%，其中市本级5件。'), bare);
    expect(profile.frames.map(({ name }) => name)).toEqual(['普法活动']);
  });

  test('decimals are those of most seeds', () => {
    expect(named(learn(reports('出庭应诉率98.33%。', '出庭应诉率97.52%。', '出庭应诉率100%。'), bare), '出庭应诉率')).toMatchObject({ decimals: 2, kind: 'percent' });
  });
});

describe('sentences', () => {
  test('are of the slot and topic where seeds give the figure, without numerals, places and titles', () => {
    const profile = learn(reports('全年受理行政复议案件17件，审结16件。', '某市受理行政复议案件21件，审结20件。', '依据《行政复议法》受理行政复议案件30件，审结28件。'), bare);
    const frame = named(profile, '行政复议案件')!;
    expect(frame.text).toBe('全年受理行政复议案件{0}件,审结{1}件');
    expect(profile.topics.find(({ id }) => id === frame.topic)?.name.zh).toBe('行政复议工作');
    expect(frame.evidence.map(({ seed }) => seed)).toEqual(['seed 0', 'seed 1', 'seed 2']);
  });

  test('of the built-in family hold no digit, and belong to a topic or slot that it has', () => {
    const profile = learn(seeds, school);
    expect(profile.frames.length).toBeGreaterThan(4);
    for (const frame of profile.frames) {
      expect(frame.text.replace(/\{\d\}/g, '')).not.toMatch(/\d|[《》]/);
      expect(frame.text).toContain(`{${frame.at}}${frame.unit}`);
      expect(profile.slots.some(({ id }) => id === frame.slot)).toBe(true);
      expect(frame.topic === null || profile.topics.some(({ id }) => id === frame.topic)).toBe(true);
      expect(frame.support.count).toBeGreaterThan(1);
    }
  });
});

test('every order and every split of the seeds gives the same bytes', () => {
  const whole = encodeProfile(learn(seeds, school));
  fc.assert(fc.property(fc.shuffledSubarray([...seeds], { minLength: seeds.length }), fc.nat(seeds.length), (order, cut) => {
    const [left, right] = [order.slice(0, cut), order.slice(cut)];
    return encodeProfile(merge(learn(left, school), learn(right, school), sharedSlots)) === whole;
  }), { numRuns: 10 });
});

describe('profiles without figures', () => {
  const old = JSON.parse(encodeProfile(learn(seeds, school))) as Record<string, unknown>;
  delete old['frames'];
  for (const seed of old['seeds'] as Record<string, unknown>[]) delete seed['figures'];

  test('are read, and can be merged with newer ones', () => {
    const decoded = decodeProfile(JSON.stringify(old));
    if (!decoded.ok) throw new Error(decoded.detail);
    expect(decoded.profile.frames).toEqual([]);
    expect(merge(decoded.profile, learn(reports('受理行政复议案件1件。', '受理行政复议案件2件。'), school), sharedSlots).frames.length).toBeGreaterThan(0);
  });

  test('a frame that is none is refused by name', () => {
    expect(decodeProfile(JSON.stringify({ ...old, frames: [{ name: 1 }] }))).toEqual({ ok: false, reason: 'shape', detail: 'frames[0]' });
  });
});
