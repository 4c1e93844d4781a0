/** No input makes anything throw, no rule fails on any, and every place a finding names lies in the text. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis';
import type { Finding } from '../../server/src/lint';
import { learn } from '../../server/src/learn';
import { families, grammar, sharedSlots, units } from '../../server/src/families';
import { corpus, reports } from '../kit/corpus';
import { applyEdits } from '../kit/edits';
import { analysed, learnedFrom } from '../kit/judging';
import { hostile, random, randomEdit } from '../kit/random';
import { seeds } from '../kit/corpus';
import { variants } from '../kit/variants';
import { TIMED } from '../kit/timed';

/** Far above what any of them takes here; a quadratic rule takes minutes on them. */
const SECONDS = 30;
const profile = learnedFrom(seeds);

/** Plain comparisons, since there may be a hundred thousand findings. */
function expectSound(text: string, findings: readonly Finding[]): void {
  let last = 0;
  for (const { code, message, span, related, fix } of findings) {
    if (code === 'lint/rule-failed') expect.fail(`${message.args['code']}: ${message.args['reason']}`);
    const edits = fix && findings.length < 2_000 ? fix.edits().map((edit) => edit.span) : [];
    for (const place of [span, ...related.map((other) => other.span), ...edits]) {
      if (place.start < 0 || place.start > place.end || place.end > text.length) expect.fail(`${code} at ${place.start}–${place.end} of ${text.length}`);
    }
    if (span.start < last) expect.fail(`${code} out of order`);
    last = span.start;
  }
}

describe('hostile input', () => {
  test.each(hostile(random(1)).map((input) => [input.name, input] as const))('%s', TIMED, (_, input) => {
    const text = input.text();
    // A text that is plainly no report is not checked by the rules of the family, so the large ones are checked without one.
    for (const chosen of text.length > 1_000_000 ? [null] : [profile, null]) {
      const start = performance.now();
      expectSound(text, analysed(text, chosen).findings()!);
      expect((performance.now() - start) / 1000).toBeLessThan(SECONDS);
    }
  });

  test('can be learned from', () => {
    const texts = hostile(random(2)).filter(({ name }) => !name.startsWith('10 MB')).map(({ name, text }) => ({ name, text: text().slice(0, 60_000) }));
    for (const family of [families[0]!, null]) {
      const learned = learn(texts, { grammar, units, shared: sharedSlots, family });
      expectSound(seeds[0]!.text, analyse(seeds[0]!.text, { profile: learned, rules: {}, year: null }).findings()!);
    }
  });

  test('appended to a real report, so that the rules are not spared', () => {
    for (const { text } of hostile(random(3)).filter(({ name }) => !name.startsWith('10 MB'))) {
      const value = `${seeds[2]!.text}\n${text().slice(0, 40_000)}`;
      expectSound(value, analysed(value, profile).findings()!);
    }
  });
});

describe('real texts', () => {
  test.each([...corpus, ...reports].map((text) => [text.name, text] as const))('%s, in all clothes and after edits', (_, { text }) => {
    const worn = text.length < 8_000 ? [text, ...variants.map((clothes) => clothes.apply(text))] : [text];
    for (const [i, value] of worn.entries()) {
      for (const chosen of i === 0 ? [profile, null] : [profile]) expectSound(value, analysed(value, chosen).findings()!);
      const rng = random(i + 1);
      let edited = value;
      for (let step = 0; step < 3; step++) {
        edited = applyEdits(edited, [randomEdit(edited, rng)]);
        expectSound(edited, analysed(edited, profile).findings()!);
      }
    }
  });
});
