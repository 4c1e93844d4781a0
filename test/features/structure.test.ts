/** The checklist of a draft: what is there, thin, missing; that every missing part can be put in and is then there; that it costs linear time. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis';
import type { Analysis } from '../../server/src/analysis';
import { insertionFor, progressText, structureDescription, structureOf } from '../../server/src/features';
import type { Structure, StructureItem } from '../../server/src/features';
import { applyEdits } from '../../server/src/text';
import { reports, seeds, workReports } from '../kit/corpus';
import { TIMED } from '../kit/timed';

const yearOf = ({ report }: Analysis): number | null => report.period.year;
const structure = (analysis: Analysis): Structure =>
  structureOf({ report: analysis.report, alignment: analysis.foreign() ? null : analysis.alignment(), findings: analysis.findings() ?? [], units: analysis.units, year: yearOf(analysis), language: 'zh' });
const every = (items: readonly StructureItem[]): readonly StructureItem[] => items.flatMap((item) => [item, ...every(item.children)]);
/** Lines like `✓ 一、主要工作`, with two blanks a level. */
const lines = (items: readonly StructureItem[], depth = 0): readonly string[] =>
  items.flatMap((item) => [`${'  '.repeat(depth)}${{ there: '✓', thin: '~', missing: '✗' }[item.state]} ${item.label}`, ...lines(item.children, depth + 1)]);

describe('a draft without a profile', () => {
  const text = '某市2024年度工作报告\n\n一、主要工作\n\n（一）抓办案\n\n受理申请173件，审结XX件。\n\n二、存在问题\n\n三、打算\n\n继续努力。\n';
  const read = structure(analyse(text, { profile: null, rules: {}, year: null }));
  it('is its sections', () => expect(lines(read.items)).toEqual(['✓ 一、主要工作', '  ✓ （一）抓办案', '~ 二、存在问题', '✓ 三、打算']));
  it('counts what stands in each', () => {
    const [first] = read.items;
    expect(first).toMatchObject({ figures: 1, blanks: 1 });
    expect(structureDescription(first!, 'zh')).toBe(`${first!.words}字 · 1项数据 · 待填1处`);
    expect(structureDescription(first!, 'en')).toBe(`${first!.words} characters · 1 figures · 1 to fill in`);
    expect(progressText(read, 'zh')).toMatch(/^待填1处/);
  });
});

describe.each([...seeds, ...reports].map(({ name, text }) => [name, text] as const))('%s', (_, text) => {
  const analysis = analyse(text);
  const read = structure(analysis);
  it('has every section once and in order', () => {
    const sections = every(read.items).flatMap(({ section }) => (section === null ? [] : [section]));
    expect(sections).toEqual(analysis.report.sections.map(({ index }) => index));
  });
  it('can have every missing part put in, which is then there', () => {
    const alignment = analysis.alignment();
    for (const item of every(read.items).filter(({ state }) => state === 'missing')) {
      const edits = alignment ? insertionFor(alignment, item.id, yearOf(analysis)) : [];
      if (edits.length === 0) continue;
      const after = structure(analyse(applyEdits(text, edits)));
      expect(every(after.items).find(({ id, state }) => id === item.id && state === 'missing')).toBeUndefined();
      expect(after.done).toBeGreaterThan(read.done);
    }
  });
  it('asks for nothing that is there', () => {
    const alignment = analysis.alignment();
    if (!alignment) return;
    for (const filled of new Set(alignment.fillings.map(({ slot }) => slot))) expect(insertionFor(alignment, `slot:${filled}`, null)).toEqual([]);
  });
});

it('takes linear time', TIMED, () => {
  const base = workReports[0]!.text;
  const timed = (times: number): number => {
    const analysis = analyse(base.repeat(times), { profile: null, rules: {}, year: null });
    analysis.findings();
    structure(analysis);
    return Math.min(...[1, 2, 3].map(() => {
      const begun = performance.now();
      structure(analysis);
      return performance.now() - begun;
    }));
  };
  expect(timed(16)).toBeLessThan(Math.max(timed(4), 2) * 12);
});
