/**
 * Every setting of `reportwright.json`, declared once: its kind, its default, what it means in Chinese and English. The parser, the JSON schema
 * and the tests are read off this list.
 */
import { dictionary, NO_DICTIONARY, type Dictionary } from './dictionary-kind';
import { AUTO_FORMATTING, formatting, type Formatting } from './format-kind';
import { choice, globs, text, texts, year, type Kind } from './kinds';
import { ignored, rules, type RuleValue } from './rule-kinds';

/** What a configuration file says; null or empty where it says nothing. Paths are relative to the file's folder, `/` between segments. */
export interface Config {
  readonly family: string | null;
  readonly profile: string | null;
  readonly seeds: readonly string[];
  readonly year: number | null;
  readonly previous: string | null;
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
  readonly preset: 'recommended' | 'strict' | 'quiet' | null;
  readonly rules: Readonly<Record<string, RuleValue>>;
  /** File pattern → codes that are not reported there. */
  readonly ignore: Readonly<Record<string, readonly string[]>>;
  /** Path of the file of accepted findings. */
  readonly baseline: string | null;
  readonly dictionary: Dictionary;
  readonly format: Formatting;
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
  preset: {
    kind: choice(['recommended', 'strict', 'quiet'] as const, [
      '各规则自己的级别 · every rule as loud as it is by itself',
      '提示提为警告，建议提为提示 · infos become warnings, hints become infos',
      '只报告错误和警告 · errors and warnings only',
    ]), initial: null,
    zh: '没有在 rules 中写明的规则取什么级别：recommended（默认）、strict 或 quiet。',
    en: 'How loud rules are that “rules” does not name: recommended (the default), strict or quiet.',
  },
  rules: {
    kind: rules, initial: {},
    zh: '各规则的级别：规则代码 → off、hint、info、warning 或 error；有选项的规则可写 [级别, { 选项 }] 或 { "severity": 级别, 选项 }。',
    en: 'Severity by rule code: off, hint, info, warning or error; with options [severity, { … }] or { "severity": …, … }.',
  },
  ignore: {
    kind: ignored, initial: {},
    zh: '某些文件不报告某些规则：文件（通配符）→ 规则代码。',
    en: 'Codes that are not reported in some files: file pattern → codes.',
  },
  baseline: {
    kind: text, initial: null,
    zh: '已接受问题的清单文件；其中的问题不再报告，清单只减不增。由 check --baseline 或“接受现有问题”写成。',
    en: 'File of accepted findings, which are reported no more; it only ever shrinks by itself. Written by check --baseline or “Accept current findings”.',
  },
  dictionary: {
    kind: dictionary, initial: NO_DICTIONARY,
    zh: '本单位词典：认可的用语、另外的量词、过时的提法。',
    en: 'House dictionary: accepted terms, further measure words, formulas that are out of date.',
  },
  format: {
    kind: formatting, initial: AUTO_FORMATTING,
    zh: '格式化：标点的全角半角（width）、段首缩进（indent）。',
    en: 'Formatting: width of marks (width), indent of paragraphs (indent).',
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
