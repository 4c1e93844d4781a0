/**
 * Sections and topics that the profile knows and the draft lacks, as headings in the draft's own manner with tab stops for the text.
 */

import { successorOf } from '../../align';
import type { Slot, Topic } from '../../profile';
import { chainOf } from '../../report';
import type { Section } from '../../report';
import { featureText } from '../messages';
import { expectsSlot, topicHolds } from '../structure/expected';
import { markIn } from './heading-style';
import { filterTextOf } from './initials';
import { firstOpening, siblingOpening } from './numbers';
import type { Opening } from './numbers';
import { escaped, stop } from './snippet';
import type { Completion, Spot } from './spot';

const MOST_TITLES = 5;

/** Section completions at the head of a line. */
export function sectionCompletions(spot: Spot): readonly Completion[] {
  const { alignment } = spot;
  if (!spot.lineHead || !alignment) return [];
  const chain = chainOf(spot.before);
  const top = chain[chain.length - 1] ?? null;
  const under = top ? (alignment.slotsOf[top.index] ?? []) : [];
  const treated = new Set(alignment.topics.map((found) => found.topic.id));
  const slots = alignment.missing.filter((slot) => expectsSlot(slot) && (slot.norm?.inside === undefined || under.includes(slot.norm.inside)));
  const topics = alignment.profile.topics.filter((topic) => !treated.has(topic.id) && under.includes(topic.slot) && topicHolds(topic, spot.year));
  const next = spot.report.sections.find((section) => section.parent === null && section.headSpan.start > spot.offset) ?? null;
  // What belongs at this very place comes first.
  const away = (slot: Slot): number => (successorOf(alignment, slot) === next ? 0 : 1);
  return [
    ...[...slots].sort((a, b) => away(a) - away(b) || a.at.mean - b.at.mean).map((slot) => completionOf(spot, 'section', slot, openingAt(spot, chain, slot.norm?.inside === undefined ? 1 : 2))),
    ...topics.map((topic) => completionOf(spot, 'topic', topic, openingAt(spot, chain, 2))),
  ];
}

function openingAt(spot: Spot, chain: readonly Section[], depth: number): Opening {
  const sibling = chain.find((section) => section.depth === depth);
  return sibling ? siblingOpening(spot, sibling) : firstOpening(spot, depth);
}

function completionOf(spot: Spot, kind: 'section' | 'topic', place: Slot | Topic, opening: Opening): Completion {
  const { language, lineHead } = spot;
  const titles = titlesOf(place, spot);
  const mark = markIn(opening.style, opening.ordinal);
  const title = titles[0]!.replace(/\{year[^}]*\}/g, '');
  const { lead, runIn, gap } = opening.style;
  const body = bodyOf(place, spot);
  const head = (spot.hashed ? '' : escaped(lead)) + escaped(mark) + headStop(titles);
  const support = place.support.of > 0 ? ` · ${featureText('seedsHave', language, { ...place.support })}` : '';
  return {
    kind,
    key: `${kind === 'section' ? 'slot' : 'topic'}:${place.id}`,
    label: mark + title,
    detail: `${featureText(kind === 'section' ? 'section' : 'topicHere', language)}: ${place.name[language]}${support}`,
    filterText: filterTextOf(title, place.name.zh, mark),
    sortText: '',
    span: lineHead!,
    snippet: head + (runIn && kind === 'topic' ? `。${body}` : gap + body),
  };
}

/** Titles with years filled in, in the draft's own width; the one a norm gives first, then those of the seeds. */
function titlesOf(place: Slot | Topic, { year, width }: Spot): readonly string[] {
  const given = place.norm && 'title' in place.norm && place.norm.title ? [place.norm.title] : [];
  const learned = place.headings.map((heading) => heading.text).filter((text) => !/^\{year/.test(text) || year !== null);
  const all = [...given, ...learned, ...(given.length + learned.length > 0 ? [] : [place.name.zh])];
  return [...new Set(all.map((title) => inWidth(withYear(title, year), width)))].slice(0, MOST_TITLES);
}

/** A year that is not known becomes a stop of its own; nothing is put in that would have to be taken out again. */
function headStop(titles: readonly string[]): string {
  const [first] = titles;
  if (!first!.includes('{year')) return stop(1, titles.filter((title) => !title.includes('{year')));
  return first!.split(/\{year[^}]*\}/).map(escaped).join('${1}');
}

/** The text of the section, a stop for each part that is left open: the writer fills in, and never has a prompt to take out again. */
function bodyOf(place: Slot | Topic, { report, year, width }: Spot): string {
  const skeleton = place.norm && 'skeleton' in place.norm ? place.norm.skeleton : undefined;
  if (!skeleton) return '$0';
  let next = 2;
  let body = '';
  let from = 0;
  const text = inWidth(withYear(skeleton, year), width);
  for (const open of text.matchAll(new RegExp(`${report.tree.grammar.placeholder.source}|\\{year[^}]*\\}年?`, 'g'))) {
    body += escaped(text.slice(from, open.index)) + `\${${next++}}`;
    from = open.index + open[0].length;
  }
  return `${body}${escaped(text.slice(from))}$0`;
}

function withYear(text: string, year: number | null): string {
  if (year === null) return text;
  return text.replace(/\{year([+-]1)?\}/g, (_, shift?: string) => String(year + Number(shift ?? 0)));
}

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '!': '！', '?': '？' };
const HALF: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(FULL).map(([half, full]) => [full, half]));

/** Marks of punctuation in the width the draft writes; seeds are kept folded. */
export function inWidth(text: string, width: 'full' | 'half'): string {
  return width === 'full' ? text.replace(/[,;:()!?]/g, (mark) => FULL[mark]!) : text.replace(/[，；：（）！？]/g, (mark) => HALF[mark]!);
}
