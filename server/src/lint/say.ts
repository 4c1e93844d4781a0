/**
 * From a finding to a sentence. The only place that joins message texts and arguments.
 */

import type { Args } from '../rules';
import { rules } from '../rules';
import type { Bilingual } from '../profile';
import type { Finding } from './finding';

export type Language = 'zh' | 'en';

const OWN: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  'lint/rule-failed': { failed: { zh: '规则 {code} 在本文件上出错，已跳过：{reason}', en: 'Rule {code} failed on this file and was skipped: {reason}' } },
  'lint/unused-allow': { unused: { zh: '这条 allow 没有压下任何 {code}，可以删去。', en: 'This allow holds back no {code}; remove it.' }, renamed: { zh: '规则 {code} 已改名为 {now}，请在这条 allow 里改用新名。', en: 'Rule {code} is called {now} now; name it so in this allow.' } },
  'config/invalid': {
    foreign: { zh: '这份文件不像{name}，未作结构检查；如属其他文种，请用 --profile 或 reportwright.json 指定模板。', en: 'This does not look like an {name}, so it was not checked; name its own profile with --profile or in reportwright.json.' },
    foreignProfile: { zh: '这份文件与模板所学的 {seeds} 份样本不是同一类报告，未作检查；请换用相应模板。', en: 'This is not the kind of report the profile was learned from ({seeds} seeds), so it was not checked; use a profile of its own kind.' },
  },
};

const byCode = new Map(rules.map((rule) => [rule.code, rule.messages]));

/** The message of a finding, one or two sentences. */
export const sayFinding = (finding: Finding, language: Language): string => say(finding.code, finding.message, language);

/** A message of a rule by id: a finding's own, a related place's or an action's title. An unknown id says itself, never nothing. */
export function say(code: string, message: { readonly id: string; readonly args: Args }, language: Language): string {
  const text = (byCode.get(code) ?? OWN[code])?.[message.id]?.[language];
  return text === undefined ? message.id : fill(text, message.args, language);
}

function fill(text: string, args: Args, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : typeof value === 'object' ? value[language] : String(value);
  });
}
