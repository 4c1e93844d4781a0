/**
 * What `import 'reportwright'` gives: functions over plain values. No LSP, no Node APIs, no files: it runs in a browser. A text never makes one throw;
 * only the name of a family that does not exist does.
 */

import { analyse } from './analysis/analysis';
import type { Settings } from './analysis/analysis';
import { formatText } from './analysis/format';
import { mend } from './analysis/mend';
import type { Mended } from './analysis/mend';
import { bundledProfile, families, grammar, sharedSlots, units } from './families';
import { diagnosticOf, outlineOf } from './features';
import type { DiagnosticJson, Outline } from './features';
import { learn, merge } from './learn';
import type { Seed } from './learn';
import type { Language, Preset, RuleSettings } from './lint';
import { decodeProfile as decode, encodeProfile as encode } from './profile';
import type { Decoded, Family, Profile } from './profile';
import { houseOf } from './rules';
import type { HouseFormula } from './rules';
import { fold } from './text';

export type { Decoded, DiagnosticJson, HouseFormula, Language, Mended, Outline, Preset, Profile, RuleSettings, Seed };

/** An office's own words, as `dictionary` in a configuration: accepted terms, further measure words, formulas that are out of date. */
export interface Dictionary {
  readonly terms?: readonly string[];
  readonly units?: readonly string[];
  readonly formulas?: readonly HouseFormula[];
}

/** Options of a check; all may be left out. */
export interface CheckOptions {
  /** A learned profile, or null to check without one; by default the bundled family that the text belongs to. */
  readonly profile?: Profile | null;
  /** Id of a bundled family, in place of `profile`; `none` checks without one. */
  readonly family?: string;
  readonly year?: number;
  readonly rules?: RuleSettings;
  /** How loud the rules are that `rules` does not name; `recommended` by default. */
  readonly preset?: Preset;
  readonly dictionary?: Dictionary;
  /** Language of the messages, Chinese by default. */
  readonly language?: Language;
}

/** The structure of a report: title, year, sections, and which slot each fills. */
export function parseReport(text: string, options: Pick<CheckOptions, 'profile' | 'family' | 'year'> = {}): Outline {
  const analysis = analyse(text, settingsOf(options));
  return outlineOf(analysis.report, analysis.foreign() ? null : analysis.alignment());
}

/** Learns a profile from reports, in any order; `family` names a bundled family whose norms it carries, and is bare without. */
export function learnProfile(reports: Iterable<Seed>, options: { readonly family?: string } = {}): Profile {
  return learn(reports, { grammar, units, shared: sharedSlots, family: knownFamily(options.family ?? NO_FAMILY) });
}

/** The profile of the seeds of both, which must be of one family; the order does not matter. */
export function mergeProfiles(a: Profile, b: Profile): Profile {
  return merge(a, b, sharedSlots);
}

/** A profile as the text of a profile file: the same bytes for the same profile. */
export function encodeProfile(profile: Profile): string {
  return encode(profile);
}

/** Reads the text of a profile file; a text that is none gives the reason. */
export function decodeProfile(text: string): Decoded {
  return decode(text);
}

/** Findings of a report, in document order: what the command line and the editor say of the same text. */
export function checkReport(text: string, options: CheckOptions = {}): readonly DiagnosticJson[] {
  const analysis = analyse(text, settingsOf(options));
  return (analysis.findings() ?? []).map((finding) => diagnosticOf(finding, analysis.text, options.language ?? 'zh'));
}

/** The report with every safe fix applied until none is left, and how many findings that mended: what `check --fix` writes and the editor's fix-all makes. */
export function fixReport(text: string, options: CheckOptions = {}): Mended {
  return mend(text, settingsOf(options));
}

/** The text in good form: marks, spaces, numbering, indents; by default as most of it has them. What the command line and the editor make of it. */
export function formatReport(text: string, options: { readonly width?: 'auto' | 'full' | 'half'; readonly indent?: 'auto' | 'two' | 'none' } = {}): string {
  return formatText(text, { width: options.width ?? 'auto', indent: options.indent ?? 'auto' });
}

function settingsOf(options: CheckOptions): Settings {
  const { terms = [], units: measures = [], formulas = [] } = options.dictionary ?? {};
  return {
    profile: profileOf(options), rules: options.rules ?? {}, preset: options.preset ?? 'recommended', year: options.year ?? null,
    house: houseOf(terms, formulas), measures: measures.map(fold),
  };
}

function profileOf({ profile, family }: CheckOptions): Settings['profile'] {
  if (profile !== undefined) return profile;
  if (family === undefined) return 'auto';
  const known = knownFamily(family);
  return known && bundledProfile(known.id);
}

const NO_FAMILY = 'none';

/** The bundled family of that name, null for `none`. A misspelt name would silently check nothing, so it throws. */
function knownFamily(name: string): Family | null {
  if (name === NO_FAMILY) return null;
  const family = families.find((known) => known.id === name);
  if (!family) throw new RangeError(`There is no family “${name}”; there are: ${[...families.map((known) => known.id), NO_FAMILY].join(', ')}.`);
  return family;
}
