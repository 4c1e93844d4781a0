/**
 * What formatting promises of every text: twice is once; the same words in the same lines; what is quoted, addressed or coded byte for byte; no new finding, and none left
 * of what formatting covers.
 */

import { describe, expect, test } from 'vitest';
import { analyse, formatEdits, formatText } from '../../server/src/analysis';
import type { Analysis } from '../../server/src/analysis';
import { protectedPlaces } from '../../server/src/format';
import type { FormatOptions } from '../../server/src/format';
import { applyEdits as applyOwn } from '../../server/src/text';
import { corpus, reports, seeds } from '../kit/corpus';
import { defects, injections } from '../kit/defects';
import { applyEdits } from '../kit/edits';
import { learnedFrom } from '../kit/judging';
import { hostile, random, randomEdit } from '../kit/random';
import { fullWidth, hardWrapped, ontoOneLine, variants } from '../kit/variants';

const AUTO: FormatOptions = { width: 'auto', indent: 'auto' };
const OPTIONS: readonly FormatOptions[] = [AUTO, { width: 'full', indent: 'two' }, { width: 'half', indent: 'none' }];
const settings = { profile: learnedFrom(seeds), rules: {}, year: null };

/** Codes whose safe fixes formatting makes. */
const COVERED = ['text/punctuation-width', 'text/stray-space', 'text/doubled-mark', 'text/range-dash', 'metric/unit-spacing', 'numbering/sequence', 'numbering/mixed-style', 'numbering/enumeration'];

/** Han characters without the numerals of numbering: 一、 （一） 一是 第一部分. Told by their looks alone, not by the product's reading. */
const words = (text: string): string => text.replace(/[一二三四五六七八九十⼀⼆⼋⼗]{1,3}(?=\s*[、)）.．〕是部])/g, '').replace(/[^\p{Script=Han}⺀-⿟]/gu, '');
/** Decimals, times, sums with separators. */
const numbers = (text: string): readonly string[] => text.match(/\d+(?:[.,:：]\d+)+/g) ?? [];
const breaks = (text: string): string => text.replace(/[^\r\n]/g, '');
const kept = (text: string): readonly string[] => text.match(/《[^《》“”\n]*》|“[^“”《》\n]*”|https?:\/\/[\w./?=&%#-]+|`[^`\n]+`|<!--[^\n]*?-->/g) ?? [];

function expectGood(text: string, options: FormatOptions): string {
  const formatted = formatText(text, options);
  expect(formatText(formatted, options)).toBe(formatted);
  expect(breaks(formatted)).toBe(breaks(text));
  expect(words(formatted)).toBe(words(text));
  expect(numbers(formatted)).toEqual(numbers(text));
  expect(kept(formatted)).toEqual(kept(text));
  const { report } = analyse(text, settings);
  const edits = formatEdits(report, options);
  expect(applyOwn(text, edits)).toBe(formatted);
  return formatted;
}

const findings = (analysis: Analysis): readonly { readonly code: string; readonly start: number; readonly end: number; readonly safe: boolean }[] =>
  analysis.findings()!.map(({ code, span, fix }) => ({ code, start: span.start, end: span.end, safe: fix?.safety === 'safe' }));

function expectAgreement(text: string, options: FormatOptions): void {
  const before = analyse(text, settings);
  const after = analyse(formatText(text, options), settings);
  const left = findings(after);
  for (const code of new Set(left.map((finding) => finding.code))) {
    const count = (all: typeof left): number => all.filter((finding) => finding.code === code).length;
    // Half width on demand is what punctuation-width speaks against; and of many places it makes one finding where a few get one each.
    if (code !== 'text/punctuation-width') expect(count(left), code).toBeLessThanOrEqual(count(findings(before)));
  }
  const places = protectedPlaces(after.report);
  const inside = (start: number, end: number): boolean => places.some((place) => place.start <= start && end <= place.end);
  const value = after.text.value;
  const open = left.filter(({ code, start, end, safe }) => safe && COVERED.includes(code) && !inside(start, end) && !/[\r\n]/.test(value.slice(start, end)));
  const half = options.width === 'half' || (options.width === 'auto' && open.filter(({ code }) => code === 'text/punctuation-width').length === 1);
  expect(open.filter(({ code }) => !(half && code === 'text/punctuation-width')).map(({ code, start, end }) => `${code} ${value.slice(start - 6, end + 6)}`)).toEqual([]);
}

describe('formatting', () => {
  test.each([...corpus, ...reports].map((text) => [text.name, text] as const))('%s', (_, { text }) => {
    for (const options of OPTIONS) {
      expectGood(text, options);
      expectAgreement(text, options);
    }
    if (text.length < 6_000) {
      for (const clothes of variants) {
        expectGood(clothes.apply(text), AUTO);
        expectAgreement(clothes.apply(text), AUTO);
        if (text.length < 2_000) expectGood(clothes.apply(text), OPTIONS[1]!);
      }
    }
  });

  test.each(defects.map((defect) => [defect.kind, defect] as const))('%s', (_, defect) => {
    for (const { text } of [...seeds.slice(2), ...reports.slice(4, 7)]) for (const made of injections(text, defect, 1)) expectAgreement(made.text, AUTO);
  });

  test('after random edits', () => {
    for (let run = 1; run <= 24; run++) {
      const rng = random(run);
      let { text } = [...seeds, ...reports][run % (seeds.length + reports.length)]!;
      for (let step = 0; step < 12; step++) text = applyEdits(text, [randomEdit(text, rng)]);
      expectGood(text, OPTIONS[run % 3]!);
    }
  });

  test('one stray mark in a well-written text is all that changes', () => {
    const clean = formatText(fullWidth.apply(seeds[2]!.text), AUTO);
    const at = clean.indexOf('，', 900);
    expect(formatText(`${clean.slice(0, at)},${clean.slice(at + 1)}`, AUTO)).toBe(clean);
  });

  test.each(hostile(random(7)).map((input) => [input.name, input] as const))('hostile: %s', (_, input) => {
    const text = input.text().slice(0, 40_000);
    for (const options of OPTIONS) {
      const formatted = formatText(text, options);
      expect(formatText(formatted, options)).toBe(formatted);
      expect(breaks(formatted)).toBe(breaks(text));
    }
  });

  test('takes linear time', () => {
    const patterns: readonly ((n: number) => string)[] = [
      (n) => ontoOneLine(Array.from({ length: n }, () => seeds[2]!.text).join('\n'), ''),
      (n) => hardWrapped(Array.from({ length: n }, () => seeds[2]!.text).join('\n')),
      (n) => `2024年，推进 法治，办理 12 件,“规范,》执法（试行)。。\n`.repeat(n * 20),
      (n) => `${'（一） 推进法治，\n(二)推进法治。\n'.repeat(n * 20)}`,
      (n) => '“《推进'.repeat(n * 400),
    ];
    const time = (text: string): number => Math.min(...[1, 2].map(() => {
      const start = performance.now();
      formatText(text, AUTO);
      return performance.now() - start;
    }));
    for (const pattern of patterns) {
      time(pattern(8));
      let ratio = Infinity;
      for (let attempt = 0; attempt < 3 && ratio >= 8; attempt++) ratio = time(pattern(32)) / Math.max(time(pattern(8)), 8);
      expect(ratio).toBeLessThan(8);
    }
  });
});
