/**
 * What is wrong in a configuration file, in words, Chinese and English side by side. Only text.
 */
import type { ConfigProblem, ProblemId } from './kinds';

type Texts = { readonly zh: string; readonly en: string };

const TEXTS: Readonly<Record<ProblemId, Texts>> = {
  syntax: { zh: '不是有效的 JSON：{what}', en: 'Not valid JSON: {what}.' },
  'too-deep': { zh: '嵌套过深。', en: 'Nested too deeply.' },
  unreadable: { zh: '配置文件不是可识别编码的文本。', en: 'The configuration file is not text in a known encoding.' },
  'not-an-object': { zh: '配置应当是一个对象：{ … }。', en: 'The configuration must be an object: { … }.' },
  'duplicate-key': { zh: '“{key}”写了两次，以后一个为准。', en: '“{key}” is set twice; the last one holds.' },
  'unknown-key': { zh: '没有“{key}”这一项。', en: 'There is no setting “{key}”.' },
  'wrong-type': { zh: '{value} 应为{expected}。', en: '{value} should be {expected}.' },
  'wrong-choice': { zh: '{value} 应为以下之一：{choices}。', en: '{value} should be one of: {choices}.' },
  'bad-glob': { zh: '“{value}”不是有效的通配符。', en: '“{value}” is not a valid pattern.' },
  'unknown-rule': { zh: '没有规则“{code}”。', en: 'There is no rule “{code}”.' },
  'wrong-severity': { zh: '规则“{code}”的级别 {value} 应为以下之一：{choices}。', en: 'Severity {value} of rule “{code}” should be one of: {choices}.' },
  'renamed-rule': { zh: '规则“{code}”已改名为“{now}”，设置仍然有效，请改用新名。', en: 'Rule “{code}” is called “{now}” now; the setting holds, but use the new name.' },
  'not-a-baseline': { zh: '不是已接受问题的清单（应有 version 和 accepted）。', en: 'Not a list of accepted findings (it has version and accepted).' },
  'newer-baseline': { zh: '清单的版本 {value} 高于本程序支持的版本。', en: 'The list is of version {value}, which is newer than this release knows.' },
  'unknown-option': { zh: '规则“{code}”没有选项“{name}”。', en: 'Rule “{code}” has no option “{name}”.' },
  'wrong-number': { zh: '{value} 应为 {minimum} 到 {maximum} 之间的数。', en: '{value} should be a number from {minimum} to {maximum}.' },
};

const SUGGESTION: Texts = { zh: '是不是“{suggestion}”？', en: ' Did you mean “{suggestion}”?' };

const EXPECTED: Readonly<Record<string, Texts>> = {
  text: { zh: '非空字符串', en: 'a string that is not empty' },
  texts: { zh: '字符串或字符串数组', en: 'a string or a list of strings' },
  year: { zh: '年份（如 2025）', en: 'a year, e.g. 2025' },
  rules: { zh: '对象：规则代码 → 级别', en: 'an object: rule code → severity' },
  rule: { zh: '级别，或 [级别, { 选项 }]', en: 'a severity, or [severity, { options }]' },
  ignored: { zh: '对象：文件通配符 → 规则代码', en: 'an object: file pattern → rule codes' },
  dictionary: { zh: '对象：terms、units、formulas', en: 'an object with terms, units, formulas' },
  formatting: { zh: '对象：width、indent', en: 'an object with width, indent' },
  formulas: { zh: '数组', en: 'a list' },
  formula: { zh: '{ text, until, instead }', en: '{ text, until, instead }' },
};

/** Reasons of the JSON parser; what is missing here is shown in its own word. */
const SYNTAX: Readonly<Record<string, Texts>> = {
  InvalidSymbol: { zh: '有不认识的符号', en: 'unknown symbol' },
  InvalidNumberFormat: { zh: '数字写法不对', en: 'malformed number' },
  PropertyNameExpected: { zh: '此处应为带引号的名称', en: 'a quoted name is expected here' },
  ValueExpected: { zh: '此处应有一个值', en: 'a value is expected here' },
  ColonExpected: { zh: '此处缺少冒号', en: 'a colon is missing here' },
  CommaExpected: { zh: '此处缺少逗号', en: 'a comma is missing here' },
  CloseBraceExpected: { zh: '缺少右花括号 }', en: 'a closing brace } is missing' },
  CloseBracketExpected: { zh: '缺少右方括号 ]', en: 'a closing bracket ] is missing' },
  EndOfFileExpected: { zh: '配置之后还有多余内容', en: 'there is something after the end' },
  UnexpectedEndOfString: { zh: '字符串缺少右引号', en: 'a closing quote is missing' },
  UnexpectedEndOfComment: { zh: '注释没有结束', en: 'a comment is not closed' },
  InvalidCharacter: { zh: '有不允许的字符', en: 'a character that is not allowed' },
  InvalidEscapeCharacter: { zh: '反斜杠转义不对（路径请用 /）', en: 'malformed escape (write paths with /)' },
};

/** The sentence for a problem. */
export function problemText(problem: ConfigProblem, locale: 'zh-cn' | 'en'): string {
  const pick = (texts: Texts | undefined): string | undefined => (locale === 'en' ? texts?.en : texts?.zh);
  const args: Record<string, string> = { ...problem.args };
  if (args['expected']) args['expected'] = pick(EXPECTED[args['expected']]) ?? args['expected'];
  if (args['what']) args['what'] = pick(SYNTAX[args['what']]) ?? args['what'];
  const sentence = pick(TEXTS[problem.id])! + (args['suggestion'] ? pick(SUGGESTION)! : '');
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
}
