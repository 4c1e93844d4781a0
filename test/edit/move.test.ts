/** Moving a section among its siblings: what the text is afterwards, and that moving it back gives every byte back. */
import { describe, expect, it } from 'vitest';
import { moveSection } from '../../server/src/edit';
import { parseReport } from '../../server/src/report';
import type { Report, Section } from '../../server/src/report';
import { applyEdits } from '../../server/src/text';
import { grammar } from '../kit/check';
import { corpus, reports } from '../kit/corpus';
import { crlf } from '../kit/variants';

const read = (text: string): Report => parseReport(text, grammar);
const siblingsOf = (report: Report, section: Section): readonly Section[] => (section.parent ? section.parent.children : report.sections.filter((one) => one.parent === null));
/** The text after the section with words `words` has been put before the one with words `next`, or behind the last one. */
function moved(text: string, words: string, next: string | null): string {
  const report = read(text);
  const find = (wanted: string): Section => report.sections.find((section) => section.words === wanted)!;
  return applyEdits(text, moveSection(report, find(words), next === null ? null : find(next)));
}

describe('moveSection', () => {
  const text = '某市报告\n\n一、甲\n\n(一)子。文。\n\n(二)丑。文，见第三部分。\n\n二、乙\n\n文。\n\n三、丙\n\n文，见第一部分。\n\n某市政府\n2024年1月3日\n';
  it('moves up', () => {
    expect(moved(text, '丙', '甲')).toBe('某市报告\n\n一、丙\n\n文，见第二部分。\n\n二、甲\n\n(一)子。文。\n\n(二)丑。文，见第一部分。\n\n三、乙\n\n文。\n\n某市政府\n2024年1月3日\n');
  });
  it('moves down, before what closes the report', () => {
    expect(moved(text, '甲', null)).toBe('某市报告\n\n一、乙\n\n文。\n\n二、丙\n\n文，见第三部分。\n\n三、甲\n\n(一)子。文。\n\n(二)丑。文，见第二部分。\n\n某市政府\n2024年1月3日\n');
  });
  it('moves below a parent', () => {
    expect(moved(text, '丑', '子')).toBe(text.replace('(一)子。文。\n\n(二)丑。文，见第三部分。', '(一)丑。文，见第三部分。\n\n(二)子。文。'));
  });
  it('keeps the line breaks of the text', () => expect(moved(crlf(text), '丙', '乙')).toBe(crlf(moved(text, '丙', '乙'))));
  it('does nothing where it stands, and not across parents', () => {
    expect(moved(text, '乙', '乙')).toBe(text);
    expect(moved(text, '乙', '丙')).toBe(text);
    expect(moved(text, '子', '乙')).toBe(text);
  });
});

describe('on every real text', () => {
  const texts = [...corpus, ...reports];
  it.each(texts.map(({ name, text }) => [name, text] as const))('%s: to the front and back again gives every byte back', (_, text) => {
    const report = read(text);
    const ordered = report.sections.filter((section) => section.verdict.kind === 'ok');
    for (const section of ordered) {
      const siblings = siblingsOf(report, section);
      const at = siblings.indexOf(section);
      // Numbers that are wrong already are put right on the way, and a heading that is one with its neighbour's line keeps no gap of its own.
      if (at === 0 || siblings.some((one) => one.verdict.kind !== 'ok')) continue;
      const there = applyEdits(text, moveSection(report, section, siblings[0]!));
      expect(there).not.toBe(text);
      const after = read(there);
      const again = siblingsOf(after, after.sections[siblings[0]!.index]!);
      expect(again.map((one) => one.words).sort()).toEqual(siblings.map((one) => one.words).sort());
      const back = applyEdits(there, moveSection(after, again[0]!, again[at + 1] ?? null));
      expect(back).toBe(text);
    }
  });
});
