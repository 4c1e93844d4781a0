/**
 * Comparing two reports takes no more than linear time, whatever they are made of. Each pattern is compared with itself at a size and at four times that size; a
 * quadratic comparison takes sixteen times as long.
 */
import { describe, expect, test } from 'vitest';
import { copiedFrom, followThrough, leavesOf } from '../../server/src/align';
import { grammar, units } from '../../server/src/families';
import { compareReports } from '../../server/src/features';
import { parseReport } from '../../server/src/report';
import { workReports } from '../kit/corpus';
import { chineseNumeral } from '../kit/reading';

const MOST = 8;
const HEAD = '一、2024年工作情况\n扎实推进各项工作。\n';
const PLAN = '\n二、2025年工作安排\n';
const numeral = (i: number): string => chineseNumeral((i % 99) + 1);
const both = (row: (i: number) => string) => (n: number): string => {
  const rows = Array.from({ length: n }, (_, i) => row(i)).join('\n');
  return HEAD + rows + PLAN + rows;
};

const patterns: Readonly<Record<string, readonly [(n: number) => string, number]>> = {
  'the same sentence again and again': [both(() => '深入推进依法行政，规范行政执法，建设公共法律服务工作站。'), 500],
  'sentences that differ in a number': [both((i) => `深入推进依法行政，规范行政执法，办理各类案件${i}件。`), 500],
  'sentences that differ in a few characters': [both((i) => `建设${numeral(i)}${numeral(i * 7)}社区公共法律服务工作站，组织${numeral(i * 3)}期培训。`), 400],
  'items of chains': [both((i) => `${numeral(i)}是推进“工程${numeral(i * 5)}”建设，完成${i}件。`), 400],
  headings: [both((i) => `（${numeral(i)}）推进第${numeral(i * 3)}项工程\n完成${i}件。`), 400],
  'one long sentence': [(n) => `${HEAD}${'推进建设，“规范”《执法》，办理12件，'.repeat(n)}。${PLAN}${'推进建设，“规范”《执法》，办理12件，'.repeat(n)}。`, 500],
  'reports one behind the other': [(n) => Array.from({ length: n }, (_, i) => workReports[i % workReports.length]!.text).join('\n'), 2],
};

function milliseconds(last: string, now: string): number {
  return Math.min(...[1, 2].map(() => {
    const [previous, report] = [parseReport(last, grammar), parseReport(now, grammar)];
    const start = performance.now();
    compareReports({ previous, report, alignment: null, units, language: 'zh' });
    return performance.now() - start;
  }));
}

describe('linear time', () => {
  test.each(Object.entries(patterns))('%s', (_, [pattern, n]) => {
    const now = (size: number): string => pattern(size).replace(/2024年/g, '2025年').replace(/2025年工作安排/g, '2026年工作安排');
    milliseconds(pattern(n), now(n));
    let ratio = Infinity;
    // Another process may have had the machine while one of the two was timed.
    for (let attempt = 0; attempt < 3 && ratio >= MOST; attempt++) ratio = milliseconds(pattern(n * 4), now(n * 4)) / Math.max(milliseconds(pattern(n), now(n)), 12);
    expect(ratio).toBeLessThan(MOST);
  });
});

test('the answer does not depend on what was compared before', () => {
  const [a, b, c] = workReports.slice(0, 3).map(({ text }) => text) as [string, string, string];
  const fresh = (): string => JSON.stringify(followThrough(parseReport(a, grammar), parseReport(b, grammar), null));
  const first = fresh();
  followThrough(parseReport(b, grammar), parseReport(c, grammar), null);
  expect(fresh()).toBe(first);
  const report = parseReport(b, grammar);
  expect(followThrough(parseReport(a, grammar), report, null)).not.toBe(followThrough(parseReport(c, grammar), report, null));
});

test('promises and copied sentences stand where they say', () => {
  for (let i = 0; i + 1 < workReports.length; i++) {
    const previous = parseReport(workReports[i]!.text, grammar);
    const report = parseReport(workReports[i + 1]!.text, grammar);
    const fates = followThrough(previous, report, null);
    fates.forEach(({ item }, at) => {
      expect(item.index).toBe(at);
      if (item.parent !== null) expect(item.parent).toBeLessThan(at);
      expect(item.at.start).toBeLessThan(item.at.end);
      if (at > 0) expect(item.at.start).toBeGreaterThanOrEqual(fates[at - 1]!.item.at.end);
    });
    expect(leavesOf(fates.map(({ item }) => item)).length).toBeGreaterThan(50);
    for (const { at, before } of copiedFrom(previous, report).sentences) expect(at.end - at.start - (before.end - before.start)).toBeLessThan(12);
  }
});
