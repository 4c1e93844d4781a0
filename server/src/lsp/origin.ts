/**
 * In words: where the profile of a report comes from.
 */

import type { Origin } from '../analysis';
import type { Language } from '../lint';

const ORIGINS: Readonly<Record<Origin['kind'], Readonly<Record<Language, string>>>> = {
  file: { zh: '模板文件 {name}', en: 'profile {name}' },
  seeds: { zh: '样本 {name}', en: 'seeds {name}' },
  family: { zh: '自带模板 {name}', en: 'built-in profile {name}' },
  auto: { zh: '自带模板（按正文识别）', en: 'built-in profile (recognised from the text)' },
  none: { zh: '无', en: 'none' },
};

export const originText = ({ kind, name }: Origin, language: Language): string => ORIGINS[kind][language].replace('{name}', name);
