/**
 * What a configuration means for one report: severities with the preset behind them, what is ignored in this file, the house's own words. The same for the editor
 * and the command line. Reads no file.
 */

import { matches } from '../config';
import type { Config, Dictionary } from '../config';
import type { Preset, RuleSettings } from '../lint';
import { NO_HOUSE } from '../rules';
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
  return { rules, preset: config.preset ?? 'recommended', house: houseOf(config.dictionary), measures: config.dictionary.units.map(fold) };
}

function houseOf({ terms, formulas }: Dictionary): House {
  if (terms.length === 0 && formulas.length === 0) return NO_HOUSE;
  return {
    terms: terms.map(fold),
    formulas: formulas.map(({ text, until, instead }) => ({ pattern: literal(fold(text)), until, instead: { zh: `应改为“${instead}”`, en: `write “${instead}”` }, status: 'seen' })),
  };
}

/** The words themselves: a configuration brings no patterns, which might not end in time. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
