/**
 * Sentences that close a report, at the end of its text: those that seeds end with, and those that any report may end with. Not offered once the draft has one.
 */

import { memoOn } from '../../base';
import { blockBefore } from '../../report';
import type { Report } from '../../report';
import { featureText } from '../messages';
import { filterTextOf, initialsOf } from './initials';
import { inWidth } from './sections';
import { escaped } from './snippet';
import type { Completion, Spot } from './spot';

/** A closing form is a paragraph of its own. */
const TYPED = /^[\s\u3000]*([^\s，。、；：！？,;:!?]{0,12})$/;
const MOST = 6;

/** Closing forms at the cursor; none while text follows it. */
export function closingCompletions(spot: Spot): readonly Completion[] {
  const typed = TYPED.exec(spot.prefix)?.[1];
  if (typed === undefined || spot.before === null || spot.hashed || /[^\s。]/.test(spot.suffix) || isFollowed(spot.report, spot.offset)) return [];
  const closed = /^\s*。/.test(spot.suffix);
  const begun = ({ text }: { readonly text: string }): boolean => text.startsWith(typed) || initialsOf(text).startsWith(typed.toLowerCase());
  return closingForms(spot).filter(begun).map(({ text, detail }) => ({
    kind: 'closing', key: `closing:${text}`, label: text, detail, filterText: filterTextOf(text), sortText: '',
    span: { start: spot.offset - typed.length, end: spot.offset }, snippet: `${escaped(closed ? text.replace(/。$/, '') : text)}$0`,
  }));
}

/** Closing forms that the draft does not have, the most usual first. */
export function closingForms({ report, alignment, width, year, language }: Pick<Spot, 'report' | 'alignment' | 'width' | 'year' | 'language'>): readonly { readonly text: string; readonly detail: string }[] {
  const seeds = alignment?.profile.seeds.length ?? 0;
  // The last sentence of one seed is its own; what several end with is a form.
  const learned = (alignment?.profile.closings ?? []).filter(({ text, count }) => /[。!]$/.test(text) && (count >= 2 || seeds === 1) && (year !== null || !text.includes('{year')));
  const all = [
    ...learned.map(({ text, count }) => ({ text: text.replace(/\{year([+-]1)?\}/g, (_, shift?: string) => String((year ?? 0) + Number(shift ?? 0))), detail: featureText('seedsHave', language, { count, of: seeds }) })),
    ...report.tree.grammar.source.closings.map((text) => ({ text, detail: featureText('closingForm', language) })),
  ].map(({ text, detail }) => ({ text: inWidth(text, width), detail }));
  const own = lastWords(report);
  const seen = new Set<string>();
  return all.filter(({ text }) => !own.includes(text) && !seen.has(text) && seen.add(text)).slice(0, MOST);
}

/** True when running text begins behind `offset`. */
function isFollowed(report: Report, offset: number): boolean {
  for (let index = blockBefore(report, offset) + 1; index < report.tree.blocks.length; index++) {
    if (report.roles[index] === 'body' || report.roles[index] === 'heading') return true;
  }
  return false;
}

/** The last paragraphs, where a closing form would stand, as written. */
const lastWords: (report: Report) => string = memoOn(({ tree }) => tree.text.value.slice(-400));
