/**
 * A report in other clothes is the same report: sections and slots are the same, and so are the findings but for those that the clothes themselves bring or take
 * away. Each exception is stated with its reason.
 */
import { describe, expect, test } from 'vitest';
import { fold } from '../../server/src/text';
import type { Analysis } from '../../server/src/analysis';
import type { Finding } from '../../server/src/lint';
import { seeds } from '../kit/corpus';
import { analysed, learnedWithout } from '../kit/judging';
import { shifted, variants, type Variant } from '../kit/variants';

/** Without blanks, page lines and hashes, in one width, years left out: what no clothes change. */
const bare = (part: string): string => fold(part).replace(/[-—] \d+ [-—]|[\s#]/g, '').replace(/(?:19|20)\d\d(?=年|-\d\d-\d\d)/g, 'Y');

interface Exception {
  readonly clothes: RegExp;
  readonly seed?: string;
  readonly code: string;
  readonly change: 'comes' | 'goes' | 'moves';
  readonly because: string;
}

const EXCEPTIONS: readonly Exception[] = [
  { clothes: /^full width/, code: 'text/punctuation-width', change: 'goes', because: 'the marks are full-width now' },
  { clothes: /^one line/, code: 'text/boilerplate', change: 'goes', because: 'what the page left is part of a paragraph and can no longer be told from it' },
  { clothes: /^one line/, code: 'text/missing-terminal', change: 'goes', because: 'no paragraph ends there any more' },
  { clothes: /^one line/, seed: 'yanji-2020', code: 'text/stray-space', change: 'comes', because: 'the blank that joins two paragraphs stands where the stop was missing' },
  { clothes: /^one line/, seed: 'jinpu-2023', code: 'structure/missing-title', change: 'comes', because: 'its broken title runs into the text' },
  { clothes: /^one line/, seed: 'huaihua-2023', code: 'text/punctuation-width', change: 'moves', because: 'the first half-width mark is in the line of the page, now read with the opening' },
  { clothes: /^hard-wrapped.*page lines/, code: 'text/boilerplate', change: 'comes', because: 'there are page lines' },
  { clothes: /^spaced digits/, seed: 'yanji-2020', code: 'metric/unit-spacing', change: 'goes', because: 'every unit stands behind a blank, so none stands out' },
  { clothes: /^(?:spaced digits|hard-wrapped)/, code: 'structure/missing-title', change: 'moves', because: 'it is shown at the first characters of the text, and other characters come first' },
  { clothes: /^years moved by 1/, seed: 'chaoyang-2024', code: 'year/stale-formula', change: 'comes', because: 'a formula of 2024 in a report on 2025' },
  { clothes: /^years moved by 1/, seed: 'yanji-2020', code: 'structure/missing-topic', change: 'comes', because: 'the outline of 2021 holds for a report on 2021' },
  { clothes: /^years moved by -1/, seed: 'hebi-2019', code: 'structure/missing-causes', change: 'goes', because: 'the norm was not yet in force for a report on 2018' },
];

const signature = (text: string, { severity, code, message, span }: Finding): string => `${severity} ${code} ${message.id} «${bare(text.slice(span.start, span.end)).slice(0, 16)}»${bare(text.slice(span.end, span.end + 24)).slice(0, 5)}`;
const codeOf = (line: string): string => line.split(' ')[1]!;

/** Lines of `a` that `b` lacks, repeats counted. */
function without(a: readonly string[], b: readonly string[]): readonly string[] {
  const left = [...b];
  return a.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function structureOf(analysis: Analysis, titles: boolean): readonly string[] {
  const alignment = analysis.alignment()!;
  const sections = analysis.report.sections.map((section) => `${section.depth} ${bare(section.marker?.written ?? '')}${titles ? bare(section.title) : ''} ${alignment.slotsOf[section.index]!.join()}`);
  const spoken = alignment.fillings.filter(({ by }) => by === 'passage' || by === 'mention').map(({ slot, by }) => `${by} ${slot}`);
  return [...sections, ...spoken];
}

const worn: readonly Variant[] = [...variants, shifted(1), shifted(-1)];

describe.each(seeds.map((seed) => [seed.name, seed, learnedWithout(seeds, seed)] as const))('%s', (_name, seed, profile) => {
  const plain = analysed(seed.text, profile);
  const before = plain.findings()!.map((finding) => signature(seed.text, finding));

  test.each(worn.map((clothes) => [clothes.name, clothes] as const))('%s', (_clothes, clothes) => {
    const text = clothes.apply(seed.text);
    const analysis = analysed(text, profile);
    // A heading on its own line that lost the line break and has no stop: no one could say where its words end.
    expect(structureOf(analysis, clothes.name !== 'one line, joined by nothing')).toEqual(structureOf(plain, clothes.name !== 'one line, joined by nothing'));
    expect(analysis.report.period.year! - plain.report.period.year!).toBe(clothes.layer === 'period' ? Number(/-?\d+$/.exec(clothes.name)![0]) : 0);

    const after = analysis.findings()!.map((finding) => signature(text, finding));
    const excused = (line: string, way: 'comes' | 'goes'): boolean =>
      EXCEPTIONS.some(({ clothes: which, seed: only, code, change }) => which.test(clothes.name) && (!only || only === seed.name) && code === codeOf(line) && (change === way || change === 'moves'));
    expect(without(before, after).filter((line) => !excused(line, 'goes'))).toEqual([]);
    expect(without(after, before).filter((line) => !excused(line, 'comes'))).toEqual([]);
  });
});

test('every exception is needed', () => {
  const idle = EXCEPTIONS.filter(({ clothes: which, seed: only, code }) => !seeds.some((seed) => (!only || only === seed.name) && worn.some((clothes) => {
    if (!which.test(clothes.name)) return false;
    const profile = learnedWithout(seeds, seed);
    const text = clothes.apply(seed.text);
    const before = analysed(seed.text, profile).findings()!.map((finding) => signature(seed.text, finding));
    const after = analysed(text, profile).findings()!.map((finding) => signature(text, finding));
    return [...without(before, after), ...without(after, before)].some((line) => codeOf(line) === code);
  })));
  expect(idle).toEqual([]);
});
