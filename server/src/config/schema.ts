/**
 * The JSON schema of `reportwright.json` (draft-07), read off the settings. scripts/generate.mjs writes it to schemas/.
 */
import { described, type Kind, type RuleLine } from './kinds';
import { RULE_DEFINITIONS } from './rule-kinds';
import { SETTING_KEYS, SETTINGS } from './settings';

/** The schema for the given rules; descriptions carry Chinese and English. */
export function configSchema(rules: readonly RuleLine[]): Readonly<Record<string, unknown>> {
  const properties = SETTING_KEYS.map((key) => {
    const setting = SETTINGS[key];
    return [key, { ...(setting.kind as Kind<unknown>).schema(rules), ...described(setting.zh, setting.en) }] as const;
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'reportwright.json',
    ...described('Reportwright 的配置，对所在文件夹及其下的报告有效（就近优先）。', 'Configuration of Reportwright; holds for the reports in its folder and below, the nearest wins.'),
    type: 'object',
    additionalProperties: false,
    definitions: RULE_DEFINITIONS,
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(properties) },
  };
}
