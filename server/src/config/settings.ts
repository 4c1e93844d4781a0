/**
 * Every setting of `reportwright.json`, declared once: its kind, its default, what it means in Chinese and English. The parser, the JSON schema
 * and the tests are read off this list.
 */
import { choice, globs, rules, text, texts, year, type Kind, type RuleSeverity } from './kinds';

/** What a configuration file says; null or empty where it says nothing. Paths are relative to the file's folder, `/` between segments. */
export interface Config {
  readonly family: string | null;
  readonly profile: string | null;
  readonly seeds: readonly string[];
  readonly year: number | null;
  readonly previous: string | null;
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  readonly locale: 'zh-cn' | 'en' | null;
}

export interface Setting<T> {
  readonly kind: Kind<T>;
  readonly initial: T;
  readonly zh: string;
  readonly en: string;
}

export const CONFIG_FILE_NAME = 'reportwright.json';

export const SETTINGS: { readonly [K in keyof Config]: Setting<Config[K]> } = {
  family: {
    kind: text, initial: null,
    zh: '报告的类别，如 law-based-government；none 表示不按任何类别检查。不写则按内容识别。',
    en: 'The family of the reports, e.g. law-based-government; none checks without any. Recognised by content when absent.',
  },
  profile: {
    kind: text, initial: null,
    zh: '模板文件（由 reportwright learn 生成）的路径，优先于 family 和 seeds。',
    en: 'Path of a profile made by reportwright learn; comes before family and seeds.',
  },
  seeds: {
    kind: texts, initial: [],
    zh: '样本报告所在的文件夹或文件；没有 profile 时由它们即时学得模板。',
    en: 'Folders or files of seed reports to learn from when there is no profile.',
  },
  year: {
    kind: year, initial: null,
    zh: '报告年度。不写则由正文判断。',
    en: 'The year the reports are about. Read from the text when absent.',
  },
  previous: {
    kind: text, initial: null,
    zh: '上一年度报告的路径，用于比对。',
    en: 'Path of last year\'s report, for comparison.',
  },
  include: {
    kind: globs as Kind<readonly string[] | null>, initial: null,
    zh: '哪些文件是报告（通配符）。不写则为 .txt、.md、.report。',
    en: 'Which files are reports (glob patterns). All .txt, .md and .report when absent.',
  },
  exclude: {
    kind: globs, initial: [],
    zh: '不检查的文件或文件夹（通配符）。',
    en: 'Files or folders to leave out (glob patterns).',
  },
  rules: {
    kind: rules, initial: {},
    zh: '各规则的级别：规则代码 → off、hint、info、warning 或 error。',
    en: 'Severity by rule code: off, hint, info, warning or error.',
  },
  locale: {
    kind: choice(['zh-cn', 'en'] as const), initial: null,
    zh: '提示信息的语言。',
    en: 'Language of the messages.',
  },
};

/** The keys in the order in which they are documented. */
export const SETTING_KEYS = Object.keys(SETTINGS) as readonly (keyof Config)[];

/** What holds where no configuration file is found. */
export const DEFAULT_CONFIG: Config = Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTINGS[key].initial])) as unknown as Config;
