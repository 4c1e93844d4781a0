/** Safe fixes settle: a second run changes nothing; and they touch nothing but what they say. */
import { describe, expect, test } from 'vitest';
import { analyse, mend, type Settings } from '../../server/src/analysis';
import { safeEdits } from '../../server/src/lint';
import { corpus, reports, seeds } from '../kit/corpus';
import { defects, injections } from '../kit/defects';
import { learnedFrom } from '../kit/judging';
import { random, randomEdit } from '../kit/random';
import { applyEdits } from '../kit/edits';
import { variants } from '../kit/variants';

const settings: Settings = { profile: learnedFrom(seeds), rules: {}, year: null };

/** The characters that no edit touches are the same before and after, in the same order. */
function expectUntouched(text: string): void {
  const edits = safeEdits(analyse(text, settings).findings()!);
  let kept = '';
  let from = 0;
  for (const { span } of edits) {
    expect(span.start).toBeGreaterThanOrEqual(from);
    kept += text.slice(from, span.start);
    from = span.end;
  }
  kept += text.slice(from);
  const mended = applyEdits(text, edits.map(({ span, text: written }) => ({ ...span, text: written })));
  let at = 0;
  for (const character of kept) {
    at = mended.indexOf(character, at) + 1;
    if (at === 0) expect.fail(`lost: ${character}`);
  }
  expect(mended.length).toBe(kept.length + edits.reduce((sum, edit) => sum + edit.text.length, 0));
}

function expectSettled(text: string): void {
  const once = mend(text, settings);
  expect(mend(once.text, settings)).toEqual({ text: once.text, fixed: 0 });
  if (once.fixed === 0) expect(once.text).toBe(text);
  expectUntouched(text);
}

describe('safe fixes', () => {
  test.each([...corpus, ...reports].map((text) => [text.name, text] as const))('%s', (_, { text }) => {
    expectSettled(text);
    if (text.length < 8_000) for (const clothes of variants) expectSettled(clothes.apply(text));
  });

  test.each(defects.map((defect) => [defect.kind, defect] as const))('%s', (_, defect) => {
    for (const { text } of seeds) for (const made of injections(text, defect, 1)) expectSettled(made.text);
  });

  test.each(seeds.map((seed) => [seed.name, seed] as const))('%s after random edits', (_, seed) => {
    for (let run = 1; run <= 8; run++) {
      const rng = random(run);
      let text = seed.text;
      for (let step = 0; step < 8; step++) text = applyEdits(text, [randomEdit(text, rng)]);
      expectSettled(text);
    }
  });

  test('a mended defect is gone where its fix is safe', () => {
    for (const kind of ['numbering gap', 'numbering repeat', 'chain gap', 'doubled mark 。。', 'stray half-width mark', 'wrong plan year in the heading', 'missing stop', 'comma between pairs', 'range dash']) {
      const defect = defects.find((one) => one.kind === kind)!;
      let mended = 0;
      for (const seed of [...seeds, ...reports]) {
        for (const made of injections(seed.text, defect, 2)) {
          const before = analyse(made.sound, settings).findings()!.filter(({ code }) => code === defect.code).length;
          const broken = analyse(made.text, settings).findings()!.filter(({ code, fix }) => code === defect.code && fix?.safety === 'safe').length;
          if (broken <= before) continue;
          mended++;
          expect(analyse(mend(made.text, settings).text, settings).findings()!.filter(({ code, fix }) => code === defect.code && fix?.safety === 'safe'), `${kind} in ${seed.name}: ${made.note}`).toEqual([]);
        }
      }
      expect(mended, kind).toBeGreaterThan(0);
    }
  });
});
