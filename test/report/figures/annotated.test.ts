/** What is found in texts annotated by hand: two seeds, two work reports, a disclosure report, reports written for the tests, and sentences of other genres. */
import { describe, expect, it } from 'vitest';
import { corpusText, reports } from '../../kit/corpus';
import { annotated, measure } from './annotation';

/** Written for the tests in the manner of other genres, and annotated before anything read them. */
const WRITTEN = ['procuratorate-2023', 'budget-2023', 'enterprise-2022', 'town-2020'];
const TEXTS = ['huaihua-2023', 'yanji-2020', 'nanshan-2014-opening', 'nanshan-2016-opening', 'hongze-2024', 'city-2026-one-line', 'snippets', ...WRITTEN];

describe('annotated texts', () => {
  it.each(TEXTS)('%s: figures, units, kinds and subjects', (name) => {
    const measured = measure(annotated(name));
    const faults = measured.faults.join('\n');
    expect(measured.f1, faults).toBeGreaterThanOrEqual(0.97);
    expect(measured.unit, faults).toBeGreaterThanOrEqual(0.97);
    expect(measured.kind, faults).toBeGreaterThanOrEqual(0.95);
    expect(measured.subject, faults).toBeGreaterThanOrEqual(0.85);
  });

  it('are the published texts, marks apart', () => {
    expect(annotated('huaihua-2023').text).toBe(corpusText('huaihua-2023').text);
    expect(annotated('yanji-2020').text).toBe(corpusText('yanji-2020').text);
    expect(annotated('hongze-2024').text).toBe(corpusText('info-disclosure-hongze/2024').text);
    expect(annotated('city-2026-one-line').text).toBe(reports.find(({ name }) => name === 'reports/09-city-2026-one-line')!.text);
    for (const [year, length] of [[2014, 4000], [2016, 2700]] as const) {
      const opening = annotated(`nanshan-${year}-opening`).text;
      expect(opening.length).toBeGreaterThan(length);
      expect(corpusText(`gov-work-nanshan/${year}`).text.startsWith(opening)).toBe(true);
    }
  });

  it('measuring sees what is missed, what is too many and what is misread', () => {
    const { text, figures } = annotated('yanji-2020');
    expect(measure({ text, figures: figures.slice(1) }).precision).toBeLessThan(1);
    expect(measure({ text, figures: [...figures, { start: 0, numeral: '2020', unit: '年', kind: 'duration', subject: '' }] }).recall).toBeLessThan(1);
    expect(measure({ text, figures: figures.map((figure) => ({ ...figure, unit: '座' })) }).unit).toBe(0);
  });
});
