/** The variants judged on every real text: nothing lost, what is safe stays, and spans are carried along. */
import { describe, expect, test } from 'vitest';
import { corpus, corpusText, seeds } from './corpus';
import { applyEdits, inverse, spanMap } from './edits';
import { chineseNumeral, headingsOf, numeralValue, partsOf } from './reading';
import {
  crlf, hardWrapped, headingsOnOwnLine, headingsRunIn, markdown, ontoOneLine, shiftYears, spacedDigits, toFullWidth, toHalfWidth, variants, withIndent, withKangxi,
} from './variants';

const bare = (text: string): string => text.replace(/\s/g, '');

describe.each(variants)('$name', (variant) => {
  test.each(corpus)('$name: applies, repeats, undoes', ({ text }) => {
    const edits = variant.edits(text);
    const dressed = variant.apply(text);
    expect(applyEdits(text, edits)).toBe(dressed);
    expect(applyEdits(dressed, inverse(text, edits))).toBe(text);
    expect(variant.apply(text)).toBe(dressed);
  });
  test('changes something somewhere', () => {
    expect(corpus.some(({ text }) => variant.apply(text) !== text)).toBe(true);
  });
  test('an empty text stays empty', () => expect(variant.apply('')).toBe(''));
});

describe('width', () => {
  test.each(seeds)('$name: there and back', ({ text }) => expect(toHalfWidth(toFullWidth(text))).toBe(text));
  test('what is safe stays', () => {
    const kept = '时间15:24，见https://example.com/a?b=(1),c；邮箱name@example.com，比例3.5,1,000件。1.标题\nAB(ab), ok';
    expect(toFullWidth(kept)).toBe(kept);
  });
  test('Chinese neighbours turn marks', () => {
    expect(toFullWidth('(一)推进(试行)工作,见《纲要(2021-2025)》;好!对?发布时间:2024-02-22 15:24信息来源:局')).toBe(
      '（一）推进（试行）工作，见《纲要（2021-2025）》；好！对？发布时间：2024-02-22 15:24信息来源：局');
  });
  test('a lone bracket turns as well', () => expect(toFullWidth('机关(含县区')).toBe('机关（含县区'));
});

describe('layout', () => {
  test.each(corpus)('$name: no word is lost', ({ text }) => {
    for (const separator of ['', ' ', '　　'] as const) {
      expect(ontoOneLine(text, separator)).not.toMatch(/[\r\n]/);
      expect(bare(ontoOneLine(text, separator))).toBe(bare(text));
    }
    expect(bare(crlf(text))).toBe(bare(text));
    expect(bare(hardWrapped(text, 28, false))).toBe(bare(text));
    expect(bare(withIndent(text))).toBe(bare(text));
    expect(bare(spacedDigits(text))).toBe(bare(text));
    expect(bare(markdown(text).replace(/^#+ /gm, ''))).toBe(bare(text));
  });
  test('CRLF does not double', () => expect(crlf(crlf('a\nb\r\n'))).toBe('a\r\nb\r\n'));
  test('hard-wrapped lines are short, hang closing marks and carry page lines', () => {
    const wrapped = hardWrapped(seeds[0]!.text);
    for (const line of wrapped.split('\n')) expect(line.replace(/[A-Za-z0-9 ]/g, '').length + line.replace(/[^A-Za-z0-9 ]/g, '').length / 2).toBeLessThanOrEqual(32);
    expect(wrapped).not.toMatch(/^[，。、；,;]/m);
    expect(wrapped).toMatch(/^- 1 -$/m);
    expect(wrapped).toMatch(/^- 2 -$/m);
  });
  test('Markdown levels', () => {
    const text = markdown(corpusText('huaihua-2023').text);
    expect(text).toMatch(/^# 关于怀化市/);
    expect(text).toContain('\n## 一、2023年主要工作\n');
    expect(text).toContain('\n### (一)强化统筹协调,切实履行主体责任\n');
  });
  test('spaced digits', () => expect(spacedDigits('2023年共21件，占82.4%以上')).toBe('2023 年共 21 件，占 82.4% 以上'));
  test('Kangxi radicals fold back', () => {
    expect(withKangxi('一、大力推行工作')).toBe('⼀、⼤⼒推⾏⼯作');
    expect(withKangxi(seeds[0]!.text).replace(/[⼀-⿕]/g, (mark) => mark.normalize('NFKC'))).toBe(seeds[0]!.text);
  });
  test('own-line and run-in headings', () => {
    const chaoyang = corpusText('chaoyang-2024').text;
    expect(headingsOnOwnLine.apply(chaoyang)).toContain('(一)深入推动政府职能优化转变\n一是完成');
    expect(headingsRunIn.apply(headingsOnOwnLine.apply(chaoyang))).toBe(chaoyang);
    expect(headingsRunIn.apply(corpusText('jinpu-2023').text)).toContain('切实履行推进法治政府建设第一责任人职责。贯彻落实');
  });
});

describe('years', () => {
  test('move where it is safe, and back', () => {
    expect(shiftYears('2024年，见《2024年计划(2021-2025年)》，2021-2025年，2021—2025年，第十八届(2019)，发布2024-02-22，“2024年奖”', 1)).toBe(
      '2025年，见《2024年计划(2021-2025年)》，2021-2025年，2021—2025年，第十八届(2019)，发布2025-02-22，“2024年奖”');
  });
  test.each(corpus)('$name: there and back', ({ text }) => {
    expect(shiftYears(text, 2)).not.toBe(text);
    expect(shiftYears(shiftYears(text, 2), -2)).toBe(text);
  });
});

test('spans are carried with insertions and replacements', () => {
  const map = spanMap([{ start: 2, end: 2, text: 'xx' }, { start: 4, end: 6, text: 'y' }]);
  expect(map({ start: 0, end: 2 })).toEqual({ start: 0, end: 4 });
  expect(map({ start: 2, end: 3 })).toEqual({ start: 2, end: 5 });
  expect(map({ start: 3, end: 8 })).toEqual({ start: 5, end: 9 });
  expect(map({ start: 4, end: 6 })).toEqual({ start: 6, end: 7 });
  expect(map({ start: 6, end: 7 })).toEqual({ start: 7, end: 8 });
});

test('numerals', () => {
  for (const value of [1, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 111, 205, 999, 1000, 1001, 1010, 9999]) expect(numeralValue(chineseNumeral(value))).toBe(value);
  expect([10, 11, 20, 101, 110, 1001].map(chineseNumeral)).toEqual(['十', '十一', '二十', '一百零一', '一百一十', '一千零一']);
});

test('the kit reads the seeds right', () => {
  const shape = (name: string): string => headingsOf(corpusText(name).text).map((heading) => `${heading.level}${heading.number}`).join(' ');
  expect(shape('chaoyang-2024')).toBe('11 21 22 23 24 25 26 27 28 29 12 13 21 22 23 24');
  expect(shape('hebi-2019')).toBe('11 12 13');
  expect(shape('huaihua-2023')).toBe('11 21 22 23 24 25 26 12 13 21 22 23');
  expect(shape('jinpu-2023')).toBe('11 21 22 23 24 25 26 27 28 29 12');
  expect(shape('yanji-2020')).toBe('11 21 22 23 24 25 12');
  const roles = (name: string): string => partsOf(corpusText(name).text).map((part) => `${part.roles.join('+')}${part.heading ? '' : '*'}`).join(' ');
  expect(seeds.map((entry) => roles(entry.name))).toEqual([
    'results problems plan', 'results results problems+plan', 'results problems plan', 'results problems* plan', 'results problems plan*',
  ]);
});
