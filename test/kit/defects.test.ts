/** The defect generators judged: every kind finds a place, points at it, can be undone, and repeats itself exactly. */
import { describe, expect, test } from 'vitest';
import { corpus, seeds } from './corpus';
import { defects, inject, injections } from './defects';
import { applyEdits } from './edits';
import { random } from './random';
import { asMarkdown, crlfEnds, fullWidth, hardWrap, oneLine } from './variants';

const texts = [...corpus.map((entry) => entry.text), ...seeds.map((entry) => fullWidth.apply(entry.text))];

describe.each(defects)('$kind', (defect) => {
  const made = texts.flatMap((text) => [1, 2, 3, 4].flatMap((seed) => {
    const broken = defect.apply(text, random(seed));
    return broken ? [{ text, seed, broken }] : [];
  }));

  test('finds a place in at least one seed, in its own or in full width', () => {
    const own = seeds.flatMap((entry) => [entry.text, fullWidth.apply(entry.text)]);
    expect(own.some((text) => defect.apply(text, random(1)) !== null)).toBe(true);
  });

  test('breaks the text, points into it and undoes', () => {
    for (const { text, broken } of made) {
      expect(broken.text).not.toBe(text);
      expect(broken.at.start).toBeGreaterThanOrEqual(0);
      expect(broken.at.start).toBeLessThan(broken.at.end);
      expect(broken.at.end).toBeLessThanOrEqual(broken.text.length);
      expect(applyEdits(broken.text, broken.undo)).toBe(text);
      expect(broken.note).not.toBe('');
    }
  });

  test('is the same again for the same seed number', () => {
    for (const { text, seed, broken } of made) expect(defect.apply(text, random(seed))).toEqual(broken);
  });
});

/** What must stand at `at`, by kind: the note alone could lie. */
const SHOWS: readonly (readonly [RegExp, RegExp])[] = [
  [/^numbering|^repeated heading/, /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d+\.).+/],
  [/→ 3\./, /^\d+\.(?!\d)/],
  [/→ 2\./, /^\d+\.(?!\d)/],
  [/→ 二\./, /^[一二三四五六七八九十]+\./],
  [/^chain (?:gap|repeat)/, /^[一二三四五六七八九十]+是/],
  [/^chain label lost/, /^(?![一二三四五六七八九十]+是)[^]*[一二三四五六七八九十]+是$/],
  [/^wrong/, /^20\d\d年$/],
  [/^leading zero/, /(?:^|年)\d\d月\d\d日$/],
  [/^short year/, /^\d\d年$/],
  [/^range dash/, /^2021-2025年$/],
  [/^unclosed/, /^[“《（(]/],
  [/^stray [”》）)]/, /^[”》）)]$/],
  [/^doubled phrase/, /^(.{4,6})\1$/],
  [/^doubled mark 。/, /^。。$/],
  [/^doubled mark ，/, /^[，,]。$/],
  [/^missing stop/, /^\p{Script=Han}$/u],
  [/^stray half-width/, /^[,;:]$/],
  [/^stray space/, /^ $/],
  [/^comma between/, /^、$/],
  [/^added sentence/, /^[^。]+。$/],
  [/^lost unit/, /\d[万亿]?余?$/],
  [/^rate with digits swapped/, /^\d+(?:\.\d+)?$/],
  [/^rate over/, /^1\d+(?:\.\d+)?$/],
  [/^emptied/, /^(?:[一二三四五六七八九十]+、|[(（])/],
  [/^deleted/, /[^]/],
  [/^swapped/, /^[一二三四五六七八九十]+、[^]*[一二三四五六七八九十]+、[^\n]*$/],
];

test.each(defects)('$kind: the span shows it', (defect) => {
  const shape = SHOWS.find(([kind]) => kind.test(defect.kind))?.[1];
  for (const text of texts) {
    for (const made of injections(text, defect, 6, 11)) {
      const cut = made.text.slice(made.at.start, made.at.end);
      if (shape) expect(cut).toMatch(shape);
      else expect(cut).toBe(defect.kind.replace(/^\S+ /, '').replace(/^(?=待补充|TODO)/, cut[0]!).replace(/(?<=待补充|TODO)$/, cut.at(-1)!));
    }
  }
});

test('numbering defects leave every other heading as it was', () => {
  const gap = defects.find((defect) => defect.kind === 'numbering gap')!;
  for (const { text } of seeds) {
    for (const made of injections(text, gap, 8)) {
      const strip = (all: string): string => all.replace(/[一二三四五六七八九十]+/g, '#');
      expect(strip(made.text)).toBe(strip(text));
    }
  }
});

test('a deleted part is gone and the first level still runs 一、二、', () => {
  for (const defect of defects.filter((candidate) => candidate.code === 'structure/missing-section')) {
    for (const { text } of seeds) {
      const made = inject(text, defect, 1);
      if (!made) continue;
      expect(made.text.length).toBeLessThan(text.length - 60);
      const firstLevel = [...made.text.matchAll(/^([一二三四五六七八九十]+)、/gm)].map((match) => match[1]);
      expect(firstLevel).toEqual(['一', '二', '三', '四'].slice(0, firstLevel.length));
    }
  }
});

test.each([oneLine(''), oneLine('　　'), crlfEnds, hardWrap(), asMarkdown])('in the clothes of $name the span still shows the defect', (clothes) => {
  let shown = 0;
  for (const defect of defects) {
    for (const { text } of seeds) {
      const plain = inject(text, defect, 5);
      const made = inject(text, defect, 5, clothes);
      if (!plain || !made) continue;
      const bare = (all: string): string => all.replace(/- \d+ -|[\s#]/g, '');
      expect(bare(made.text.slice(made.at.start, made.at.end))).toBe(bare(plain.text.slice(plain.at.start, plain.at.end)));
      shown += 1;
    }
  }
  expect(shown).toBeGreaterThan(60);
});

test('different seed numbers break different places', () => {
  const gap = defects.find((defect) => defect.kind === 'numbering gap')!;
  expect(injections(seeds[0]!.text, gap, 40).length).toBeGreaterThan(6);
});
