/**
 * The few words that editor features say around findings and profiles, Chinese and English side by side. Only text.
 */

import type { Language } from '../lint';
import type { Basis, Severity } from '../rules';

const TEXTS = {
  ground: { zh: '依据', en: 'Ground' },
  fixSafe: { zh: '可一键修复', en: 'Fix available' },
  fixSuggested: { zh: '有修改建议', en: 'Suggested change' },
  page: { zh: '规则说明', en: 'About this rule' },
  seedsHave: { zh: '{of}份样本中{count}份有', en: 'In {count} of {of} seeds' },
  seedsTitle: { zh: '样本的写法', en: 'How seeds put it' },
  demanded: { zh: '规定要求', en: 'Demanded by' },
  byHeading: { zh: '单列标题', en: 'own heading' },
  byCombined: { zh: '与他项合写', en: 'combined heading' },
  byPassage: { zh: '段落', en: 'paragraph' },
  slot: { zh: '栏目', en: 'Slot' },
  topic: { zh: '主题', en: 'Topic' },
  fixAll: { zh: '修复全部可自动修复的问题', en: 'Fix everything that is safe to fix' },
  fixCode: { zh: '修复全部“{code}”', en: 'Fix all of “{code}”' },
  section: { zh: '补写一节', en: 'add the section' },
  topicHere: { zh: '补写主题', en: 'add the topic' },
  nextNumber: { zh: '下一个序号', en: 'next number' },
  innerNumber: { zh: '下一级序号', en: 'first of the next level' },
  nextItem: { zh: '下一项', en: 'next item' },
  seeds: { zh: '样本', en: 'Seeds' },
  origin: { zh: '来源', en: 'From' },
  structure: { zh: '结构', en: 'Structure' },
  topics: { zh: '主题', en: 'Topics' },
  numbering: { zh: '序号', en: 'Numbering' },
  citations: { zh: '规定', en: 'Norms' },
  level: { zh: '第{depth}级', en: 'Level {depth}' },
  support: { zh: '样本数', en: 'Support' },
  share: { zh: '篇幅占比', en: 'Share' },
  headings: { zh: '常见标题', en: 'Headings' },
  nothingLearned: { zh: '（没有样本）', en: '(no seeds)' },
  bareProfile: { zh: '自学模板', en: 'learned profile' },
} as const;

export type FeatureText = keyof typeof TEXTS;

/** A text by name with its `{arguments}` filled in. */
export function featureText(id: FeatureText, language: Language, args: Readonly<Record<string, string | number>> = {}): string {
  return TEXTS[id][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

const SEVERITIES: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  hint: { zh: '建议', en: 'hint' },
};

const BASES: Readonly<Record<Basis, Readonly<Record<Language, string>>>> = {
  norm: { zh: '规定要求', en: 'a norm' },
  standard: { zh: '公文与出版标准', en: 'standards of official writing' },
  practice: { zh: '公文惯例', en: 'practice of official writing' },
  learned: { zh: '样本的共同写法', en: 'what the seeds have in common' },
  arithmetic: { zh: '文中数字自身的关系', en: 'arithmetic of the figures in the text' },
  tool: { zh: '工具自身', en: 'the tool itself' },
};

/** A severity in words. */
export const severityText = (severity: Severity, language: Language): string => SEVERITIES[severity][language];

/** What kind of ground a rule stands on, in words. */
export const basisText = (basis: readonly Basis[], language: Language): string => basis.map((one) => BASES[one][language]).join(language === 'zh' ? '、' : ', ');

/** A word with the colon of its language, blank included. */
export const labelled = (id: FeatureText, language: Language): string => TEXTS[id][language] + (language === 'zh' ? '：' : ': ');
