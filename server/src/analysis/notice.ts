/**
 * What is wrong with the surroundings of a report: its configuration, the profile it asks for. Values with their words in both languages; where they are shown
 * is for the edges.
 */

import { problemText } from '../config';
import type { ConfigProblem } from '../config';
import type { Bilingual } from '../profile';
import type { Severity } from '../rules';
import type { Span } from '../text';

/** A problem at a place of the file it is in; its code is always `config/invalid`. */
export interface Notice {
  readonly span: Span;
  readonly severity: Severity;
  readonly text: Bilingual;
}

const TEXTS = {
  'profile-missing': { zh: '找不到模板文件“{path}”，暂按自带模板校核。', en: 'There is no profile “{path}”; the built-in one is used instead.' },
  'profile-unreadable': { zh: '模板文件“{path}”不是可识别编码的文本，暂按自带模板校核。', en: 'Profile “{path}” is not text in a known encoding; the built-in one is used instead.' },
  'profile-syntax': { zh: '模板文件“{path}”不是有效的 JSON，暂按自带模板校核：{detail}', en: 'Profile “{path}” is not valid JSON; the built-in one is used instead: {detail}' },
  'profile-newer': { zh: '模板文件“{path}”的版本高于本程序支持的版本（{detail}），暂按自带模板校核；请升级或重新学习。', en: 'Profile “{path}” is of a newer version than this release knows ({detail}); the built-in one is used instead. Upgrade, or learn again.' },
  'profile-shape': { zh: '“{path}”不是模板文件（{detail}），暂按自带模板校核；模板由 reportwright learn 生成。', en: '“{path}” is not a profile ({detail}); the built-in one is used instead. Profiles are made by reportwright learn.' },
  'seeds-empty': { zh: '“{path}”中没有可供学习的报告，暂按自带模板校核。', en: 'There is no report to learn from in “{path}”; the built-in profile is used instead.' },
  'previous-missing': { zh: '找不到上年报告“{path}”，未与其比对。', en: 'There is no last year\'s report “{path}”; nothing is compared with it.' },
  'previous-unreadable': { zh: '上年报告“{path}”不是可识别编码的文本，未与其比对。', en: 'Last year\'s report “{path}” is not text in a known encoding; nothing is compared with it.' },
  'baseline-unreadable': { zh: '已接受问题的清单“{path}”不是可识别编码的文本，未予采用。', en: 'Baseline “{path}” is not text in a known encoding; nothing is held back.' },
  'baseline-broken': { zh: '已接受问题的清单“{path}”有误，未予采用：第 {line} 行第 {column} 列，{detail}', en: 'Baseline “{path}” cannot be used, so nothing is held back: line {line}, column {column}, {detail}' },
  'not-quieted': { zh: '未能写入：配置文件或清单有错误，或正文刚刚改动过。', en: 'Nothing was written: the configuration or the baseline has errors in it, or the text has just changed.' },
  'too-long': { zh: '全文超过{limit}字，只在打开和保存时检查。', en: 'Longer than {limit} characters: checked when opened and saved only.' },
  'too-slow': { zh: '检查一遍超过{limit}毫秒，只在打开和保存时检查。', en: 'A check takes more than {limit} ms: checked when opened and saved only.' },
  'unknown-family': { zh: '没有类别“{name}”，改为按正文识别。', en: 'There is no family “{name}”; the text decides instead.' },
  'unknown-family-near': { zh: '没有类别“{name}”，是不是“{near}”？暂按正文识别。', en: 'There is no family “{name}”. Did you mean “{near}”? The text decides meanwhile.' },
  'no-reports': { zh: '“{path}”中没有可供学习的报告。', en: 'There is no report to learn from in “{path}”.' },
} as const;

export type NoticeId = keyof typeof TEXTS;

/** A sentence in both languages with its `{arguments}` filled in. */
export function noticeText(id: NoticeId, args: Readonly<Record<string, string>> = {}): Bilingual {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
  return { zh: fill(TEXTS[id].zh), en: fill(TEXTS[id].en) };
}

/** Problems of a configuration file as notices in it. */
export const noticeOfProblem = (problem: ConfigProblem): Notice => ({ span: problem.span, severity: problem.mild ? 'info' : 'error', text: { zh: problemText(problem, 'zh-cn'), en: problemText(problem, 'en') } });
