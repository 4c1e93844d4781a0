/**
 * Findings on unbroken reports, by a profile that never saw them. Each line of the files was read and judged: a careful editor would make it. A change here is a change
 * of what people see, so read the difference before taking it over.
 */
import { describe, expect, test } from 'vitest';
import { fillingsOf } from '../../server/src/align';
import { seeds, workReports, disclosureReports, type CorpusText } from '../kit/corpus';
import { analysed, check, findingsText, isLoud, learnedWithout } from '../kit/judging';

const STATUTORY = ['results', 'problems', 'plan'] as const;
const fileOf = ({ name }: CorpusText): string => `findings/${name.replace('gov-work-', '').replace('info-disclosure-', '').replace('/', '-')}.findings`;

describe('seeds, each left out', () => {
  test.each(seeds.map((seed) => [seed.name, seed] as const))('%s', async (_, seed) => {
    await expect(findingsText(seed.text, check(seed.text, learnedWithout(seeds, seed)))).toMatchFileSnapshot(fileOf(seed));
  });

  test.each(STATUTORY)('%s is recognised in five of five', (slot) => {
    for (const seed of seeds) expect(fillingsOf(analysed(seed.text, learnedWithout(seeds, seed)).alignment()!, slot), seed.name).not.toHaveLength(0);
  });

  test('a part that is only a paragraph, or shares its heading, is pointed out and not called missing', () => {
    const quiet = { 'jinpu-2023': 'structure/unheaded-section', 'yanji-2020': 'structure/unheaded-section', 'hebi-2019': 'structure/combined-section' } as const;
    for (const seed of seeds) {
      const structure = check(seed.text, learnedWithout(seeds, seed)).filter(({ code }) => code.startsWith('structure/'));
      expect(structure.filter(isLoud), seed.name).toEqual([]);
      const due = quiet[seed.name as keyof typeof quiet];
      expect(structure.filter(({ code }) => code === 'structure/unheaded-section' || code === 'structure/combined-section').map(({ code }) => code), seed.name).toEqual(due ? [due] : []);
    }
  });
});

describe('reports of other families, with what their other years teach and no norms', () => {
  const cases = [...workReports.map((text) => [text.name, text, workReports] as const), ...disclosureReports.map((text) => [text.name, text, disclosureReports] as const)];
  test.each(cases)('%s', async (_, text, all) => {
    const analysis = analysed(text.text, learnedWithout(all, text, 'none'));
    for (const slot of STATUTORY) expect(fillingsOf(analysis.alignment()!, slot), slot).not.toHaveLength(0);
    await expect(findingsText(text.text, analysis.findings()!)).toMatchFileSnapshot(fileOf(text));
  });
});
