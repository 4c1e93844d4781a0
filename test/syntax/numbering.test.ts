/** The reader of numbering on rows of marks: what each row means, and that one mistake is one verdict. */
import { describe, expect, it } from 'vitest';
import { markerAt, readNumbering } from '../../server/src/syntax';
import type { Mark, Verdict } from '../../server/src/syntax';
import { TIMED } from '../kit/timed';

/** `一 (一) 1 (1) ① #`: marks written short; # is a strong heading without a number. */
function row(written: string): readonly Mark[] {
  return written.split(' ').map((word) => {
    if (word === '#') return { style: 'plain', strong: true };
    if (word === '-') return { style: 'plain', strong: false };
    const mark = markerAt(/^\d+$/.test(word) ? `${word}.` : /^[一二三四五六七八九十]+$/.test(word) ? `${word}、` : word, 0);
    if (!mark) throw new Error(word);
    return mark;
  });
}

/** Verdicts that are not ok, by position: `2 gap 3`. */
const faults = (written: string): string =>
  readNumbering(row(written))
    .map((verdict, i) => (verdict.kind === 'ok' ? '' : `${i} ${verdict.kind}${'expected' in verdict ? ` ${verdict.expected}` : ''}${'style' in verdict ? ` ${verdict.style}` : ''}`))
    .filter(Boolean)
    .join(', ');

describe('right rows', () => {
  it.each([
    ['two levels', '一 (一) (二) 二 (一) (二) (三) 三'],
    ['four levels', '一 (一) 1 (1) (2) 2 (二) 1 2 二 (一)'],
    ['arabic right under the first level', '一 1 2 3 二 1 2'],
    ['only second level', '(一) (二) (三)'],
    ['parts begin anew', '# 一 二 三 # 一 二'],
    ['first level missing in between', '一 (一) (二) 二 三 (一) (二)'],
    ['lists under items', '一 (一) 1 2 3 (二) 1 2'],
  ])('%s', (_name, written) => expect(faults(written)).toBe(''));

  it('numbers through from parent to parent', () => {
    expect(faults('一 (一) 1 2 (二) 3 4 (三) 5')).toBe('4 continued, 6 continued'.replace('4', '5').replace('6 continued', '8 continued'));
  });
});

describe('one mistake, one verdict', () => {
  it.each([
    ['gap', '一 (一) (二) (四) (五) 二', '3 gap 3'],
    ['gap at the end', '一 二 四', '2 gap 3'],
    ['repeat that is not counted on', '一 二 二 四', '2 misnumbered 3'],
    ['repeat that is counted on', '一 二 二 三 四', '2 misnumbered 3'],
    ['a single wrong number', '一 二 六 四 五', '2 misnumbered 3'],
    ['run set back', '一 二 三 二 三 四', '3 misnumbered 4'],
    ['reset', '一 (一) (二) (一) (二) (三) 二', '3 reset 3'],
    ['late beginning', '二 三 四', '0 gap 1'],
    ['wrong beginning', '一 (二) (二) (三)', '1 misnumbered 1'],
    ['gap across parents', '一 (一) 1 2 (二) 4 5 (三) 6', '5 gap 3, 8 continued'],
    ['foreign mark in a run', '一 (一) (二) 3 (四)', '3 restyled 3 han-paren'],
    ['foreign mark at the first level', '一 (一) (二) 2 三', '3 restyled 2 han'],
    ['foreign mark at the beginning of a run', '一 1 (二) (三)', '1 restyled 1 han-paren'],
  ])('%s', (_name, written, expected) => expect(faults(written)).toBe(expected));

  it('keeps what follows a mistake at its level', () => {
    const verdicts = readNumbering(row('一 (一) (三) 二 (一) (二)'));
    expect(verdicts.map((verdict: Verdict) => verdict.rank)).toEqual([2, 3, 3, 2, 3, 3]);
  });
});

describe('the mistake of marks that are none', () => {
  it('takes a lone number for text', () => expect(faults('一 (一) (五) (二) (三)')).toMatch(/^2 (?:stray|misnumbered)/));
  it('takes an unnumbered line for text when the numbers run on', () => expect(faults('一 二 - 三 四')).toBe('2 stray'));
});

it('reads 100,000 marks in linear time', TIMED, () => {
  const mark = (i: number): Mark => ({ style: i % 3 ? 'han-paren' : 'han', ordinal: (i * 7) % 99 || 1 });
  const time = (count: number): number => {
    const marks = Array.from({ length: count }, (_, i) => mark(i));
    const start = performance.now();
    readNumbering(marks);
    return performance.now() - start;
  };
  time(2_000);
  const small = time(10_000);
  expect(time(100_000)).toBeLessThan(Math.max(small, 5) * 40);
});
