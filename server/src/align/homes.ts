/**
 * Where results are told, and in which section of them something that was planned is to be reported: the one whose words it shares most. Where two are equally near,
 * none is named.
 */

import { cuesOf } from '../profile';
import { plansIn } from '../report';
import type { Report, Section } from '../report';
import { pairsOf } from '../text';
import type { Alignment } from './alignment';
import type { Statement } from './statements';

/** Share of an item's weight that its section must hold, and how far it must be ahead of the next. */
const ENOUGH = 0.3;
const AHEAD = 1.4;
/** Words in a heading say more than words below it. */
const HEADING = 2;
/** Characters that are read of a section and of an item: more says no more. */
const LONGEST_SECTION = 4000;
const LONGEST_ITEM = 400;

/** Of fewer sections one would be near by chance. */
const LEAST_SECTIONS = 4;

/** For each item its section, or null. `all` are the items with what stands under them: a plan says in its details what it is about. */
export function findHomes(report: Report, alignment: Alignment | null, sections: readonly Section[], items: readonly Statement[], all: readonly Statement[]): readonly (Section | null)[] {
  if (items.length === 0 || sections.length < LEAST_SECTIONS) return items.map(() => null);
  const details = detailsOf(items, all);
  const index = new Map<string, { readonly section: number; readonly weight: number }[]>();
  sections.forEach((section, at) => {
    const heading = pairsOf(section.words);
    for (const pair of new Set([...heading, ...pairsOf(textOf(report, section))])) {
      const known = index.get(pair);
      const entry = { section: at, weight: heading.has(pair) ? HEADING : 1 };
      if (known) known.push(entry);
      else index.set(pair, [entry]);
    }
  });
  return items.map((item) => byTopic(item, alignment, sections) ?? nearest(details.get(item)!, sections, index));
}

/** The section that treats the topic which an item names, where the family knows its topics and one section treats it. */
function byTopic({ text }: Statement, alignment: Alignment | null, sections: readonly Section[]): Section | null {
  if (!alignment) return null;
  const cues = cuesOf(alignment.profile);
  const topic = cues.topics.find((_, i) => cues.topicHeadings[i]?.test(text))?.id;
  const treating = topic === undefined ? [] : sections.filter((section) => alignment.topicOf[section.index] === topic);
  return treating.length === 1 ? treating[0]! : null;
}

/** The words of each item and of what stands under it. */
function detailsOf(items: readonly Statement[], all: readonly Statement[]): ReadonlyMap<Statement, string> {
  const texts = new Map(items.map((item) => [item, item.text] as const));
  const tops = new Map<number, Statement>();
  for (const item of all) {
    const top = texts.has(item) ? item : item.parent === null ? undefined : tops.get(item.parent);
    if (!top) continue;
    tops.set(item.index, top);
    const known = texts.get(top)!;
    if (item !== top && known.length < LONGEST_ITEM) texts.set(top, `${known}。${item.text}`);
  }
  return texts;
}

function nearest(text: string, sections: readonly Section[], index: ReadonlyMap<string, readonly { readonly section: number; readonly weight: number }[]>): Section | null {
  const scores = new Map<number, number>();
  let all = 0;
  for (const pair of pairsOf(text.slice(0, LONGEST_ITEM))) {
    const hits = index.get(pair) ?? [];
    const rarity = Math.log((sections.length + 1) / (hits.length + 0.5));
    if (rarity <= 0) continue;
    all += rarity;
    // What half of a long report speaks of tells no section.
    if (hits.length <= MOST_SECTIONS) for (const { section, weight } of hits) scores.set(section, (scores.get(section) ?? 0) + rarity * weight);
  }
  const [first, second] = [...scores].sort(([i, a], [j, b]) => b - a || i - j);
  return first && first[1] >= all * ENOUGH && first[1] >= (second?.[1] ?? 0) * AHEAD ? sections[first[0]]! : null;
}

const MOST_SECTIONS = 40;

function textOf(report: Report, section: Section): string {
  let text = '';
  for (let block = section.block; block < section.end && text.length < LONGEST_SECTION; block++) text += report.tree.blocks[block]!.text;
  return text.slice(0, LONGEST_SECTION);
}

const rootOf = (section: Section): Section => (section.parent ? rootOf(section.parent) : section);

const ASIDE = ['plan', 'problems'];

/** Whether a first-level section tells of results. */
export function isResult(report: Report, alignment: Alignment | null, section: Section): boolean {
  const slots = alignment?.slotsOf[section.index] ?? [];
  if (slots.length > 0) return !slots.some((slot) => ASIDE.includes(slot));
  return !plansIn(section.words, report.tree.grammar);
}

/** Sections in which things are reported: the smallest that have a heading, those of the plan and the shortcomings left out. */
export function resultSections(report: Report, alignment: Alignment | null, plan: readonly Statement[]): readonly Section[] {
  const planned = new Set(plan.flatMap(({ section }) => (section >= 0 ? [rootOf(report.sections[section]!)] : [])));
  const combined = planned.size > 0 && report.sections.every((section) => planned.has(rootOf(section)));
  return report.sections.filter((section) => section.depth <= 2 && (section.depth === 2 || section.children.length === 0) && isResult(report, alignment, rootOf(section)) && (combined || !planned.has(rootOf(section))));
}
