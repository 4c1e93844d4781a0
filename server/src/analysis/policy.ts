/**
 * What a configuration means for one report: whether it is one, its language, severities with the preset behind them, what is ignored in this file, the house's own words. The same for the editor
 * and the command line. Reads no file.
 */

import { matches } from '../config';
import type { Config, FoundConfig } from '../config';
import { nameOf, relativeTo } from '../host';
import type { Language, Preset, RuleSettings } from '../lint';
import { houseOf } from '../rules';
import type { House } from '../rules';
import { fold } from '../text';

export interface Policy {
  readonly rules: RuleSettings;
  readonly preset: Preset;
  readonly house: House;
  /** Measure words besides the common ones, folded. */
  readonly measures: readonly string[];
}

/** The policy for the report at `path`, which is seen from the configuration's folder; null for a report that is in none. */
export function policyOf(config: Config, path: string | null): Policy {
  const silent = path === null ? [] : Object.entries(config.ignore).flatMap(([pattern, codes]) => (matches({ include: [pattern], exclude: [] }, path) ? codes : []));
  const rules = silent.length > 0 ? { ...config.rules, ...Object.fromEntries(silent.map((code) => [code, 'off' as const])) } : config.rules;
  return { rules, preset: config.preset ?? 'recommended', house: houseOf(config.dictionary.terms, config.dictionary.formulas), measures: config.dictionary.units.map(fold) };
}

/** A language made for reports, a name that says so, or a configuration that includes the file; an exclusion silences all of them. */
export function isReport({ uri, languageId }: { readonly uri: string; readonly languageId: string }, { folder, config }: FoundConfig, namedAsReport: (name: string) => boolean): boolean {
  const path = folder === null ? null : relativeTo(folder, uri);
  if (path !== null && config.exclude.length > 0 && matches({ include: config.exclude, exclude: [] }, path)) return false;
  if (languageId === 'annual-report' || namedAsReport(nameOf(uri))) return true;
  return path !== null && config.include !== null && matches(config, path);
}

/** The language to speak: the one configured, or else the `other`. */
export const languageOf = ({ config }: FoundConfig, other: Language): Language => (config.locale === null ? other : config.locale === 'en' ? 'en' : 'zh');
