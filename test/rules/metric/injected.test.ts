/**
 * Recall and silence of the rules that recompute: sentences that agree are silent in any clothes, and of numbers made false nearly all are named, by the right code,
 * at the right place.
 */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/lint';
import { metricRules } from '../../../server/src/rules/metric';
import { checkText } from '../../kit/check';
import { disclosureReports, reports, seeds, workReports } from '../../kit/corpus';
import { injections } from '../../kit/defects';
import type { Injection } from '../../kit/defects';
import { metricDefects, soundSentences } from '../../kit/defects/metric';
import { random } from '../../kit/random';
import { variants } from '../../kit/variants';
import { annotated } from '../../report/figures/annotation';

const CODES = ['percent-range', 'missing-unit', 'sum-mismatch', 'ratio-mismatch', 'impossible-rate', 'growth-mismatch', 'inconsistent-value', 'unchanged', 'year-on-year'].map((name) => `metric/${name}`);
const rules = metricRules.filter((rule) => CODES.includes(rule.code));
const check = (text: string): readonly Finding[] => checkText(text, { rules });
const shown = (text: string, findings: readonly Finding[]): readonly string[] => findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);

describe('numbers that agree', () => {
  it.each([true, false])('are silent (full width: %s)', (full) => {
    for (let seed = 1; seed <= 60; seed++) {
      for (const { text } of soundSentences(random(seed), full)) {
        const draft = `一、主要工作\n加强工作。${text}取得实效。\n`;
        expect(shown(draft, check(draft)), text).toEqual([]);
      }
    }
  });
});

const LEAST = 0.95;
const TIMES = 6;
const texts = [...seeds, ...reports, ...workReports];
const CLOTHED = seeds.map(({ text }) => text);
const found = ({ text, at, defect }: Injection): boolean => check(text).some(({ code, span }) => code === defect.code && span.start <= at.end && span.end >= at.start);

describe.each(metricDefects.map((defect) => [defect.kind, defect] as const))('%s', (_kind, defect) => {
  it('is found, in any clothes', () => {
    const asTheyAre = texts.flatMap(({ text }) => injections(text, defect, TIMES));
    const made = [...asTheyAre, ...variants.flatMap((clothes) => CLOTHED.flatMap((text) => injections(text, defect, 3, 1, clothes)))];
    const missed = made.filter((injection) => !found(injection));
    expect(made.length).toBeGreaterThan(12);
    expect(1 - missed.length / made.length, missed.slice(0, 30).map(({ note }) => note).join('\n')).toBeGreaterThanOrEqual(LEAST);
  });
});

describe('texts of other genres', () => {
  const loud: Readonly<Record<string, readonly string[]>> = { 'town-2020': ['metric/missing-unit 4.8万'] };
  it.each(['procuratorate-2023', 'budget-2023', 'enterprise-2022', 'town-2020'])('%s agrees with itself', (name) => {
    const { text } = annotated(name);
    expect(shown(text, check(text))).toEqual(loud[name] ?? []);
  });
});

describe('one figure, two values', () => {
  const THINGS = ['受理行政复议案件|件', '审核行政规范性文件|件', '化解各类矛盾纠纷|起', '开展法治宣传活动|场次', '培训行政执法人员|人次'].map((entry) => entry.split('|') as [string, string]);
  const swapped = (value: number): number => Number([...String(value)].map((digit, i, all) => (i === all.length - 1 ? all[i - 1] : i === all.length - 2 ? all[i + 1] : digit)).join(''));
  const draft = ([thing, unit]: readonly [string, string], first: number, second: number): string =>
    `2024年，全年共${thing}${first}${unit}，各项工作取得新进展。\n一、主要工作\n（一）加强监督。坚持学用结合。全年${thing}${second}${unit}。\n二、下一步打算\n继续努力。\n`;
  const cases = Array.from({ length: 60 }, (_, i) => {
    const rng = random(i + 1);
    return { thing: rng.pick(THINGS), value: 101 + rng.int(8000), clothes: rng.pick(variants.filter(({ layer }) => layer === 'width')) };
  }).filter(({ value }) => swapped(value) !== value);

  it('is found where two digits changed places between opening and text', () => {
    const missed = cases.filter(({ thing, value, clothes }) => !check(clothes.apply(draft(thing, value, swapped(value)))).some(({ code }) => code === 'metric/inconsistent-value'));
    expect(missed.length / cases.length).toBeLessThanOrEqual(0.05);
  });
  it('is silent where it is one value', () => {
    for (const { thing, value, clothes } of cases) expect(check(clothes.apply(draft(thing, value, value)))).toEqual([]);
  });
});

describe('real texts', () => {
  /** Every finding in the texts of the tests, read and judged: two rates that no whole number gives, one that the sentence before contradicts, one growth that misses by one. */
  const READ: Readonly<Record<string, readonly string[]>> = {
    'chaoyang-2024': ['metric/growth-mismatch info 53.3%'],
    'huaihua-2023': ['metric/impossible-rate info 28.42%', 'metric/impossible-rate info 4.55%'],
    'yanji-2020': ['metric/ratio-mismatch info 16.5%'],
  };
  it.each([...texts, ...disclosureReports].map(({ name, text }) => [name, text] as const))('%s', (name, text) => {
    expect(check(text).map(({ code, severity, span }) => `${code} ${severity} ${text.slice(span.start, span.end)}`)).toEqual(READ[name] ?? []);
  });

  it('are the same in other clothes', () => {
    for (const { name, text } of seeds) {
      for (const clothes of variants) {
        const dressed = clothes.apply(text);
        expect(check(dressed).map(({ code }) => code), `${name} ${clothes.name}`).toEqual((READ[name] ?? []).map((one) => one.split(' ')[0]));
      }
    }
  });
});
