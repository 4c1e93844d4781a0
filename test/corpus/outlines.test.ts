/**
 * Structure of real reports, held against outlines written by hand from reading them: headings, levels, marks, run-in titles, slots. The profile never saw the report.
 * The files are the expectation: they are never regenerated.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { disclosureReports, seeds, workReports, type CorpusText } from '../kit/corpus';
import { analysed, learnedWithout, outlineText } from '../kit/judging';

const expected = (name: string): string => readFileSync(`test/corpus/outlines/${name}.outline`, 'utf8');
const fileOf = ({ name }: CorpusText): string => name.replace('gov-work-', '').replace('info-disclosure-', '').replace('/', '-');

describe.each([['law-based government', seeds, 'law'], ['work reports of a district', workReports, 'none'], ['disclosure reports', disclosureReports, 'none']] as const)('%s', (_, texts, family) => {
  test.each(texts.map((text) => [text.name, text] as const))('%s', (_name, text) => {
    expect(outlineText(analysed(text.text, learnedWithout(texts, text, family)))).toBe(expected(fileOf(text)));
  });
});
