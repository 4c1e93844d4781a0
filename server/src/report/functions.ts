/**
 * What the sections and passages of a report do: which of them states results, problems, a plan. By heading words, by the sentence with which text opens,
 * by what is said in passing, and by place; never by a literal heading alone.
 */

import { memoOn } from '../base';
import { sentencesOf } from '../syntax';
import type { Block } from '../syntax';
import type { Span } from '../text';
import type { CompiledCues, CompiledSlot } from './cues';
import { countBits, topicMasks } from './cues';
import type { Report, Section } from './report';
import { hanOf } from './zones';

/** Running text that does something without a heading of its own. */
export interface Passage {
  readonly slot: string;
  readonly kind: 'passage' | 'mention';
  readonly block: number;
  /** The sentence, in `block.text`. */
  readonly at: Span;
  /** Index of the section it stands in, or null. */
  readonly section: number | null;
}

export interface Functions {
  /** Slots of each section by its heading or opening, by section index; empty for most lower sections. */
  readonly slotsOf: readonly (readonly string[])[];
  readonly passages: readonly Passage[];
  /** Topic of each section by its heading, by section index. */
  readonly topicOf: readonly (string | null)[];
  /** Topics whose terms occur often enough in running text, with the indices of the sections where they do. */
  readonly treated: ReadonlyMap<string, readonly number[]>;
}

/** Recognises functions. `year` is the report's year, or null. */
export function recognise(report: Report, cues: CompiledCues, year: number | null): Functions {
  const slotsOf = report.sections.map((section) => headingSlots(report, section, cues, year));
  fillResidual(report, slotsOf, cues);
  const owners = ownersOf(report);
  const passages = findPassages(report, slotsOf, owners, cues, year);
  const topicOf = report.sections.map((section) => topicOfHeading(section, cues, slotsOf));
  return { slotsOf, passages, topicOf, treated: treatedTopics(report, slotsOf, owners, cues) };
}

/** Folded text with the report's year as 本年度 and the next as 下年度. */
export function withoutYears(text: string, year: number | null): string {
  if (year === null || text.indexOf('年') < 0) return text;
  return text.replace(/\s?((?:19|20)\d\d)\s?年(?:度|\s)?/g, (whole, digits: string) => (Number(digits) === year ? '本年度' : Number(digits) === year + 1 ? '下年度' : whole));
}

/** Abstracted heading words (`{year}年…`) with one sign a year, for comparing: the braces would make any two headings with a year alike. */
export function plainly(words: string): string {
  return words.replace(/\{year([+-]1)?\}/g, (_, offset: string | undefined) => (offset === '+1' ? 'N' : offset === '-1' ? 'P' : 'Y'));
}

/** Block index → index of the innermost section it belongs to. */
export function ownersOf(report: Report): Int32Array {
  const owners = new Int32Array(report.tree.blocks.length).fill(-1);
  for (const section of report.sections) for (let i = section.block; i < section.bodyEnd; i++) owners[i] = section.index;
  return owners;
}

function headingSlots(report: Report, section: Section, cues: CompiledCues, year: number | null): readonly string[] {
  const words = withoutYears(section.words, year);
  const matches: { id: string; start: number; end: number }[] = [];
  for (const slot of cues.slots) {
    if (slot.notHeading?.test(words)) continue;
    const place = longest(slot, words);
    if (!place || !deepEnough(slot, section, place, words)) continue;
    matches.push({ id: slot.cue.id, ...place });
  }
  const kept = matches.filter((a) => !matches.some((b) => b !== a && b.start < a.end && a.start < b.end && (b.end - b.start > a.end - a.start || (b.end - b.start === a.end - a.start && b.start > a.start))));
  if (kept.length > 0) return kept.sort((a, b) => a.start - b.start).map((match) => match.id);
  return section.depth === 1 ? openingSlots(report, section, cues, year) : [];
}

function longest(slot: CompiledSlot, words: string): Span | null {
  let best: Span | null = null;
  for (const pattern of slot.heading) {
    const match = pattern.exec(words);
    if (match && (!best || match[0].length > best.end - best.start)) best = { start: match.index, end: match.index + match[0].length };
  }
  return best;
}

/** Below the first level a heading must be about the slot and nothing else, unless the slot has its place inside another one. */
function deepEnough(slot: CompiledSlot, section: Section, place: Span, words: string): boolean {
  if (slot.cue.inside) return true;
  if (section.depth === 1) return true;
  return section.depth === 2 && !slot.cue.residual && place.end - place.start >= words.length * 0.6;
}

/** A theme-style heading says nothing; the first sentence below it may. */
function openingSlots(report: Report, section: Section, cues: CompiledCues, year: number | null): readonly string[] {
  const first = firstSentence(report, section);
  if (!first) return [];
  const words = withoutYears(first, year);
  return cues.slots.filter((slot) => slot.opening?.test(words) && placedWithin(report, section.block, slot)).map((slot) => slot.cue.id);
}

function firstSentence(report: Report, section: Section): string | null {
  for (let i = section.block; i < Math.min(section.bodyEnd, section.block + 3); i++) {
    const block = report.tree.blocks[i]!;
    const sentence = sentencesOf(block)[0];
    if (sentence && (i > section.block || section.runIn)) return block.text.slice(sentence.start, sentence.end);
  }
  return null;
}

/** First-level sections that nothing claims belong to the slot that takes the rest. */
function fillResidual(report: Report, slotsOf: (readonly string[])[], cues: CompiledCues): void {
  const rest = cues.slots.find((slot) => slot.cue.residual);
  if (!rest) return;
  for (const section of report.sections) {
    if (section.depth !== 1 || slotsOf[section.index]!.length > 0) continue;
    const ownChild = section.children.some((child) => slotsOf[child.index]!.includes(rest.cue.id));
    if (!ownChild) slotsOf[section.index] = [rest.cue.id];
  }
}

const placedWithin = (report: Report, block: number, slot: CompiledSlot): boolean => {
  const [from, to] = slot.cue.within ?? [0, 1];
  const end = report.sections[report.sections.length - 1]?.end ?? report.tree.blocks.length;
  const last = report.tree.starts[Math.max(0, end - 1)]! + (report.tree.blocks[Math.max(0, end - 1)]?.raw.length ?? 1);
  const here = report.tree.starts[block]! / Math.max(1, last);
  return here >= from && here <= to;
};

function findPassages(report: Report, slotsOf: readonly (readonly string[])[], owners: Int32Array, cues: CompiledCues, year: number | null): readonly Passage[] {
  const passages: Passage[] = [];
  const headed = new Set(slotsOf.flat());
  for (const slot of cues.slots) {
    if (slot.opening && !headed.has(slot.cue.id)) {
      const found = firstPassage(report, slot, owners, cues, year);
      if (found) passages.push(found);
    }
  }
  for (const slot of cues.slots) {
    if (!slot.mention || headed.has(slot.cue.id)) continue;
    const found = firstMention(report, slot, slotsOf, owners, passages, cues);
    if (found) passages.push(found);
  }
  return passages;
}

function firstPassage(report: Report, slot: CompiledSlot, owners: Int32Array, cues: CompiledCues, year: number | null): Passage | null {
  const { tree, roles } = report;
  const [from, to] = slot.cue.within ?? [0, 1];
  const total = tree.text.value.length || 1;
  for (let i = 0; i < tree.blocks.length; i++) {
    if (roles[i] !== 'body' && roles[i] !== 'heading' && roles[i] !== 'opening') continue;
    const block = tree.blocks[i]!;
    const hit = openingHits(block, cues, year)[cues.slots.indexOf(slot)]!;
    for (const at of hit) {
      const here = (tree.starts[i]! + at.start) / total;
      if (here >= from && here <= to) return { slot: slot.cue.id, kind: 'passage', block: i, at, section: owners[i]! >= 0 ? owners[i]! : null };
    }
  }
  return null;
}

function firstMention(report: Report, slot: CompiledSlot, slotsOf: readonly (readonly string[])[], owners: Int32Array, passages: readonly Passage[], cues: CompiledCues): Passage | null {
  const { tree, roles } = report;
  const host = slot.cue.inside;
  for (let i = 0; i < tree.blocks.length; i++) {
    if (roles[i] !== 'body' && roles[i] !== 'heading') continue;
    if (host && !inHost(report, host, i, slotsOf, owners, passages)) continue;
    const at = mentionHits(tree.blocks[i]!, cues)[cues.slots.indexOf(slot)];
    if (at) return { slot: slot.cue.id, kind: 'mention', block: i, at, section: owners[i]! >= 0 ? owners[i]! : null };
  }
  return null;
}

/** True when block `i` lies in a section of the slot `host`, or behind the passage that fills it. */
function inHost(report: Report, host: string, i: number, slotsOf: readonly (readonly string[])[], owners: Int32Array, passages: readonly Passage[]): boolean {
  for (let section: Section | null = owners[i]! >= 0 ? report.sections[owners[i]!]! : null; section; section = section.parent) {
    if (slotsOf[section.index]!.length > 0) return slotsOf[section.index]!.includes(host) || passages.some((passage) => passage.slot === host && passage.block === i);
  }
  return passages.some((passage) => passage.slot === host && (passage.block === i || (passage.block < i && owners[passage.block] === owners[i])));
}

type OpeningHits = readonly (readonly Span[])[];
const openings = new WeakMap<CompiledCues, Map<number | null, (block: Block) => OpeningHits>>();

/** Sentences of a block that open a passage of each slot; kept per block. */
function openingHits(block: Block, cues: CompiledCues, year: number | null): OpeningHits {
  let byYear = openings.get(cues);
  if (!byYear) openings.set(cues, (byYear = new Map()));
  let find = byYear.get(year);
  if (!find) {
    find = memoOn((key: Block) => {
      const sentences = sentencesOf(key);
      const words = sentences.map((span) => withoutYears(key.text.slice(span.start, Math.min(span.end, span.start + 300)), year));
      return cues.slots.map((slot) => (slot.opening ? sentences.filter((_, i) => slot.opening!.test(words[i]!)) : []));
    });
    byYear.set(year, find);
  }
  return find(block);
}

const mentions = new WeakMap<CompiledCues, (block: Block) => readonly (Span | null)[]>();

/** The first sentence of a block that mentions each slot's matter; titles of documents do not count. */
function mentionHits(block: Block, cues: CompiledCues): readonly (Span | null)[] {
  let find = mentions.get(cues);
  if (!find) {
    find = memoOn((key: Block) => {
      const sentences = key.title.end > key.title.start ? [key.title, ...sentencesOf(key)] : sentencesOf(key);
      const words = sentences.map((span) => key.text.slice(span.start, Math.min(span.end, span.start + 600)).replace(/《[^》]*》/g, '《》'));
      return cues.slots.map((slot) => (slot.mention ? (sentences.find((_, i) => slot.mention!.test(words[i]!)) ?? null) : null));
    });
    mentions.set(cues, find);
  }
  return find(block);
}

function topicOfHeading(section: Section, cues: CompiledCues, slotsOf: readonly (readonly string[])[]): string | null {
  const slots = hostSlots(section, slotsOf, cues);
  for (let i = 0; i < cues.topics.length; i++) {
    const topic = cues.topics[i]!;
    if (slots.includes(topic.slot) && cues.topicHeadings[i]?.test(section.words)) return topic.id;
  }
  return null;
}

const masks = new WeakMap<CompiledCues, (block: Block) => Int32Array>();

function treatedTopics(report: Report, slotsOf: readonly (readonly string[])[], owners: Int32Array, cues: CompiledCues): ReadonlyMap<string, readonly number[]> {
  if (cues.topics.length === 0) return new Map();
  let find = masks.get(cues);
  if (!find) masks.set(cues, (find = memoOn((block: Block) => topicMasks(block.text, cues))));
  const { tree, roles, sections } = report;
  const hosts = sections.map((section) => hostSlots(section, slotsOf, cues));
  const seen = new Int32Array(cues.topics.length);
  const where = cues.topics.map(() => new Set<number>());
  for (let i = 0; i < tree.blocks.length; i++) {
    if (roles[i] !== 'body' && roles[i] !== 'heading' && roles[i] !== 'table') continue;
    const owner = owners[i]!;
    const host = owner >= 0 ? hosts[owner]! : [];
    const mask = find(tree.blocks[i]!);
    for (let t = 0; t < seen.length; t++) {
      if (!mask[t] || (host.length > 0 && !host.includes(cues.topics[t]!.slot))) continue;
      seen[t]! |= mask[t]!;
      if (owner >= 0) where[t]!.add(owner);
    }
  }
  return new Map(cues.topics.flatMap((topic, t) => (countBits(seen[t]!) >= (topic.enough ?? 2) ? [[topic.id, [...where[t]!]] as const] : [])));
}

/** Slots of the nearest section upward that has any; a slot that lies inside another one is passed over. */
function hostSlots(from: Section | null, slotsOf: readonly (readonly string[])[], cues: CompiledCues): readonly string[] {
  for (let section = from; section; section = section.parent) {
    const own = slotsOf[section.index]!.filter((id) => !cues.slots.find((slot) => slot.cue.id === id)?.cue.inside);
    if (own.length > 0) return own;
  }
  return [];
}

/** Han characters of each block summed from the start: entry i is what stands before block i. For places and shares. */
export function progress(report: Report): Int32Array {
  const before = new Int32Array(report.tree.blocks.length + 1);
  report.tree.blocks.forEach((block, i) => {
    const role = report.roles[i];
    before[i + 1] = before[i]! + (role === 'body' || role === 'heading' || role === 'opening' ? hanOf(block) : 0);
  });
  return before;
}
