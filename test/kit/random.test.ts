/** The random makers judged: repeatable, sane numbering, wanted sizes, valid edits, hostile inputs as named. */
import { expect, test } from 'vitest';
import { corpus, seeds } from './corpus';
import { applyEdits } from './edits';
import { grow, hostile, random, randomEdit, recombine } from './random';
import { headingsOf, partsOf } from './reading';

const texts = seeds.map((entry) => entry.text);
const wellFormed = (text: string): boolean => !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Every sibling run counts 1, 2, 3 … */
function saneNumbering(text: string): boolean {
  const last = new Map<number, number>();
  return headingsOf(text).every((heading) => {
    const expected = (last.get(heading.group) ?? 0) + 1;
    last.set(heading.group, heading.number);
    return heading.number === expected;
  });
}

test('a seed number gives one sequence, spread evenly, and neighbours differ', () => {
  const draw = (seed: number): readonly number[] => Array.from({ length: 5 }, random(seed).next);
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  const firsts = Array.from({ length: 1000 }, (_, seed) => random(seed).int(10));
  for (let digit = 0; digit < 10; digit += 1) expect(firsts.filter((value) => value === digit).length).toBeGreaterThan(60);
  expect([...random(1).shuffle([1, 2, 3, 4])].sort()).toEqual([1, 2, 3, 4]);
});

test('recombined reports: repeatable, different, complete, numbered 1, 2, 3 …', () => {
  const reports = recombine(texts, 60, random(1));
  expect(recombine(texts, 60, random(1))).toEqual(reports);
  expect(new Set(reports).size).toBe(60);
  for (const report of reports) {
    expect(saneNumbering(report)).toBe(true);
    expect(partsOf(report).flatMap((part) => part.roles)).toEqual(expect.arrayContaining(['results', 'problems', 'plan']));
    expect(report).not.toContain('undefined');
  }
});

test.each([5_000, 60_000, 1_000_000])('grown to %i bytes', (size) => {
  for (const text of texts) {
    if (!headingsOf(text).some((heading) => heading.level === 2)) continue;
    const draft = grow(text, size);
    expect(Math.abs(bytes(draft) - size)).toBeLessThan(size / 10);
    expect(saneNumbering(draft)).toBe(true);
    if (size > 50_000) expect(new Set(headingsOf(draft).filter((heading) => heading.level === 1).map((heading) => draft.slice(heading.start, heading.end))).size).toBeGreaterThan(4);
  }
});

test('writers\' edits stay inside the text and split no surrogate pair', () => {
  const kinds = new Set<string>();
  for (const { text } of corpus) {
    const rng = random(42);
    let draft = `𠮷${text}𠮷`;
    for (let i = 0; i < 60; i += 1) {
      const edit = randomEdit(draft, rng);
      kinds.add(edit.kind);
      expect(edit.start).toBeGreaterThanOrEqual(0);
      expect(edit.end).toBeGreaterThanOrEqual(edit.start);
      expect(edit.end).toBeLessThanOrEqual(draft.length);
      draft = applyEdits(draft, [edit]);
      expect(wellFormed(draft)).toBe(true);
    }
  }
  expect(kinds.size).toBeGreaterThanOrEqual(8);
  expect(randomEdit('', random(3)).start).toBe(0);
});

test('hostile inputs are what they are called', () => {
  const inputs = hostile(random(5));
  expect(new Set(inputs.map((input) => input.name)).size).toBe(inputs.length);
  const text = (name: string): string => inputs.find((input) => input.name === name)!.text();
  expect(text('10 MB of "一"').length).toBe(3_333_333);
  expect(bytes(text('10 MB of "#"'))).toBe(10_000_000);
  expect(wellFormed(text('lone surrogates'))).toBe(false);
  expect(text('CRs only')).not.toContain('\n');
  expect(text('100,000 headings 1. … ').split('\n').length).toBe(100_000);
});
