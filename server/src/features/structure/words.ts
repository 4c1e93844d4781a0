/**
 * The checklist of a draft in words: what stands beside an entry, what its tooltip says, the line of progress. Only text.
 */

import type { Language } from '../../lint';
import { featureText } from '../messages';
import type { FeatureText } from '../messages';
import type { Structure, StructureItem } from './structure';

const SEPARATOR = ' · ';

/** Beside the label: its part of the profile and what is in it; what is missing says so. */
export function structureDescription(item: StructureItem, language: Language): string {
  const state = item.state === 'there' ? '' : featureText(item.state === 'thin' ? 'isThin' : 'isMissing', language);
  return [state, counts(item, language)].filter(Boolean).join(SEPARATOR);
}

/** The same in lines, with the part of the profile that the heading stands for. */
export function structureTooltip(item: StructureItem, language: Language): string {
  const place = item.state === 'missing' || item.section !== null ? '' : featureText('inRunningText', language);
  return [item.label, item.part, place, structureDescription(item, language)].filter(Boolean).join('\n');
}

/** How far the draft is: `已写12/13 · 待填1处 · 2个错误`. */
export function progressText(structure: Structure, language: Language): string {
  const parts = structure.of > 0 ? featureText('partsDone', language, { done: structure.done, of: structure.of }) : '';
  return [parts, ...problems(structure, language)].filter(Boolean).join(SEPARATOR);
}

function counts(item: StructureItem, language: Language): string {
  if (item.section === null) return '';
  return [some('words', item.words, language), some('figureCount', item.figures, language), ...problems(item, language)].filter(Boolean).join(SEPARATOR);
}

const problems = ({ blanks, errors, warnings }: Pick<Structure, 'blanks' | 'errors' | 'warnings'>, language: Language): readonly string[] =>
  [some('toFillIn', blanks, language), some('errorCount', errors, language), some('warningCount', warnings, language)];

const some = (id: FeatureText, count: number, language: Language): string => (count > 0 ? featureText(id, language, { count }) : '');
