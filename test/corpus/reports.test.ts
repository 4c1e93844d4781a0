/**
 * Reports of other places, years and kinds of organ, against what the seeds taught: outlines written by hand, and every finding read and judged. Nothing here had a part in making
 * the profile or the rules.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reports, seeds } from '../kit/corpus';
import { analysed, findingsText, isLoud, learnedFrom, outlineText } from '../kit/judging';

/** Loud findings that a careful editor makes, by report; every other report has none. */
const LOUD: Readonly<Record<string, readonly string[]>> = {
  // Page lines of the PDF.
  'reports/04-district-2022-pdf': ['text/boilerplate'],
  // States no shortcomings at all.
  'reports/11-bureau-2019-no-problems': ['structure/missing-section'],
  // Head and foot of the web page it was copied from.
  'reports/12-district-2018': ['text/boilerplate', 'text/boilerplate', 'text/boilerplate'],
};

const profile = learnedFrom(seeds);

test('there are at least ten', () => {
  expect(reports.length).toBeGreaterThanOrEqual(10);
});

describe.each(reports.map((report) => [report.name, report] as const))('%s', (name, report) => {
  const analysis = analysed(report.text, profile);

  test('is read as its outline says', () => {
    expect(outlineText(analysis)).toBe(readFileSync(report.path.replace(/\.txt$/, '.outline'), 'utf8'));
    expect(analysis.report.period.sure).toBe(true);
    expect(analysis.foreign()).toBe(false);
  });

  test('has the findings that were judged', async () => {
    await expect(findingsText(report.text, analysis.findings()!)).toMatchFileSnapshot(`reports/${name.replace('reports/', '')}.findings`);
    expect(analysis.findings()!.filter(isLoud).map(({ code }) => code)).toEqual(LOUD[name] ?? []);
  });
});
