/** Cross references: which headings they point to, and that they follow when those get other numbers. */
import { describe, expect, it } from 'vitest';
import { insertSection, moveBehind, referencesOf, renumberSiblings } from '../../server/src/edit';
import { parseReport } from '../../server/src/report';
import type { Report } from '../../server/src/report';
import { applyEdits } from '../../server/src/text';
import type { Edit } from '../../server/src/text';
import { grammar } from '../kit/check';
import { corpus, reports } from '../kit/corpus';
import { crlf, fullWidth, hardWrapped, toHalfWidth } from '../kit/variants';

const read = (text: string): Report => parseReport(text, grammar);
const done = (report: Report, edits: readonly Edit[]): string => applyEdits(report.tree.text.value, edits);

/** A report whose second part holds `sentence`. */
const withSentence = (sentence: string): string =>
  `某市2024年工作报告\n一、主要工作\n（一）健全制度\n修订工作规则。\n（二）加强监督\n开展专项检查。\n1.抓整改。逐项销号。\n2.抓问责。严肃处理。\n3.抓长效。建章立制。\n二、存在问题\n${sentence}\n三、下一步打算\n坚持每月一学。`;

/** Steps as `numeral→heading words`. */
const pointed = (text: string): readonly string[] => {
  const report = read(text);
  return referencesOf(report).map(({ at, ordinal, among }) => `${text.slice(at.start, at.end)}→${among.filter((section) => section.marker!.ordinal === ordinal).map((section) => section.words).join('|')}`);
};

describe('referencesOf', () => {
  it.each([
    ['整改安排见第三部分。', ['三→下一步打算']],
    ['整改安排详见本报告第三部分。', ['三→下一步打算']],
    ['具体做法详见“一、（二）”。', ['一→主要工作', '二→加强监督']],
    ['具体做法见一（二）3.。', ['一→主要工作', '二→加强监督', '3→抓长效']],
    ['具体做法见第一部分第（二）项。', ['一→主要工作', '二→加强监督']],
    ['逐项落实第三部分所列举措。', ['三→下一步打算']],
    ['见第三部分所列举措，第一部分中已提到的不再重复。', ['三→下一步打算', '一→主要工作']],
    ['前述第一部分的第（一）项还要抓紧。', ['一→主要工作', '一→健全制度']],
  ])('%s', (sentence, expected) => expect(pointed(withSentence(sentence))).toEqual(expected));

  it.each([
    '《条例》第三条已有规定。', '有关方面的意见第三部分尚未落实。', '第三部分企业没有整改。', '常见一、二类问题较多。', '上述三项制度还要完善。', '见第九部分。', '见“一、（七）”。', '见附件第三部分。', '《方案》第三部分所列任务已经完成。',
    '见第二项。', '落实“一、二、三”工作法。', '可见（一）的做法有效。', '详见第一、二部分。',
  ])('reads none in: %s', (sentence) => {
    const report = read(withSentence(sentence));
    expect(referencesOf(report).filter(({ whole }) => whole).map(({ at }) => at)).toEqual([]);
  });

  it('reads an item from within its own section', () => {
    expect(pointed('一、主要工作\n（一）健全制度\n修订规则。\n（二）加强监督\n前述第（一）项已经落实。\n二、打算\n（一）学习\n按前述第（二）项办。\n（二）检查\n照办。')).toEqual(['一→健全制度', '二→检查']);
  });

  it('reads the same in every clothing', () => {
    const text = withSentence('整改安排见第三部分，做法详见“一、（二）”。');
    for (const worn of [crlf(text), toHalfWidth(text), fullWidth.apply(text), hardWrapped(text, 20, false)]) expect(pointed(worn).map((one) => one.slice(1)), worn).toEqual(['→下一步打算', '→主要工作', '→加强监督']);
  });
});

describe('references follow', () => {
  it('a section put in', () => {
    const text = withSentence('整改安排见第三部分，做法详见“一、（二）”。');
    const report = read(text);
    const after = done(report, insertSection(report, { parent: null, position: 0 }, { title: '总体情况', body: ['总体平稳。'] }));
    expect(after).toContain('整改安排见第四部分，做法详见“二、（二）”。');
    expect(after).toContain('四、下一步打算');
    const below = done(report, insertSection(report, { parent: report.sections[0]!, position: 0 }, { title: '抓学习', body: ['每月一学。'] }));
    expect(below).toContain('整改安排见第三部分，做法详见“一、（三）”。');
  });

  it('a section moved, and those it passes, in its own text as well', () => {
    const report = read('一、主要工作\n打算见第三部分。\n二、存在问题\n工作见第一部分，打算见第三部分。\n三、下一步打算\n问题见第二部分。');
    const [first, second, third] = report.sections;
    expect(done(report, moveBehind(report, second!, third!))).toBe('一、主要工作\n打算见第二部分。\n二、下一步打算\n问题见第三部分。\n三、存在问题\n工作见第一部分，打算见第二部分。');
    expect(done(report, moveBehind(report, first!, third!))).toBe('一、存在问题\n工作见第三部分，打算见第二部分。\n二、下一步打算\n问题见第一部分。\n三、主要工作\n打算见第二部分。');
  });

  const mended = (text: string): string => {
    const report = read(text);
    const wrong = report.sections.find((section) => section.verdict.kind !== 'ok')!;
    return done(report, renumberSiblings(report, wrong));
  };
  it('a gap closed, when they went by the numbers as written', () => {
    expect(mended('一、甲工作\n见第四部分、见第三部分。\n三、乙工作\n做好。\n四、丙工作\n做好。')).toBe('一、甲工作\n见第三部分、见第二部分。\n二、乙工作\n做好。\n三、丙工作\n做好。');
  });
  it('not when they went by the right ones, and not when nobody can tell', () => {
    expect(mended('一、甲工作\n见第二部分、见第三部分。\n三、乙工作\n做好。\n四、丙工作\n做好。')).toContain('见第二部分、见第三部分。');
    expect(mended('一、甲工作\n见第三部分。\n三、乙工作\n做好。\n四、丙工作\n做好。')).toContain('见第三部分。');
  });
  it('not when a number stands twice', () => {
    expect(mended('一、甲工作\n见第二部分。\n二、乙工作\n做好。\n二、丙工作\n做好。\n三、丁工作\n做好。')).toContain('见第二部分。');
  });
  it('keeps the digits as they are written', () => {
    const report = read('一、甲工作\n1.抓学习。见前述第３点。\n2.抓检查。办好。\n3.抓整改。办好。\n二、打算\n做好。');
    expect(done(report, insertSection(report, { parent: report.sections[0]!, position: 1 }, { title: '抓问责', body: ['严肃处理。'] }))).toContain('见前述第４点。');
  });
});

it('in real reports, what is read points to one heading', () => {
  for (const { name, text } of [...corpus, ...reports]) {
    for (const { among, ordinal, whole } of referencesOf(read(text))) if (whole) expect(among.filter((section) => section.marker!.ordinal === ordinal).length, name).toBe(1);
  }
});
