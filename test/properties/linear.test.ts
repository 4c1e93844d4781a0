/**
 * No pattern of text takes more than linear time. Each pattern is checked at a size and at four times that size; the bound leaves room for a busy machine, and a
 * quadratic rule is far beyond it.
 */
import { describe, expect, test } from 'vitest';
import { analysed, learnedFrom } from '../kit/judging';
import { reports, seeds } from '../kit/corpus';
import { chineseNumeral } from '../kit/reading';
import { fullWidth, hardWrapped, ontoOneLine } from '../kit/variants';

const profile = learnedFrom(seeds);
/** Four times the text may take this many times as long: a quadratic rule takes sixteen. */
const MOST = 8;
const rows = (row: (i: number) => string, head = '') => (n: number): string => head + Array.from({ length: n }, (_, i) => row(i)).join('\n');
const HEAD = '一、2024年法治政府建设工作情况\n深入推进法治政府建设，依法行政。\n';
const LAW = '深入推进法治政府建设，依法行政，规范行政执法。';
const numeral = (i: number): string => chineseNumeral((i % 99) + 1);

/** A pattern by the number of its repeats, and how many take some hundredths of a second. */
const patterns: Readonly<Record<string, readonly [(n: number) => string, number]>> = {
  'first-level headings': [rows((i) => `${numeral(i)}、推进法治政府建设\n${LAW}`), 2_000],
  'second-level headings': [rows((i) => `（${numeral(i)}）推进法治政府建设。${LAW}`, HEAD), 2_000],
  'third-level headings': [rows((i) => `${(i % 99) + 1}.推进法治政府建设。${LAW}`, `${HEAD}（一）推进法治\n`), 2_000],
  'the same heading again and again': [rows(() => '（一）推进法治政府建设\n依法行政。', HEAD), 2_000],
  'headings without text': [rows(() => '一、法治政府建设'), 4_000],
  paragraphs: [rows((i) => `深入推进法治政府建设，依法行政，办理${i}件。`, HEAD), 4_000],
  'items by paragraph': [rows((i) => `${numeral(i)}是推进法治政府建设，依法行政，办理${i}件。`, HEAD), 3_000],
  'items in one paragraph': [(n) => HEAD + Array.from({ length: n }, (_, i) => `${numeral(i)}是推进法治政府建设，办理${i}件。`).join(''), 3_000],
  'one long sentence': [(n) => `${HEAD}${'深入推进法治政府建设，依法行政，“规范”《执法》（试行），办理12件，'.repeat(n)}。`, 2_000],
  'one long paragraph': [(n) => HEAD + '2024年，深入推进法治政府建设。虽然取得一定成绩。'.repeat(n), 3_000],
  'a long table': [(n) => `${HEAD}依法行政。\n${'法治 1 2 3\n'.repeat(n)}`, 5_000],
  'allow comments': [(n) => HEAD + '<!-- allow text/placeholder: x -->\n法治政府建设办理XX件。\n'.repeat(n), 2_000],
  'allow comments in a row': [(n) => `${HEAD}${'<!-- allow text/placeholder: x -->\n'.repeat(n)}${'法治政府建设办理XX件。'.repeat(150)}`, 5_000],
  placeholders: [(n) => HEAD + '法治政府建设办理XX件。\n'.repeat(n), 4_000],
  'marks without their other half': [(n) => HEAD + '（法治政府“依法《行政。\n'.repeat(n), 2_000],
  'reports one behind the other': [(n) => Array.from({ length: n }, (_, i) => reports[i % reports.length]!.text).join('\n'), 60],
  'a seed many times on one line': [(n) => ontoOneLine(Array.from({ length: n }, () => fullWidth.apply(seeds[2]!.text)).join('\n'), ''), 12],
  'a seed many times, hard-wrapped': [(n) => hardWrapped(Array.from({ length: n }, () => seeds[2]!.text).join('\n')), 12],
};

/** Milliseconds of the fastest of three checks, each from nothing. */
function milliseconds(text: string): number {
  return Math.min(...[1, 2, 3].map(() => {
    const start = performance.now();
    analysed(text, profile).findings();
    return performance.now() - start;
  }));
}

describe('linear time', () => {
  test.each(Object.entries(patterns))('%s', (_, [pattern, n]) => {
    const small = pattern(n);
    const large = pattern(n * 4);
    expect(analysed(large, profile).foreign()).toBe(false);
    milliseconds(small);
    let ratio = Infinity;
    // Another process may have had the machine while one of the two was timed.
    for (let attempt = 0; attempt < 3 && ratio >= MOST; attempt++) ratio = milliseconds(large) / Math.max(milliseconds(small), 8);
    expect(ratio).toBeLessThan(MOST);
  });
});
