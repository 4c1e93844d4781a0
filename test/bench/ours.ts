/** What the benchmark measures of Reportwright itself: a check from nothing, findings after keys typed into an open document, and learning. */
import { DEFAULT_SETTINGS, analyse, type Analysis } from '../../server/src/analysis';
import { families, grammar, sharedSlots, units } from '../../server/src/families';
import { learn as learnProfile } from '../../server/src/learn';
import { rules } from '../../server/src/rules';
import type { Rule } from '../../server/src/rules';
import { random } from '../kit/random';

/** Milliseconds from a keystroke to the findings after it. */
export interface Keystrokes {
  readonly median: number;
  readonly p95: number;
}

const KEYS = 300;
/** Keys before the clock counts: a person who types has a warm server. */
const WARM_UP = 40;
const TYPED = '依法推进工作，受理3件。';

/**
 * A full check (read, align, all rules) of one text against the bundled profile, nothing reused; the number of findings. A text of another family, which the program
 * would not check, is checked without a profile, so that no tool is spared the work.
 */
export function check(text: string): number {
  return checkBy(text, rules);
}

const wordRules = rules.filter((rule) => rule.group !== 'metric');

/** The same without the rules that read figures: what they add is the difference. */
export function checkWithoutFigures(text: string): number {
  return checkBy(text, wordRules);
}

function checkBy(text: string, only: readonly Rule[]): number {
  const analysis = analyse(text, { ...DEFAULT_SETTINGS, only });
  return (analysis.foreign() ? analyse(text, { ...DEFAULT_SETTINGS, profile: null, only }, analysis) : analysis).findings()!.length;
}

/** Types words at some dozen places all over the text, key by key, and asks for the findings after each key. */
export function keystrokes(text: string): Keystrokes {
  const rng = random(7);
  const times: number[] = [];
  let analysis: Analysis = analyse(text, DEFAULT_SETTINGS);
  analysis.findings();
  let at = 0;
  for (let key = 0; key < WARM_UP + KEYS; key++) {
    const typed = key % TYPED.length;
    if (typed === 0) at = rng.int(analysis.text.value.length);
    const { value } = analysis.text;
    const next = value.slice(0, at + typed) + TYPED[typed]! + value.slice(at + typed);
    const start = performance.now();
    analysis = analyse(next, DEFAULT_SETTINGS, analysis);
    analysis.findings();
    if (key >= WARM_UP) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1]!, p95: times[Math.floor(times.length * 0.95)]! };
}

/** Learns a profile of the first family from all texts; the number of slots. */
export function learn(texts: readonly string[]): number {
  const seeds = texts.map((text, i) => ({ name: `report ${i}`, text }));
  return learnProfile(seeds, { grammar, units, shared: sharedSlots, family: families[0]! }).slots.length;
}
