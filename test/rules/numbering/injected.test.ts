/**
 * Recall and silence of the rules on numbering and years: nothing is said on unbroken texts in any clothes, and of injected mistakes nearly all are named, by the
 * right code, at the right place, by one finding each, and mended by its fix.
 */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/lint';
import { numberingRules } from '../../../server/src/rules/numbering';
import { yearRules } from '../../../server/src/rules/year';
import { applyEdits } from '../../../server/src/text';
import { checkText } from '../../kit/check';
import { seeds, workReports, disclosureReports } from '../../kit/corpus';
import { defects, injections } from '../../kit/defects';
import type { Injection } from '../../kit/defects';
import { asMarkdown, shifted, variants } from '../../kit/variants';
import { TIMED } from '../../kit/timed';

const rules = [...numberingRules, ...yearRules];
const check = (text: string, family?: string): readonly Finding[] => checkText(text, { rules, ...(family ? { family } : {}) });
const shown = (text: string, findings: readonly Finding[]): readonly string[] => findings.map((finding) => `${finding.code} ${text.slice(finding.span.start, finding.span.end + 8)}`);

describe('unbroken texts', () => {
  it.each(seeds.map((seed) => [seed.name, seed.text] as const))('%s', (_name, text) => {
    for (const clothes of [null, ...variants, shifted(-1)]) {
      const dressed = clothes ? clothes.apply(text) : text;
      expect(shown(dressed, check(dressed, 'law-based-government')), clothes?.name).toEqual([]);
    }
  });
  it.each(workReports.map((one) => [one.name, one.text] as const))('%s', (_name, text) => {
    for (const clothes of [null, ...variants]) {
      const dressed = clothes ? clothes.apply(text) : text;
      expect(shown(dressed, check(dressed)), clothes?.name).toEqual([]);
    }
  });
  // As Markdown, rows of these tables become headings: the variant knows no tables.
  it.each(disclosureReports.map((one) => [one.name, one.text] as const))('%s', (_name, text) => {
    for (const clothes of [null, ...variants.filter((variant) => variant !== asMarkdown)]) {
      const dressed = clothes ? clothes.apply(text) : text;
      expect(shown(dressed, check(dressed)), clothes?.name).toEqual([]);
    }
  });
});

const LEAST = 0.97;
const TIMES = 3;
const mine = defects.filter((defect) => rules.some((rule) => rule.code === defect.code));

function judge(injection: Injection): { readonly found: boolean; readonly alone: boolean; readonly mended: boolean } {
  const findings = check(injection.text);
  const hit = findings.find((finding) => finding.code === injection.defect.code && finding.span.start <= injection.at.end && finding.span.end >= injection.at.start);
  const mended = hit?.fix ? check(applyEdits(injection.text, hit.fix.edits())).length === 0 : false;
  return { found: hit !== undefined, alone: findings.length === 1, mended };
}

describe('injected mistakes', () => {
  it('covers both groups', () => expect(new Set(mine.map((defect) => defect.code))).toEqual(new Set(['numbering/sequence', 'numbering/mixed-style', 'numbering/enumeration', 'year/plan-year', 'year/report-year', 'year/date-form'])));

  it('names nearly all, in any clothes, each once, and mends what it names', () => {
    const made = mine.flatMap((defect) => seeds.flatMap((seed) => [undefined, ...variants].flatMap((clothes) => injections(seed.text, defect, TIMES, 1, clothes))));
    const judged = made.map((injection) => ({ injection, ...judge(injection) }));
    const missed = judged.filter((one) => !one.found).map(({ injection }) => `${injection.defect.kind}: ${injection.note}`);
    const found = judged.filter((one) => one.found);
    expect(made.length).toBeGreaterThan(700);
    expect(found.length / made.length, missed.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(LEAST);
    expect(found.filter((one) => one.alone).length / found.length).toBeGreaterThanOrEqual(0.99);
    expect(found.filter((one) => one.mended).length / found.length).toBeGreaterThanOrEqual(0.99);
  });

  it('names every one in the texts as they are', () => {
    const made = mine.flatMap((defect) => seeds.flatMap((seed) => injections(seed.text, defect, 20)));
    const failed = made.filter((injection) => {
      const { found, alone, mended } = judge(injection);
      return !(found && alone && mended);
    });
    expect(failed.map(({ defect, note }) => `${defect.kind}: ${note}`)).toEqual([]);
  });
});

describe('time', () => {
  const inputs: readonly (readonly [string, (count: number) => string])[] = [
    ['headings cycling', (count) => Array.from({ length: count }, (_, i) => `${'一二三四五六七八九'[i % 9]}、标题`).join('\n')],
    ['the same heading', (count) => '二、标题\n'.repeat(count)],
    ['1. again and again', (count) => '1.标题\n'.repeat(count)],
    ['levels that skip', (count) => '一、标题\n（1）条目。\n'.repeat(count)],
    ['一是 again and again', (count) => '一是。'.repeat(count)],
    ['items out of order', (count) => Array.from({ length: count }, (_, i) => `${'一三二五四'[i % 5]}是事项。`).join('')],
    ['items by paragraph', (count) => `一、标题\n${'一是事项。\n三是事项。\n'.repeat(count)}`],
    ['dates', (count) => '2024年09月03日，24年，二〇二四年3月《'.repeat(count)],
    ['headings with years', (count) => '一、2024年工作安排\n2022年，我市将继续努力。\n'.repeat(count)],
  ];
  it.each(inputs)('is linear in %s', TIMED, (_name, make) => {
    const time = (count: number): number => {
      const text = make(count);
      const start = performance.now();
      check(text);
      return performance.now() - start;
    };
    time(300);
    const small = time(2_000);
    // Ten times the text, at most thirty times the time: a quadratic rule takes a hundred.
    expect(time(20_000)).toBeLessThan(Math.max(small, 8) * 30);
  });
});
