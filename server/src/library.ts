/**
 * What `import 'reportwright'` gives: three functions over plain values. No LSP, no Node APIs, no files: it runs in a browser.
 */

import { DEFAULT_SETTINGS, analyse } from './analysis';
import { bundledProfile, families, grammar, sharedSlots } from './families';
import { diagnosticOf, outlineOf } from './features';
import type { DiagnosticJson, Outline } from './features';
import { learn, merge } from './learn';
import type { Seed } from './learn';
import type { Language, RuleSettings } from './lint';
import type { Profile } from './profile';

export type { DiagnosticJson, Outline, Profile, Seed };
export { mergeProfiles };

/** Options of a check; all may be left out. */
export interface CheckOptions {
  /** A learned profile, or null to check without one; by default the bundled family that the text belongs to. */
  readonly profile?: Profile | null;
  /** Id of a bundled family, in place of `profile`. */
  readonly family?: string;
  readonly year?: number;
  readonly rules?: RuleSettings;
  /** Language of the messages, Chinese by default. */
  readonly language?: Language;
}

/** The structure of a report: title, year, sections, and which slot each fills. Never throws. */
export function parseReport(text: string, options: Pick<CheckOptions, 'profile' | 'family' | 'year'> = {}): Outline {
  const analysis = analyse(text, settingsOf(options));
  return outlineOf(analysis.report, analysis.alignment());
}

/** Learns a profile from reports, in any order; `family` names a bundled family whose norms it carries, and is bare without. */
export function learnProfile(reports: Iterable<Seed>, options: { readonly family?: string } = {}): Profile {
  const family = options.family ? (families.find((known) => known.id === options.family) ?? null) : null;
  return learn(reports, { grammar, shared: sharedSlots, family });
}

/** Findings of a report, in document order. Never throws. */
export function checkReport(text: string, options: CheckOptions = {}): readonly DiagnosticJson[] {
  const analysis = analyse(text, settingsOf(options));
  return (analysis.findings() ?? []).map((finding) => diagnosticOf(finding, analysis.text, options.language ?? 'zh'));
}

function settingsOf(options: CheckOptions): typeof DEFAULT_SETTINGS {
  const profile = options.profile !== undefined ? options.profile : options.family ? bundledProfile(options.family) : 'auto';
  return { profile, rules: options.rules ?? {}, year: options.year ?? null };
}

/** The profile of the seeds of both; the order does not matter. */
function mergeProfiles(a: Profile, b: Profile): Profile {
  return merge(a, b, sharedSlots);
}
