/** Learning is a map and a reduce: neither the order of the reports nor how they are split changes a byte of what comes out. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learnFromUris } from '../../server/src/analysis';
import { engine } from '../../server/src/cli/engine';
import { families, grammar, sharedSlots, units } from '../../server/src/families';
import { memoryHost } from '../../server/src/host';
import { learn, learner, merge, unlearned, type Schooling, type Seed } from '../../server/src/learn';
import { decodeProfile, encodeProfile, type Profile } from '../../server/src/profile';
import { seeds, workReports } from '../kit/corpus';
import { random, recombine } from '../kit/random';

const law: Schooling = { grammar, units, shared: sharedSlots, family: families[0]! };
const bare: Schooling = { ...law, family: null };
const many: readonly Seed[] = recombine(seeds.map(({ text }) => text), 24, random(3)).map((text, i) => ({ name: `report ${i}`, text }));
const bytes = (profile: Profile): string => encodeProfile(profile);
const mergeAll = (profiles: readonly Profile[]): Profile => profiles.reduce((a, b) => merge(a, b, sharedSlots));

/** Orders by the number that makes them, so that a counterexample is short. */
const order = fc.integer({ min: 1, max: 1_000_000 });
/** Every report in exactly one of up to four parts. */
const split = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: many.length, maxLength: many.length });
const partsOf = (sorted: readonly number[]): readonly (readonly Seed[])[] => [0, 1, 2, 3].map((part) => many.filter((_, i) => sorted[i] === part)).filter((part) => part.length > 0);
const runs = { numRuns: 12 };

describe.each([['with norms', law], ['without norms', bare]] as const)('%s', (_, school) => {
  const whole = bytes(learn(many, school));

  test('the order of the reports is of no account', () => {
    fc.assert(fc.property(order, (number) => {
      if (bytes(learn(random(number).shuffle(many), school)) !== whole) throw new Error(`order ${number} makes a difference`);
    }), runs);
  });

  test('any split, merged in any order, gives the same bytes', () => {
    fc.assert(fc.property(split, order, (parts, number) => {
      const profiles = random(number).shuffle(partsOf(parts).map((part) => learn(part, school)));
      if (bytes(mergeAll(profiles)) !== whole) throw new Error('this split makes a difference');
    }), runs);
  });

  test('merging is associative and commutative, and a profile merged with itself is itself', () => {
    const [a, b, c] = [many.slice(0, 5), many.slice(4, 11), many.slice(9)].map((part) => learn(part, school)) as [Profile, Profile, Profile];
    const both = (x: Profile, y: Profile): Profile => merge(x, y, sharedSlots);
    expect(bytes(both(a, b))).toBe(bytes(both(b, a)));
    expect(bytes(both(both(a, b), c))).toBe(bytes(both(a, both(b, c))));
    expect(bytes(both(a, a))).toBe(bytes(a));
    expect(bytes(both(a, unlearned(school)))).toBe(bytes(a));
  });

  test('the same report counts once, under whichever name comes first', () => {
    const twice = [...many, { name: 'a second name', text: many[0]!.text }];
    const profile = learn(twice, school);
    expect(profile.seeds).toHaveLength(new Set(many.map(({ text }) => text)).size);
    expect(profile.seeds.map(({ name }) => name)).toContain('a second name');
    expect(bytes(learn([...twice].reverse(), school))).toBe(bytes(profile));
  });

  test('a learner fed one by one learns the same', () => {
    const fed = learner(school);
    for (const seed of many) fed.add(seed);
    expect(bytes(fed.profile())).toBe(whole);
  });

  test('the file reads back to the same bytes', () => {
    const decoded = decodeProfile(whole);
    expect(decoded.ok && bytes(decoded.profile)).toBe(whole);
  });
});

describe('what was learned', () => {
  const profile = learn(seeds, law);

  test('the bundled profile is fresh', () => {
    expect(readFileSync('seeds/law-based-government/profile.json', 'utf8')).toBe(encodeProfile(profile));
  });

  test('the command line and the editor learn it from the files to the same bytes', async () => {
    const fresh = encodeProfile(profile);
    const texts = (async function* () {
      for (const { path, text } of seeds) yield { name: basename(path), text };
    })();
    const learned = await engine.learn(texts, 'law-based-government');
    expect(learned.ok && learned.profile).toBe(fresh);
    const host = memoryHost(Object.fromEntries(seeds.map(({ path, text }) => [`file:///work/seeds/${basename(path)}`, text])));
    const inEditor = await learnFromUris(host, ['file:///work/seeds'], 'law-based-government', new Map(), { turn: () => Promise.resolve(), cancelled: () => false });
    expect(inEditor && encodeProfile(inEditor)).toBe(fresh);
  });

  test('the three parts that every seed has are learned from all five, with a witness in each', () => {
    for (const id of ['results', 'problems', 'plan']) {
      const slot = profile.slots.find((one) => one.id === id)!;
      expect(slot.support, id).toEqual({ count: 5, of: 5 });
      expect(new Set(slot.evidence.map(({ seed }) => seed)), id).toEqual(new Set(seeds.map(({ name }) => name)));
    }
  });

  test('evidence is the words of the seed it names', () => {
    const sources = new Map(seeds.map(({ name, text }) => [name, { text: text.replace(/\s/g, ''), year: Number(/\d+$/.exec(name)![0]) }]));
    for (const place of [...profile.slots, ...profile.topics]) {
      for (const { seed, text } of place.evidence) {
        const { text: source, year } = sources.get(seed)!;
        const quoted = text.replace(/\{year\+1\}/g, String(year + 1)).replace(/\{year-1\}/g, String(year - 1)).replace(/\{year\}/g, String(year));
        expect(source.includes(quoted.replace(/\s/g, '')), `${place.id} in ${seed}: ${text}`).toBe(true);
      }
    }
  });

  test('names of documents count once a seed, whatever their marks; a place\'s own are not shared', () => {
    const seed = (name: string, text: string): Seed => ({ name, text: `某市2024年工作报告\n一、工作\n${text}\n` });
    const of = [seed('a', '落实《实施纲要（2021—2025年）》《甲市办法》，再落实《实施纲要（2021—2025年）》。'), seed('b', '落实《实施纲要(2021-2025年)》。'), seed('c', '落实《贯彻〈实施纲要〉方案》。')];
    expect(learn(of, bare).cited).toEqual([{ name: '实施纲要(2021-2025年)', support: { count: 2, of: 3 } }]);
    expect(learn(of.slice(0, 1), bare).cited.map(({ name }) => name)).toContain('甲市办法');
    expect(learn(of, bare).seeds.map(({ cited }) => cited)).toContainEqual(['贯彻〈实施纲要〉方案']);
  });

  test('a profile of schema 1 is read, without names', () => {
    const { cited, ...old } = JSON.parse(encodeProfile(profile)) as Record<string, unknown>;
    expect(cited).toHaveLength(1);
    const decoded = decodeProfile(JSON.stringify({ ...old, schema: 1, seeds: (old['seeds'] as Record<string, unknown>[]).map((seed) => ({ ...seed, cited: undefined })) }));
    expect(decoded.ok && [decoded.profile.cited, decoded.profile.seeds.map((seed) => seed.cited)]).toEqual([[], profile.seeds.map(() => [])]);
  });

  test('years in headings are abstracted', () => {
    const headings = profile.slots.flatMap(({ headings }) => headings.map(({ text }) => text));
    expect(headings).toContain('{year+1}年工作安排');
    expect(headings.filter((text) => /20\d\d年/.test(text))).toEqual([]);
  });

  test('without norms, five years of one work report have results and plan with headings and problems without', () => {
    const learned = learn(workReports, bare);
    for (const id of ['results', 'problems', 'plan']) expect(learned.slots.find((slot) => slot.id === id)?.support, id).toEqual({ count: 5, of: 5 });
    expect(new Set(learned.slots.find(({ id }) => id === 'plan')!.evidence.map(({ by }) => by))).toEqual(new Set(['heading']));
    expect(new Set(learned.slots.find(({ id }) => id === 'problems')!.evidence.map(({ by }) => by))).toEqual(new Set(['passage']));
  });
});
