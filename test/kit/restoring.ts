/**
 * How many injected defects are mended to the very text they were made from, by kind and clothing. A defect is made in a text that has nothing safe to mend, so that
 * what is compared is the whole text: what comes out must be what was there.
 */
import { mend, type Settings } from '../../server/src/analysis';
import type { Finding } from '../../server/src/lint';
import type { Profile } from '../../server/src/profile';
import { applyEdits } from '../../server/src/text';
import type { CorpusText } from './corpus';
import { injections, type Defect, type Injection } from './defects';
import { applyEdits as clothesOn, inverse, spanMap, type Edit } from './edits';
import type { Rate } from './foundrate';
import { check } from './judging';
import { freshFindings, isFound } from './measuring';
import { random } from './random';
import type { Variant } from './variants';

/** What became of one defect. `unseen`: no finding, so nothing to mend; that is another test's matter. */
export type Outcome = 'restored' | 'otherwise' | 'unmended' | 'unseen';

export interface Restoring {
  readonly kind: string;
  readonly clothes: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly note: string;
}

const settingsFor = (profile: Profile): Settings => ({ profile, rules: {}, year: null });

/** The text in the clothes, with all that is safe mended: what a defect is made in. */
export const settled = (text: string, profile: Profile, clothes?: Variant): string => mend(clothes ? clothes.apply(text) : text, settingsFor(profile)).text;

/** The findings that an injection brought, of its own code and at its place. */
function due(made: Injection, profile: Profile): readonly Finding[] {
  const fresh = freshFindings(made, check(made.sound, profile), check(made.text, profile));
  return fresh.filter((finding) => isFound(made, [finding]));
}

/** Mends what the injection broke: fix-all where the fix is safe, the finding's own fix where it is only suggested. */
function mended(made: Injection, finding: Finding, profile: Profile): string | null {
  if (!finding.fix) return null;
  return finding.fix.safety === 'safe' ? mend(made.text, settingsFor(profile)).text : applyEdits(made.text, finding.fix.edits());
}

/** The first place where two texts differ, with what stands there in each. */
function difference(wanted: string, got: string): string {
  let at = 0;
  while (at < wanted.length && wanted[at] === got[at]) at++;
  const cut = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 10), at + 16));
  return `${cut(wanted)} became ${cut(got)}`;
}

function outcomeOf(made: Injection, profile: Profile): { readonly outcome: Outcome; readonly note: string } {
  const findings = due(made, profile);
  if (findings.length === 0) return { outcome: 'unseen', note: made.note };
  const results = findings.map((finding) => mended(made, finding, profile)).filter((text): text is string => text !== null);
  if (results.length === 0) return { outcome: 'unmended', note: made.note };
  const wanted = made.mended ?? made.sound;
  if (results.includes(wanted)) return { outcome: 'restored', note: '' };
  return { outcome: 'otherwise', note: `${made.note}: ${difference(wanted, results[0]!)}` };
}

/**
 * The same break made in a text that wears the clothes already; null where the clothes cut through what is broken. Clothes put on afterwards would dress the
 * broken text otherwise than the sound one, and no mending could then give it back.
 */
function brokenInClothes(base: string, made: Injection, undo: readonly Edit[], clothes: Variant): Injection | null {
  const dressing = clothes.edits(base);
  const sound = clothesOn(base, dressing);
  const place = spanMap(dressing);
  const edits: Edit[] = [];
  for (const edit of inverse(made.text, undo)) {
    const { start, end } = place(edit);
    if (edit.start === edit.end) edits.push({ start: end, end, text: edit.text });
    else if (sound.slice(start, end) === base.slice(edit.start, edit.end)) edits.push({ start, end, text: edit.text });
    else return null;
  }
  return { ...made, sound, text: clothesOn(sound, edits), at: spanMap(edits)(place(spanMap(undo)(made.at))) };
}

/** Breaks of one kind in a text that has nothing safe to mend, in its clothes. */
function breaks(text: string, profile: Profile, defect: Defect, times: number, clothes: Variant | undefined): readonly Injection[] {
  // Line ends hide nothing from the generators; other layouts do.
  const direct = !clothes || clothes.layer === 'width' || clothes.name === 'CRLF';
  const base = settled(text, profile, direct ? clothes : undefined);
  if (direct) return injections(base, defect, times);
  return Array.from({ length: times }, (_, seed) => defect.apply(base, random(seed + 1))).flatMap((made, seed) => {
    // What was added may come out otherwise in other clothes.
    if (!made || made.mended !== undefined) return [];
    const { undo, ...plain } = made;
    const worn = brokenInClothes(base, { ...plain, defect, seed, sound: base }, undo, clothes);
    return worn && mend(worn.sound, settingsFor(profile)).text === worn.sound ? [worn] : [];
  });
}

/** Every defect of the kinds, `times` in each text and clothing, mended. */
export function restorings(texts: readonly CorpusText[], profileFor: (text: CorpusText) => Profile, kinds: readonly Defect[], clothes: readonly (Variant | undefined)[], times: number): readonly Restoring[] {
  return texts.flatMap((text) => clothes.flatMap((worn) => kinds.filter((defect) => !defect.needsLines || !worn || worn.keepsLines).flatMap((defect) =>
    breaks(text.text, profileFor(text), defect, times, worn).map((made) => ({ kind: defect.kind, clothes: worn?.name ?? 'as it is', text: text.name, ...outcomeOf(made, profileFor(text)) })))));
}

/** Restored of all that was seen, by kind. */
export function ratesOf(all: readonly Restoring[]): ReadonlyMap<string, Rate> {
  const rates = new Map<string, Rate>();
  for (const { kind, outcome } of all) {
    if (outcome === 'unseen') continue;
    const { found, of } = rates.get(kind) ?? { found: 0, of: 0 };
    rates.set(kind, { found: found + (outcome === 'restored' ? 1 : 0), of: of + 1, extra: 0 });
  }
  return rates;
}
