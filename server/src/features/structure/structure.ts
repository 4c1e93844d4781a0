/**
 * The structure of a draft as a checklist: its sections in document order, and between them the slots and topics of the profile that it lacks, each with what stands
 * in it. No protocol and no words of the editor here.
 */

import { fillingsOf, successorOf } from '../../align';
import type { Alignment, Filling } from '../../align';
import { partitionPoint } from '../../base';
import { insideSkeletonFor, skeletonFor, topicSkeletonFor } from '../../edit';
import type { Finding, Language } from '../../lint';
import type { Slot, Topic } from '../../profile';
import { progress, readFigures } from '../../report';
import type { CompiledUnits, Report, Section } from '../../report';
import type { Edit, Span } from '../../text';
import { expectsSlot, expectsTopic } from './expected';
import { BLANK_CODE } from './tally';

/** `there`: written; `thin`: a heading with hardly any text; `missing`: expected and not there. */
export type StructureState = 'there' | 'thin' | 'missing';

export interface StructureItem {
  /** Equal for the same part of two readings: `section:2`, `slot:plan`, `topic:disclosure`. */
  readonly id: string;
  readonly kind: 'section' | 'slot' | 'topic';
  /** The heading as written, or the name of what is missing or stands in the running text. */
  readonly label: string;
  /** Name of the slot or topic, where the label is a heading. */
  readonly part: string;
  readonly state: StructureState;
  /** Where it is, or null when it is missing. */
  readonly at: Span | null;
  /** Index of the section, for moving it; null for what is no section. */
  readonly section: number | null;
  /** Han characters. */
  readonly words: number;
  readonly figures: number;
  /** Blanks to fill in, and the findings besides them. */
  readonly blanks: number;
  readonly errors: number;
  readonly warnings: number;
  readonly children: readonly StructureItem[];
}

/** `done` of `of` expected parts are written; the rest counts over the whole draft. */
export interface Structure {
  readonly done: number;
  readonly of: number;
  readonly blanks: number;
  readonly errors: number;
  readonly warnings: number;
  readonly items: readonly StructureItem[];
}

export interface StructureRequest {
  readonly report: Report;
  /** Null when no profile holds: the sections alone. */
  readonly alignment: Alignment | null;
  readonly findings: readonly Finding[];
  readonly units: CompiledUnits;
  readonly year: number | null;
  readonly language: Language;
}

const THIN: ReadonlySet<string> = new Set(['structure/thin-section', 'structure/empty-section']);

/** What every item needs: running totals of Han characters and figures by block, and where findings begin, rising. */
interface Reading extends StructureRequest {
  readonly words: Int32Array;
  readonly figureBlocks: readonly number[];
  readonly blanks: readonly number[];
  readonly errors: readonly number[];
  readonly warnings: readonly number[];
  readonly thin: ReadonlySet<number>;
}

/** The checklist. */
export function structureOf(request: StructureRequest): Structure {
  const reading = readingOf(request);
  const items = topItems(reading);
  const parts = flat(items).filter((item) => item.kind !== 'section' || item.part !== '');
  return { done: parts.filter((item) => item.state === 'there').length, of: parts.length, blanks: reading.blanks.length, errors: reading.errors.length, warnings: reading.warnings.length, items };
}

function readingOf(request: StructureRequest): Reading {
  const starts = (wanted: (finding: Finding) => boolean): readonly number[] => request.findings.filter(wanted).map((finding) => finding.span.start).sort((a, b) => a - b);
  return {
    ...request,
    words: progress(request.report),
    figureBlocks: readFigures(request.report, request.units).map((figure) => figure.block),
    blanks: starts(({ code }) => code === BLANK_CODE),
    errors: starts(({ code, severity }) => code !== BLANK_CODE && severity === 'error'),
    warnings: starts(({ code, severity }) => code !== BLANK_CODE && severity === 'warning'),
    thin: new Set(starts(({ code }) => THIN.has(code))),
  };
}

/** How many of rising `values` lie from `start` up to `end`. */
const between = (values: readonly number[], { start, end }: Span): number => below(values, end) - below(values, start);

const below = (values: readonly number[], limit: number): number => partitionPoint(values, (value) => value < limit);

const flat = (items: readonly StructureItem[]): readonly StructureItem[] => items.flatMap((item) => [item, ...flat(item.children)]);

/** First-level sections, with the slots nothing fills where they belong and the passages where they stand. */
function topItems(reading: Reading): readonly StructureItem[] {
  const { report, alignment } = reading;
  const tops = report.sections.filter((section) => section.parent === null);
  const sections = tops.map((section) => sectionItem(reading, section));
  if (!alignment) return sections;
  const outer = alignment.profile.slots.filter((slot) => slot.norm?.inside === undefined);
  const missing = outer.filter((slot) => alignment.missing.includes(slot) && expectsSlot(slot)).map((slot) => ({ before: successorOf(alignment, slot), slot }));
  const at = (section: Section | null): readonly StructureItem[] => missing.filter(({ before }) => before === section).map(({ slot }) => missingItem('slot', slot, reading));
  const unheaded = outer.flatMap((slot) => passagesOf(alignment, slot).map((filling) => passageItem(reading, slot, filling)));
  const ordered = [...tops.flatMap((section, i) => [...at(section), sections[i]!]), ...at(null)];
  return [...ordered, ...unheaded];
}

function sectionItem(reading: Reading, section: Section): StructureItem {
  const { report, alignment, language } = reading;
  const slots = (alignment?.slotsOf[section.index] ?? []).map((id) => alignment!.profile.slots.find((slot) => slot.id === id)!);
  const topic = alignment?.profile.topics.find((one) => one.id === alignment.topicOf[section.index]);
  const span = { start: report.tree.starts[section.block]!, end: report.tree.starts[section.end] ?? report.tree.text.value.length };
  const thin = [section.headSpan.start, section.titleSpan.start].some((at) => reading.thin.has(at));
  return {
    id: `section:${section.index}`, kind: 'section', label: headingOf(report, section), part: [...slots, ...(topic ? [topic] : [])].map((part) => part.name[language]).join('、'),
    state: thin ? 'thin' : 'there', at: section.headSpan, section: section.index,
    words: reading.words[section.end]! - reading.words[section.block]!, figures: between(reading.figureBlocks, { start: section.block, end: section.end }),
    blanks: between(reading.blanks, span), errors: between(reading.errors, span), warnings: between(reading.warnings, span),
    children: [...section.children.map((child) => sectionItem(reading, child)), ...slots.flatMap((slot) => withoutHeading(reading, slot))],
  };
}

function headingOf({ tree }: Report, { markerSpan, title }: Section): string {
  return tree.text.value.slice(markerSpan.start, markerSpan.end) + title;
}

/** What belongs into a slot and has no heading there: slots and topics in the running text, and those that are missing. */
function withoutHeading(reading: Reading, host: Slot): readonly StructureItem[] {
  const alignment = reading.alignment!;
  const slots = alignment.profile.slots.filter((slot) => slot.norm?.inside === host.id);
  const topics = alignment.profile.topics.filter((topic) => topic.slot === host.id);
  const found = new Map(alignment.topics.map((one) => [one.topic.id, one]));
  return [
    ...slots.flatMap((slot) => passagesOf(alignment, slot).map((filling) => passageItem(reading, slot, filling))),
    ...slots.filter((slot) => alignment.missing.includes(slot) && expectsSlot(slot)).map((slot) => missingItem('slot', slot, reading)),
    ...topics.filter((topic) => found.get(topic.id)?.by === 'text').map((topic) => textItem(reading, topic, found.get(topic.id)!.sections[0] ?? null)),
    ...topics.filter((topic) => !found.has(topic.id) && expectsTopic(topic, reading.year)).map((topic) => missingItem('topic', topic, reading)),
  ];
}

/** The first passage of a slot that no heading fills. */
function passagesOf(alignment: Alignment, slot: Slot): readonly Filling[] {
  const fillings = fillingsOf(alignment, slot.id);
  return fillings.some((filling) => filling.by === 'heading' || filling.by === 'combined') ? [] : fillings.slice(0, 1);
}

const nothing = { words: 0, figures: 0, blanks: 0, errors: 0, warnings: 0, children: [] } as const;

const passageItem = ({ language }: Reading, slot: Slot, { at }: Filling): StructureItem => ({ ...nothing, id: `slot:${slot.id}`, kind: 'slot', label: slot.name[language], part: '', state: 'there', at, section: null });

const textItem = ({ language }: Reading, topic: Topic, section: Section | null): StructureItem => ({
  ...nothing, id: `topic:${topic.id}`, kind: 'topic', label: topic.name[language], part: '', state: 'there', at: section?.headSpan ?? null, section: null,
});

const missingItem = (kind: 'slot' | 'topic', { id, name }: Slot | Topic, { language }: Reading): StructureItem => ({ ...nothing, id: `${kind}:${id}`, kind, label: name[language], part: '', state: 'missing', at: null, section: null });

/** Edits that put in the missing part that an item's `id` names; empty when it is not missing or has no place. */
export function insertionFor(alignment: Alignment, id: string, year: number | null): readonly Edit[] {
  const [kind, name] = id.split(':');
  const host = (slot: string): Section | null => fillingsOf(alignment, slot).find((filling) => filling.by === 'heading' || filling.by === 'combined')?.section ?? null;
  if (kind === 'slot') {
    const slot = alignment.missing.find((one) => one.id === name);
    if (!slot) return [];
    if (slot.norm?.inside === undefined) return skeletonFor(alignment, slot, successorOf(alignment, slot), year);
    const outer = host(slot.norm.inside);
    return outer ? insideSkeletonFor(alignment, slot, outer, year) : [];
  }
  const topic = kind === 'topic' && !alignment.topics.some((found) => found.topic.id === name) ? alignment.profile.topics.find((one) => one.id === name) : undefined;
  const outer = topic ? host(topic.slot) : null;
  return topic && outer ? topicSkeletonFor(alignment, topic, outer) : [];
}
