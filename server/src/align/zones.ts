/**
 * Which parts of a report promise, which state shortcomings, and which tell what was done. By the alignment where there is one; by heading words alone where no profile
 * holds. Places only; what stands in them is cut into statements elsewhere.
 */

import { cuesOf } from '../profile';
import { plansIn, withoutYears } from '../report';
import type { Report, Section } from '../report';
import { itemMarksOf, sentencesOf } from '../syntax';
import type { Alignment, Filling } from './alignment';
import { fillingsOf } from './alignment';

/** Slots that are known by name: `seeds/common/slots.json` gives them to every family. */
const PLAN = 'plan';
const PROBLEMS = 'problems';

/** Running text from an offset in block `from` to the end of block `to - 1`; `section` is the one whose heading opens it, null for text without a heading of its own. */
export interface Zone {
  readonly from: number;
  readonly at: number;
  readonly to: number;
  readonly section: Section | null;
}

/** The parts of a report that promise, state shortcomings, or tell of results; in document order, without overlap. Results are all running text that is neither. */
export interface Zones {
  readonly plan: readonly Zone[];
  readonly problems: readonly Zone[];
  readonly results: readonly Zone[];
}

/** The parts of a report. Without an alignment no shortcomings are found, since nothing tells their words. */
export function zonesOf(report: Report, alignment: Alignment | null): Zones {
  const plan = planZones(report, alignment);
  const problems = alignment ? fillingsOf(alignment, PROBLEMS).flatMap((filling) => zoneOf(report, alignment, filling, plan)) : [];
  const aside = [...plan, ...problems, ...report.sections.filter((section) => plansIn(section.words, report.tree.grammar)).map(wholeSection)];
  return { plan, problems, results: restOf(report, aside) };
}

/** Headings that fill the slot; else sections that name the next year; else running text that fills the slot; else sections whose heading speaks of what is to come. */
function planZones(report: Report, alignment: Alignment | null): readonly Zone[] {
  const zones = (wanted: (by: Filling['by']) => boolean): readonly Zone[] => (alignment ? fillingsOf(alignment, PLAN).filter(({ by }) => wanted(by)).flatMap((filling) => zoneOf(report, alignment, filling, [])) : []);
  const headed = zones((by) => by === 'heading' || by === 'combined');
  if (headed.length > 0) return outermost(headed);
  const dated = datedSections(report);
  if (dated.length > 0) return outermost(dated.map(wholeSection));
  const spoken = zones((by) => by === 'passage');
  return outermost(spoken.length > 0 ? spoken : report.sections.filter(({ depth, words }) => depth <= 2 && plansIn(words, report.tree.grammar)).map(wholeSection));
}

/** Sections whose heading begins with the next year and does not name the report's own. */
function datedSections(report: Report): readonly Section[] {
  const { year } = report.period;
  if (year === null) return [];
  const next = new RegExp(`^[^。]{0,6}${year + 1}\\s?年`);
  return report.sections.filter(({ depth, words }) => depth <= 2 && next.test(words) && !words.includes(String(year)));
}

const wholeSection = (section: Section): Zone => ({ from: section.block, at: 0, to: section.end, section });

const outermost = (zones: readonly Zone[]): readonly Zone[] =>
  [...zones].sort((a, b) => a.from - b.from || a.at - b.at || b.to - a.to).reduce<readonly Zone[]>((kept, zone) => (kept.length > 0 && zone.from < kept[kept.length - 1]!.to ? kept : [...kept, zone]), []);

function zoneOf(report: Report, alignment: Alignment, filling: Filling, plan: readonly Zone[]): readonly Zone[] {
  const { section, by } = filling;
  if (by === 'mention') return [];
  if (by === 'heading') return section ? [wholeSection(section)] : [];
  if (by === 'combined') return section ? partOf(report, alignment, section, filling.slot, plan) : [];
  const at = filling.at.start - report.tree.starts[filling.block]!;
  const last = section?.end ?? report.sections[0]?.block ?? report.tree.blocks.length;
  const to = filling.slot === PLAN ? last : passageEnd(report, filling.block, section?.bodyEnd ?? last, plan);
  return [{ from: filling.block, at: folded(report, filling.block, at), to: Math.max(filling.block + 1, to), section: null }];
}

/** A heading that fills two slots: the plan begins where its words do; what stands before is the other's. */
function partOf(report: Report, alignment: Alignment, section: Section, slot: string, plan: readonly Zone[]): readonly Zone[] {
  if (slot !== PLAN) {
    const from = plan.find((zone) => zone.from >= section.block && zone.from < section.end);
    return [{ from: section.block, at: 0, to: from ? Math.max(section.block + 1, from.from) : section.end, section }];
  }
  const opening = cuesOf(alignment.profile).slots.find(({ cue }) => cue.id === PLAN)?.opening;
  const own = section.children.find((child) => plansIn(child.words, report.tree.grammar));
  if (own) return [{ ...wholeSection(own), to: section.end }];
  for (let index = section.block; opening && index < section.end; index++) {
    const { text } = report.tree.blocks[index]!;
    for (const sentence of sentencesOf(report.tree.blocks[index]!)) {
      if (opening.test(withoutYears(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300)), report.period.year))) return [{ from: index, at: sentence.start, to: section.end, section: null }];
    }
  }
  return [];
}

/** Shortcomings without a heading end with their paragraph, or with the last paragraph that carries their chain on. */
function passageEnd(report: Report, block: number, end: number, plan: readonly Zone[]): number {
  const stop = Math.min(end, plan.find((zone) => zone.from > block)?.from ?? end);
  let to = block + 1;
  while (to < stop && itemMarksOf(report.tree.blocks[to]!).some(({ initial }) => initial)) to++;
  return to;
}

/** An offset in a block's source as one in its text. */
function folded(report: Report, index: number, at: number): number {
  const { map } = report.tree.blocks[index]!;
  if (!map) return at;
  const found = map.findIndex((raw) => raw >= at);
  return found < 0 ? 0 : found;
}

/** What is left of the running text; a zone that begins inside a block leaves the block's beginning. */
function restOf(report: Report, aside: readonly Zone[]): readonly Zone[] {
  const taken = new Uint8Array(report.tree.blocks.length);
  for (const { from, to } of aside) taken.fill(1, from, to);
  const zones: Zone[] = [];
  for (let from = 0; from < taken.length; from++) {
    if (taken[from]) continue;
    let to = from;
    while (to < taken.length && !taken[to]) to++;
    zones.push({ from, at: 0, to, section: null });
    from = to;
  }
  return zones;
}
