/** Section-aware edits: what the text is afterwards, in every layout that a report may have. */
import { describe, expect, it } from 'vitest';
import { insertSection, renumberSiblings, replaceYear, runsOf, yearLike } from '../../server/src/edit';
import { parseReport } from '../../server/src/report';
import type { Report } from '../../server/src/report';
import { applyEdits } from '../../server/src/text';
import type { Edit } from '../../server/src/text';
import { grammar } from '../kit/check';
import { seeds } from '../kit/corpus';
import { crlf, markdown, withIndent } from '../kit/variants';
import { TIMED } from '../kit/timed';

const read = (text: string): Report => parseReport(text, grammar);
const done = (report: Report, edits: readonly Edit[]): string => applyEdits(report.tree.text.value, edits);

describe('renumberSiblings', () => {
  const renumbered = (text: string, index: number): string => {
    const report = read(text);
    return done(report, renumberSiblings(report, report.sections[index]!));
  };
  it('changes numerals only, from the section to the end of its run', () => {
    expect(renumbered('一、甲\n(一)乙。文。\n(三)丙。文。\n(四)丁。文。\n二、戊\n(一)己。文。', 2)).toBe('一、甲\n(一)乙。文。\n(二)丙。文。\n(三)丁。文。\n二、戊\n(一)己。文。');
  });
  it('keeps width and enclosure', () => {
    expect(renumbered('一、甲\n１．乙。\n３．丙。', 2)).toBe('一、甲\n１．乙。\n２．丙。');
    expect(renumbered('一、甲\n①乙。\n③丙。\n④丁。', 2)).toBe('一、甲\n①乙。\n②丙。\n③丁。');
    expect(renumbered('一、甲\n㈠乙。\n㈢丙。', 2)).toBe('一、甲\n㈠乙。\n㈡丙。');
  });
  it('carries past nine', () => {
    const text = Array.from({ length: 12 }, (_, i) => `${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十一', '十二', '十三'][i]!}、标题${i}\n文。`).join('\n');
    expect(read(renumbered(text, 9)).sections.map((section) => section.marker!.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
  it('makes no edit where the number is right', () => {
    const report = read('一、甲\n文。\n二、乙\n文。');
    expect(renumberSiblings(report, report.sections[1]!)).toEqual([]);
  });
  it('gives up a number it cannot write rather than inventing one', () => {
    const report = read(`一、甲\n${Array.from({ length: 21 }, (_, i) => `${String.fromCharCode(0x2460 + Math.min(i, 19))}乙。`).join('\n')}`);
    expect(() => renumberSiblings(report, report.sections.at(-1)!)).not.toThrow();
  });
});

describe('runsOf', () => {
  it('parts lists that begin again, and joins lists that go on', () => {
    const report = read('一、甲\n1.乙。\n2.丙。\n又做：\n1.丁。\n2.戊。\n二、己\n3.庚。');
    const { previous } = runsOf(report);
    expect(report.sections.map((section) => previous[section.index]?.words ?? null)).toEqual([null, null, '乙', null, '丁', '甲', '戊']);
  });
  it('is linear', TIMED, () => {
    const report = read(Array.from({ length: 50_000 }, () => '1.标题').join('\n'));
    const start = performance.now();
    runsOf(report);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('insertSection', () => {
  const NEW = { title: '存在问题', body: ['有的单位重视不够。', '有的工作不够细致。'] };
  const inserted = (text: string, position: number, parent: number | null = null, content = NEW): string => {
    const report = read(text);
    return done(report, insertSection(report, { parent: parent === null ? null : report.sections[parent]!, position }, content));
  };
  const TEXT = '某市2024年工作报告\n2024年，我市扎实推进。\n一、主要工作\n各项工作有序推进。\n二、下一步打算\n坚持每月一学。\n2025年2月20日\n';

  it('puts one in between and counts on', () => {
    expect(inserted(TEXT, 1)).toBe('某市2024年工作报告\n2024年，我市扎实推进。\n一、主要工作\n各项工作有序推进。\n二、存在问题\n有的单位重视不够。\n有的工作不够细致。\n三、下一步打算\n坚持每月一学。\n2025年2月20日\n');
  });
  it('puts one first', () => expect(inserted(TEXT, 0)).toContain('2024年，我市扎实推进。\n一、存在问题\n有的单位重视不够。\n有的工作不够细致。\n二、主要工作\n'));
  it('puts one last, before the sign-off', () => expect(inserted(TEXT, 2)).toContain('坚持每月一学。\n三、存在问题\n有的单位重视不够。\n有的工作不够细致。\n2025年2月20日'));
  it('takes a position beyond the end for the end', () => expect(inserted(TEXT, 99)).toBe(inserted(TEXT, 2)));
  it('keeps line breaks and indents', () => {
    expect(inserted(crlf(withIndent(TEXT)), 1)).toContain('　　各项工作有序推进。\r\n　　二、存在问题\r\n　　有的单位重视不够。\r\n　　有的工作不够细致。\r\n　　三、下一步打算');
  });
  it('keeps blank lines and hashes of Markdown', () => {
    expect(inserted(markdown(TEXT), 1)).toContain('各项工作有序推进。\n\n## 二、存在问题\n\n有的单位重视不够。\n\n有的工作不够细致。\n\n## 三、下一步打算');
  });
  it('writes a run-in heading among run-in headings, in the width of the brackets', () => {
    const text = '一、主要工作\n(一)加强学习。组织专题学习。\n(二)健全制度。修订工作规则。\n二、打算\n继续努力。';
    expect(inserted(text, 1, 0, { title: '严格监督', body: ['开展专项检查。'] })).toBe('一、主要工作\n(一)加强学习。组织专题学习。\n(二)严格监督。开展专项检查。\n(三)健全制度。修订工作规则。\n二、打算\n继续努力。');
    expect(inserted(text, 2, 0, { title: '严格监督', body: ['开展专项检查。'] })).toContain('修订工作规则。\n(三)严格监督。开展专项检查。\n二、打算');
  });
  it('takes the form of the level from elsewhere, or from the standard', () => {
    const text = '一、主要工作\n（一）加强学习\n组织专题学习。\n二、打算\n继续努力。';
    expect(inserted(text, 0, 2, { title: '抓学习', body: ['每月一学。'] })).toContain('继续努力。\n（一）抓学习\n每月一学。');
    expect(inserted('一、主要工作\n各项工作有序推进。', 0, 0, { title: '抓学习', body: ['每月一学。'] })).toBe('一、主要工作\n各项工作有序推进。\n（一）抓学习\n每月一学。');
  });
  it('works on one line', () => {
    const text = '2024年，我市扎实推进各项工作，取得了明显成效。一、主要工作。各项工作有序推进，任务全部完成。二、下一步打算。坚持每月一学，每季一查。';
    expect(inserted(text, 1)).toContain('任务全部完成。二、存在问题。有的单位重视不够。有的工作不够细致。三、下一步打算。');
  });
  it('works on a text without a heading, and on none', () => {
    expect(inserted('各项工作有序推进。', 0)).toBe('各项工作有序推进。\n一、存在问题\n有的单位重视不够。\n有的工作不够细致。');
    expect(inserted('', 0)).toBe('一、存在问题\n有的单位重视不够。\n有的工作不够细致。');
  });
  it.each(seeds.map((seed) => [seed.name, seed.text] as const))('is read back from %s at every place', (_name, text) => {
    const report = read(text);
    for (const parent of [null, ...report.sections.filter((section) => section.depth === 1)]) {
      const siblings = parent ? parent.children : report.sections.filter((section) => section.depth === 1);
      for (let position = 0; position <= siblings.length; position++) {
        const after = read(done(report, insertSection(report, { parent, position }, { title: '新增内容', body: ['有的单位重视不够，工作还不够细致。'] })));
        expect(after.sections.length).toBe(report.sections.length + 1);
        const added = after.sections.find((section) => section.words === '新增内容');
        expect(added?.depth).toBe((parent?.depth ?? 0) + 1);
        expect(after.sections.filter((section) => section.verdict.kind !== 'ok')).toEqual([]);
      }
    }
  });
});

describe('replaceYear', () => {
  const replaced = (text: string, year: number): string => {
    const report = read(text);
    return done(report, replaceYear(report, { start: 0, end: text.indexOf('年') + 1 }, year));
  };
  it.each([
    ['2023年，我市', '2024年，我市'],
    ['２０２３年，我市', '２０２４年，我市'],
    ['二〇二三年，我市', '二〇二四年，我市'],
    ['二零二三年，我市', '二零二四年，我市'],
    ['2023 年，我市', '2024 年，我市'],
    ['2024年，我市', '2024年，我市'],
    ['去年，我市', '去年，我市'],
  ])('%s', (text, expected) => expect(replaced(text, 2024)).toBe(expected));
  it('writes zeros as the example does', () => expect([yearLike('二○一九', 2020), yearLike('2019', 2020)]).toEqual(['二○二○', '2020']));
});
