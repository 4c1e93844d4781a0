// What others may use of config/: reading, finding and describing reportwright.json, and choosing report files by it.
export { configFor, findConfig, readConfig } from './find';
export type { FoundConfig } from './find';
export { RULE_SEVERITIES } from './kinds';
export type { ConfigProblem, ProblemId, RuleLine, RuleSeverity } from './kinds';
export { isHiddenName, matches } from './match';
export type { FilePatterns } from './match';
export { problemText } from './messages';
export { nearest } from './nearest';
export { parseConfig } from './parse';
export type { ParsedConfig } from './parse';
export { configSchema } from './schema';
export { placeOfSetting } from './setting-place';
export { CONFIG_FILE_NAME, DEFAULT_CONFIG, SETTING_KEYS, SETTINGS } from './settings';
export type { Config, Setting } from './settings';
