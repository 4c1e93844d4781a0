/**
 * The exact work of a check and of a keystroke: blocks read and block checks made. Times depend on the machine, these do not; they may only fall. After a change that is meant to
 * raise one, `COUNTERS=write npx vitest run test/properties/counters` writes the file anew, and the difference says what it costs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse, type Analysis, type Settings } from '../../server/src/analysis';
import { seeds } from '../kit/corpus';
import { learnedFrom } from '../kit/judging';
import { grow } from '../kit/random';
import { hardWrapped, ontoOneLine } from '../kit/variants';

interface Work {
  readonly blocksRead: number;
  readonly blockChecks: number;
}
type Counters = Readonly<Record<string, Work>>;

const FILE = 'test/bench/counters.json';
const settings: Settings = { profile: learnedFrom(seeds), rules: {}, year: null };
const source = seeds.find(({ name }) => name === 'huaihua-2023')!.text;
const worked = (analysis: Analysis): Work => {
  analysis.findings();
  return analysis.counters();
};

/** The work of one key at a place, in a document that was checked before. */
function keystroke(text: string, place: number, key: string): Work {
  const before = analyse(text, settings);
  before.findings();
  return worked(analyse(text.slice(0, place) + key + text.slice(place), settings, before));
}

function measured(): Counters {
  const drafts = {
    '5 kB': grow(source, 5_000),
    '60 kB': grow(source, 60_000),
    '1 MB': grow(source, 1_000_000),
    '60 kB on one line': ontoOneLine(grow(source, 60_000), ''),
    '1 MB on one line': ontoOneLine(grow(source, 1_000_000), ''),
    '60 kB hard-wrapped': hardWrapped(grow(source, 60_000)),
  };
  const keys = Object.entries(drafts).flatMap(([name, text]): readonly (readonly [string, Work])[] => {
    const inText = text.indexOf('。', text.length >> 1);
    return [
      [`a letter in ${name}`, keystroke(text, inText, '实')],
      [`a stop in ${name}`, keystroke(text, inText, '。')],
      [`a line break in ${name}`, keystroke(text, inText + 1, '\n')],
    ];
  });
  return Object.fromEntries([...seeds.map((seed) => [`check of ${seed.name}`, worked(analyse(seed.text, settings))] as const), ...keys]);
}

test('no more work than is written down', () => {
  const now = measured();
  if (process.env['COUNTERS'] === 'write') writeFileSync(FILE, `${JSON.stringify(now, null, 1)}\n`);
  const known = JSON.parse(readFileSync(FILE, 'utf8')) as Counters;
  expect(Object.keys(now)).toEqual(Object.keys(known));
  for (const [name, work] of Object.entries(now)) {
    expect(work.blocksRead, `blocks read: ${name}`).toBeLessThanOrEqual(known[name]!.blocksRead);
    expect(work.blockChecks, `block checks: ${name}`).toBeLessThanOrEqual(known[name]!.blockChecks);
  }
});

test('a keystroke costs the same in a small document and in a large one', () => {
  const known = JSON.parse(readFileSync(FILE, 'utf8')) as Counters;
  for (const [name, { blocksRead, blockChecks }] of Object.entries(known)) {
    if (!/^a (?:letter|stop) in .*(?:B|line)$/.test(name)) continue;
    expect(blocksRead, name).toBeLessThanOrEqual(2);
    expect(blockChecks, name).toBeLessThanOrEqual(2);
  }
});
