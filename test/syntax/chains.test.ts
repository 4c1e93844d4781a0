/** The reader of item chains on rows of numbers, with paragraphs and without. */
import { describe, expect, it } from 'vitest';
import { readChains } from '../../server/src/syntax';
import type { ChainMark, ChainVerdict } from '../../server/src/syntax';
import { TIMED } from '../kit/timed';

/** Paragraphs parted by `|`; `^` before a number says that the paragraph begins with it. */
function marks(written: string): readonly ChainMark[] {
  return written.split('|').flatMap((paragraph, i) =>
    paragraph.trim().split(/\s+/).filter(Boolean).map((word) => ({ ordinal: Number(word.replace('^', '')), paragraph: i, initial: word.startsWith('^') })));
}

const faults = (written: string, carried = 0): string =>
  readChains(marks(written), carried).map((verdict, i) => (verdict.kind === 'ok' ? '' : `${i} ${verdict.kind} ${verdict.expected}`)).filter(Boolean).join(', ');

const chains = (written: string): string => readChains(marks(written)).map((verdict) => verdict.chain).join(' ');

describe('numbers in a row', () => {
  const diagnose = (ordinals: readonly number[]): readonly ChainVerdict[] => readChains(ordinals.map((ordinal) => ({ ordinal, paragraph: 0, initial: false })));
  it('sees nothing in a right row', () => expect(diagnose([1, 2, 3, 4]).every((verdict) => verdict.kind === 'ok')).toBe(true));
  it.each([
    [[1, 2, 4, 5], '2 gap 3'],
    [[1, 2, 4, 4, 5], '2 misnumbered 3'],
    [[1, 1, 3, 4], '1 misnumbered 2'],
    [[1, 2, 2, 4], '2 misnumbered 3'],
    [[1, 2, 2, 3, 4], '2 misnumbered 3'],
    [[2, 3, 4], '0 late 1'],
    [[1, 3], '1 gap 2'],
  ] as const)('%j', (ordinals, expected) => expect(diagnose([...ordinals]).map((verdict, i) => (verdict.kind === 'ok' ? '' : `${i} ${verdict.kind} ${verdict.expected}`)).filter(Boolean).join(', ')).toBe(expected));
  it('takes a lone number for no item', () => expect(diagnose([3]).map((verdict) => verdict.kind)).toEqual(['stray']));
});

describe('right chains', () => {
  it.each([
    ['one behind the other', '1 2 3 1 2', '0 0 0 1 1'],
    ['by paragraph', '^1 | ^2 | ^3', '0 0 0'],
    ['by paragraph, inline inside', '^1 1 2 3 | ^2 1 2 | ^3', '0 1 1 1 0 2 2 0'],
    ['by paragraph with unmarked paragraphs', '^1 | | ^2 | | | ^3', '0 0 0'],
    ['introduced inline, then by paragraph', '1 | ^2 | ^3', '0 0 0'],
    ['two items in one paragraph', '^1 2 | ^3 4', '0 0 0 0'],
    ['a second chain by paragraph', '^1 | ^2 | ^1 | ^2 | ^3', '0 0 1 1 1'],
    
  ])('%s', (_name, written, expected) => {
    expect(faults(written)).toBe('');
    expect(chains(written)).toBe(expected);
  });
  it('finds a reading of nested chains on one line', () => expect(faults('1 1 2 2 1 2 3')).toBe(''));
  it('goes on behind a heading', () => expect(faults('^3 | ^4', 2)).toBe(''));
});

describe('one mistake, one verdict', () => {
  it.each([
    ['outer chain, inner ones right', '^1 1 2 3 | ^2 1 2 | ^4 1 2 | ^4', '7 misnumbered 3'],
    ['outer chain, inner one reaches the number', '^1 1 2 | ^3 1 2 | ^3', '3 misnumbered 2'],
    ['inner chain, outer right', '^1 1 2 4 | ^2 | ^3', '3 gap 3'],
    ['second chain of a paragraph', '1 2 3 1 3', '4 gap 2'],
    ['paragraph of another chain before', '^1 | ^2 | ^3 | 1 2 2 4', '5 misnumbered 3'],
    ['behind an inline introduction', '1 | ^2 | ^4', '2 gap 3'],
  ])('%s', (_name, written, expected) => expect(faults(written)).toBe(expected));
});

describe('no fault is found where another reading is as simple', () => {
  it('leaves an inline number alone that follows a chain by paragraphs', () => expect(faults('^1 | ^2 | ^3 2')).toBe('3 stray 2'));
  it('leaves a number alone that stands far behind its chain', () => expect(faults('1 2 3 | | | | 2')).toBe('3 stray 2'));
});

it('reads 100,000 marks in linear time', TIMED, () => {
  const time = (count: number): number => {
    const row = Array.from({ length: count }, (_, i): ChainMark => ({ ordinal: (i * 5) % 7 || 1, paragraph: i >> 2, initial: i % 4 === 0 }));
    const start = performance.now();
    readChains(row);
    return performance.now() - start;
  };
  time(2_000);
  const small = time(10_000);
  expect(time(100_000)).toBeLessThan(Math.max(small, 5) * 40);
});
