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
  ignoreHere: { zh: '忽略此处：{code}', en: 'Ignore here: {code}' },
  ignoreSection: { zh: '本部分不再报告 {code}', en: 'Ignore {code} in this section' },
  ignoreFile: { zh: '本文件不再报告 {code}', en: 'Ignore {code} in this file' },
  ruleOff: { zh: '关闭规则 {code}', en: 'Turn off {code}' },
  acceptAll: { zh: '接受本文件现有的全部问题', en: 'Accept all current findings of this file' },
  removeAllow: { zh: '删去这条 allow', en: 'Remove this allow' },
  renumberHere: { zh: '从这里起重新编号', en: 'Renumber from here' },
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
  figure: { zh: '数据', en: 'Figure' },
  figureName: { zh: '数据项', en: 'Figure' },
  figureValue: { zh: '数值', en: 'Value' },
  unit: { zh: '单位', en: 'Unit' },
  qualifier: { zh: '限定', en: 'Qualifier' },
  year: { zh: '年度', en: 'Year' },
  lastYear: { zh: '上年', en: 'Last year' },
  change: { zh: '变化', en: 'Change' },
  amount: { zh: '合', en: 'That is' },
  boundAbout: { zh: '约数', en: 'approximate' },
  boundOver: { zh: '实际多于此数', en: 'more than this' },
  boundLeast: { zh: '不少于此数', en: 'at least this' },
  boundUnder: { zh: '接近、不到此数', en: 'nearly this' },
  boundMost: { zh: '不超过此数', en: 'at most this' },
  subject: { zh: '统计对象', en: 'Counts' },
  subjectInherited: { zh: '（承前省略）', en: ' (from the figure before)' },
  timeTotal: { zh: '累计', en: 'in total' },
  timePlan: { zh: '计划', en: 'planned' },
  sumHolds: { zh: '合计：{parts} = {result}，与文中相符', en: 'Sum: {parts} = {result}, as stated' },
  sumPartial: { zh: '其中：{parts}，不超过合计{whole}', en: 'Parts: {parts}, within the whole of {whole}' },
  sumFails: { zh: '合计：文中{whole}，分项 {parts} = {result}，不符', en: 'Sum: {whole} stated, but {parts} = {result}' },
  sumOver: { zh: '其中：{parts}，超过合计{whole}', en: 'Parts: {parts} exceed the whole of {whole}' },
  rateHolds: { zh: '比率：{parts} ÷ {whole} = {result}，与文中{rate}相符', en: 'Rate: {parts} ÷ {whole} = {result}, agrees with {rate}' },
  rateCut: { zh: '比率：{parts} ÷ {whole} = {result}，文中{rate}是舍去尾数而非四舍五入', en: 'Rate: {parts} ÷ {whole} = {result}; {rate} was cut, not rounded' },
  rateFails: { zh: '比率：文中{rate}，按 {parts} ÷ {whole} 复算为 {result}', en: 'Rate: {rate} stated, {parts} ÷ {whole} = {result}' },
  rateImpossible: { zh: '比率：以{whole}为基数，没有哪个整数能得出{rate}', en: 'Rate: no whole number out of {whole} gives {rate}' },
  rateBase: { zh: '比率：{rate}，基数{whole}', en: 'Rate: {rate} of {whole}' },
  growthHolds: { zh: '增减：文中{rate}，与{whole}、{parts}相符', en: 'Growth: {rate} agrees with {whole} and {parts}' },
  growthFails: { zh: '增减：文中{rate}，按{whole}、{parts}复算为 {result}', en: 'Growth: {rate} stated; {whole} and {parts} give {result}' },
  lastReport: { zh: '上年报告', en: 'Last year\'s report' },
  notInLastReport: { zh: '上年报告中没有相应数据', en: 'not found in last year\'s report' },
  elsewhere: { zh: '本文另有', en: 'Also in this report' },
  seedsGive: { zh: '{of}份样本中{count}份给出此项数据：', en: '{count} of {of} seeds give this figure:' },
  lineNumber: { zh: '第{line}行', en: 'line {line}' },
  beforeSections: { zh: '（首节之前）', en: '(before the first section)' },
  noName: { zh: '（未写明对象）', en: '(nothing named)' },
  chartOne: { zh: '{title}：主要数据', en: '{title}: main figures' },
  chartMany: { zh: '历年（各份）报告数据对比', en: 'Figures of several reports side by side' },
  chartEmpty: { zh: '没有可画的数据', en: 'There is nothing to draw' },
  chartDescription: { zh: '共{count}幅小图，每幅一项数据；数值标在图上。', en: '{count} small charts, one figure each; values are written in them.' },
  figuresOf: { zh: '{title}：数据', en: 'Figures of {title}' },
  figuresNote: { zh: '共{count}项数据；按 Tab 键逐项移动，按回车键跳到原文。', en: '{count} figures. Tab moves through them, Enter goes to the text.' },
  figureSentence: { zh: '数据句', en: 'figure sentence' },
  seedsCite: { zh: '{of}份样本中{count}份引用', en: 'Cited by {count} of {of} seeds' },
  citedHere: { zh: '本文已引用', en: 'cited in this report' },
  citedOften: { zh: '常用文件', en: 'often cited' },
  itemChain: { zh: '分项列举', en: 'list of items' },
  closingForm: { zh: '结尾用语', en: 'closing form' },
  templatesHere: { zh: '此处：{name}', en: 'Here: {name}' },
  templatesAnywhere: { zh: '通用', en: 'Anywhere' },
  templatesNames: { zh: '文件名称', en: 'Names of documents' },
  templatesBare: { zh: '没有适用的模板，只列出通用写法', en: 'No profile holds here: only what fits any report' },
  normNames: { zh: '规定列明', en: 'named by a norm' },
  learnedFigures: { zh: '常见数据', en: 'Figures' },
  sentence: { zh: '写法', en: 'Sentence' },
  isThin: { zh: '过于简略', en: 'too brief' },
  isMissing: { zh: '未写', en: 'missing' },
  inRunningText: { zh: '写在正文中，没有单列标题', en: 'in the running text, without a heading' },
  partsDone: { zh: '已写{done}/{of}项', en: '{done} of {of} parts written' },
  words: { zh: '{count}字', en: '{count} characters' },
  figureCount: { zh: '{count}项数据', en: '{count} figures' },
  toFillIn: { zh: '待填{count}处', en: '{count} to fill in' },
  allFilledIn: { zh: '已全部填好', en: 'Everything is filled in' },
  owedFromLastYear: { zh: '去年的安排和问题', en: 'Owed from last year' },
  wasLastYear: { zh: '去年：{value}', en: 'last year: {value}' },
  workedOut: { zh: '按{formula}计算', en: 'worked out as {formula}' },
  worksItselfOut: { zh: '自动计算', en: 'fills itself' },
  errorCount: { zh: '{count}个错误', en: '{count} errors' },
  warningCount: { zh: '{count}个警告', en: '{count} warnings' },
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
