/**
 * Pinyin initials of Chinese words, so that `ndbg` finds 年度报告 without switching the input method. Read off the collation order that every
 * JavaScript engine carries: characters are sorted by sound, and each letter begins at a known one. No table of characters is shipped.
 */

import { partitionPoint } from '../../base';

/** The first character in pinyin order for each letter; i, u and v begin no syllable. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const collator = new Intl.Collator('zh-CN-u-co-pinyin');

/** An engine without Chinese collation would give nonsense; it gives nothing instead. */
const usable = [...FIRST].every((character, i) => i === 0 || collator.compare(FIRST[i - 1]!, character) < 0);

const known = new Map<string, string>();

/** Initials of the Han characters of `words`, letters and digits kept, the rest left out; empty where the engine knows no pinyin. */
export function initialsOf(words: string): string {
  if (!usable) return '';
  let initials = '';
  for (const character of words) initials += /[a-z0-9]/i.test(character) ? character.toLowerCase() : /\p{Script=Han}/u.test(character) ? initialOf(character) : '';
  return initials;
}

function initialOf(character: string): string {
  let initial = known.get(character);
  if (initial === undefined) known.set(character, (initial = searched(character)));
  return initial;
}

function searched(character: string): string {
  const letters = partitionPoint(FIRST, (first) => collator.compare(first, character) <= 0);
  return letters > 0 ? LETTERS[letters - 1]! : '';
}

/** What a completion is filtered by: initials first, since they are typed first, then the words themselves. */
export function filterTextOf(...words: readonly string[]): string {
  const plain = words.filter(Boolean);
  return [...new Set([...plain.map(initialsOf).filter(Boolean), ...plain])].join(' ');
}
