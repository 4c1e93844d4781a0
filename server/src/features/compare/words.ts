/**
 * The words of a comparison, Chinese and English side by side: headings of its parts, what became of a promise. Only text.
 */

import type { Fate } from '../../align';
import type { Language } from '../../lint';

const TEXTS = {
  title: { zh: '{before}与{now}对照', en: '{before} and {now} side by side' },
  sections: { zh: '栏目', en: 'Sections' },
  figures: { zh: '数据', en: 'Figures' },
  plan: { zh: '上年工作安排的落实', en: 'What became of last year\'s plan' },
  copied: { zh: '沿用上年的文字', en: 'Text taken over from last year' },
  before: { zh: '上年', en: 'Last year' },
  now: { zh: '本年', en: 'This year' },
  change: { zh: '增减', en: 'Change' },
  figure: { zh: '数据项', en: 'Figure' },
  section: { zh: '所在部分', en: 'Section' },
  taken: { zh: '沿用', en: 'Taken over' },
  length: { zh: '字数', en: 'Characters' },
  promise: { zh: '上年安排', en: 'Promise' },
  fate: { zh: '落实', en: 'Fate' },
  where: { zh: '写在', en: 'Where' },
  grounds: { zh: '依据', en: 'Words shared' },
  sentence: { zh: '句子', en: 'Sentence' },
  none: { zh: '（无）', en: '(none)' },
  unnamed: { zh: '（未写明对象）', en: '(nothing named)' },
  figuresOnly: { zh: '另有{before}项数据仅上年报告有，{now}项仅本年报告有。', en: '{before} more figures only last year, {now} only this year.' },
  planSum: { zh: '共{all}条：已落实{reported}条，待核对{unclear}条，未提到{unreported}条，笼统{general}条。按共同用词比对，仅供核对。', en: '{all} promises: {reported} reported, {unclear} perhaps, {unreported} not reported, {general} too general. Matched by the words they share; to be checked.' },
  copiedSum: { zh: '共{count}句。', en: '{count} sentences.' },
  noPlan: { zh: '上年报告中没有找到工作安排。', en: 'No plan was found in last year\'s report.' },
  near: { zh: '几乎相同', en: 'nearly the same' },
  same: { zh: '相同', en: 'the same' },
  line: { zh: '第{line}行', en: 'line {line}' },
  year: { zh: '{year}年报告', en: 'report on {year}' },
  keys: { zh: '按 Tab 键逐项移动，按回车键跳到原文。', en: 'Tab moves through the places, Enter goes to the text.' },
  lensReported: { zh: '已落实：{where}', en: 'Reported: {where}' },
  lensUnclear: { zh: '可能已落实，请核对', en: 'Perhaps reported, to be checked' },
  lensUnreported: { zh: '本年报告未提到', en: 'Not in this year\'s report' },
} as const;

export type CompareText = keyof typeof TEXTS;

/** A text by name with its `{arguments}` filled in. */
export const compareText = (id: CompareText, language: Language, args: Readonly<Record<string, string | number>> = {}): string =>
  TEXTS[id][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));

const FATES: Readonly<Record<Fate, Readonly<Record<Language, string>>>> = {
  reported: { zh: '已落实', en: 'reported' },
  unclear: { zh: '待核对', en: 'perhaps' },
  unreported: { zh: '未提到', en: 'not reported' },
  general: { zh: '笼统', en: 'too general' },
};

/** What became of a promise, in a word. */
export const fateText = (fate: Fate, language: Language): string => FATES[fate][language];
