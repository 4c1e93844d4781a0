/** A snapshot made from an earlier one is the snapshot made from nothing: same structure, same findings, and never more work. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, type Analysis, type Settings } from '../../server/src/analysis';
import type { Finding } from '../../server/src/lint';
import { seeds, reports, disclosureReports } from '../kit/corpus';
import { applyEdits } from '../kit/edits';
import { learnedFrom, outlineText } from '../kit/judging';
import { random, randomEdit } from '../kit/random';
import { asMarkdown, crlfEnds, fullWidth, hardWrap, oneLine } from '../kit/variants';

const settings: Settings = { profile: learnedFrom(seeds), rules: {}, year: null };
const STEPS = 12;

/** A finding with its fixes carried out: what an editor would get. */
const plain = ({ fix, alternatives, ...rest }: Finding): unknown => ({ ...rest, fix: fix && { ...fix, edits: fix.edits() }, alternatives: alternatives?.map((other) => ({ ...other, edits: other.edits() })) });
const answer = (analysis: Analysis): unknown => ({ outline: outlineText(analysis), roles: analysis.report.roles, period: analysis.report.period, findings: analysis.findings()!.map(plain) });

const texts: readonly (readonly [string, string])[] = [
  ...seeds.map(({ name, text }) => [name, text] as const),
  ...reports.slice(0, 6).map(({ name, text }) => [name, text] as const),
  [disclosureReports[0]!.name, disclosureReports[0]!.text],
  ...[fullWidth, oneLine(''), oneLine('　　'), hardWrap(), crlfEnds, asMarkdown].map((clothes) => [`${seeds[2]!.name}, ${clothes.name}`, clothes.apply(seeds[2]!.text)] as const),
];

describe('after each of a row of edits', () => {
  test.each(texts)('%s', (_, text) => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const rng = random(seed);
      let value = text;
      let previous = analyse(value, settings);
      previous.findings();
      for (let step = 0; step < STEPS; step++) {
        const edit = randomEdit(value, rng);
        value = applyEdits(value, [edit]);
        const next = analyse(value, settings, previous);
        const fresh = analyse(value, settings);
        expect(answer(next)).toEqual(answer(fresh));
        expect(next.counters().blocksRead).toBeLessThanOrEqual(fresh.counters().blocksRead);
        expect(next.counters().blockChecks).toBeLessThanOrEqual(fresh.counters().blockChecks);
        previous = next;
      }
    }), { numRuns: 3 });
  });
});

test('an earlier snapshot of another document does no harm', () => {
  for (const [, text] of texts) expect(answer(analyse(text, settings, analyse(seeds[0]!.text, settings)))).toEqual(answer(analyse(text, settings)));
});

test('other settings on the same text keep the report', () => {
  const first = analyse(seeds[0]!.text, settings);
  const second = analyse(seeds[0]!.text, { ...settings, rules: { 'text/pair-comma': 'error' } }, first);
  expect(second.report).toBe(first.report);
  expect(second.findings()!.filter(({ code }) => code === 'text/pair-comma').map(({ severity }) => severity)).toEqual(['error']);
  expect(analyse(seeds[0]!.text, { ...settings, rules: { 'text/pair-comma': 'off' } }, first).findings()!.some(({ code }) => code === 'text/pair-comma')).toBe(false);
});
