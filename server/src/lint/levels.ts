/**
 * How loud each rule is for one report: what the settings say of it, else what the preset makes of the rule's own severity. Values only; nothing is checked here.
 */

import type { OptionValues, Severity } from '../rules';

export type RuleLevel = Severity | 'off';

/** What is set for a rule; what is left out stays as the rule has it. */
export interface RuleChoice {
  readonly severity?: RuleLevel;
  readonly options?: OptionValues;
}

/** Code → severity, or `off`, or a choice with options. Codes that are not named keep the rule's own severity, as the preset sees it. */
export type RuleSettings = Readonly<Record<string, RuleLevel | RuleChoice>>;

export type Preset = 'recommended' | 'strict' | 'quiet';

/** What a preset makes of a severity that nobody set: `strict` speaks one step louder below errors, `quiet` keeps what needs mending. */
const LEVELS: Readonly<Record<Preset, Readonly<Record<Severity, RuleLevel>>>> = {
  recommended: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  strict: { error: 'error', warning: 'warning', info: 'warning', hint: 'info' },
  quiet: { error: 'error', warning: 'warning', info: 'off', hint: 'off' },
};

/** The level of a finding whose own severity is `own`. */
export function levelOf(settings: RuleSettings, preset: Preset, code: string, own: Severity): RuleLevel {
  return settingOf(settings, code) ?? LEVELS[preset][own];
}

/** What is set for a code; undefined when nothing is. */
export function settingOf(settings: RuleSettings, code: string): RuleLevel | undefined {
  const set = settings[code];
  return typeof set === 'object' ? set.severity : set;
}

/** The options set for a code. */
export function optionsOf(settings: RuleSettings, code: string): OptionValues {
  const set = settings[code];
  return (typeof set === 'object' ? set.options : undefined) ?? {};
}

/** `base` with severities set on top: options stay. */
export function withLevels(base: RuleSettings, levels: Readonly<Record<string, RuleLevel>>): RuleSettings {
  const entries = Object.entries(levels).map(([code, severity]) => {
    const options = optionsOf(base, code);
    return [code, Object.keys(options).length > 0 ? { severity, options } : severity] as const;
  });
  return { ...base, ...Object.fromEntries(entries) };
}
