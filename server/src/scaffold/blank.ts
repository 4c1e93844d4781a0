/**
 * A draft where there is no last year's report: headings in the order that the seeds have, numbered as they number, with the topics the family knows, prompts, and the
 * figures that most seeds give. Every word comes from the profile.
 */

import type { Frame, Profile, Slot, Topic } from '../profile';
import { writeMarker } from '../syntax';
import type { CompiledGrammar, MarkStyle } from '../syntax';

export interface BlankOptions {
  readonly grammar: CompiledGrammar;
  /** Year of the report. */
  readonly year: number;
}

/** A draft from the profile alone; ends with a line break. */
export function blankReport(profile: Profile, { grammar, year }: BlankOptions): string {
  const prompt = grammar.source.prompt;
  const slots = profile.slots.filter((slot) => !slot.norm?.inside && isUsual(slot)).sort((a, b) => a.at.mean - b.at.mean);
  const sections = slots.map((slot, i) => sectionOf(profile, slot, i + 1, year, prompt));
  const title = profile.family?.norms?.titles[0];
  return [
    ...(title ? [title.replace('{place}', OPEN).replace('{year}', String(year)), ''] : []),
    ...opening(profile, year, prompt),
    '',
    ...sections.flatMap((lines) => [...lines, '']),
    OPEN,
    `${OPEN}年${OPEN}月${OPEN}日`,
    '',
  ].join('\n');
}

/** What is left open and has no name. */
const OPEN = '××';
/** Share of seeds from which on a slot, a topic or a figure is laid out, where no norm asks for it. */
const USUAL = 0.5;
const MOST_FRAMES = 6;

const opening = (profile: Profile, year: number, prompt: string): readonly string[] => [profile.slots.length > 0 ? `${year}年，${prompt}` : prompt];

function isUsual({ norm, support }: Slot): boolean {
  return (norm?.demand !== undefined && norm.demand !== 'hint') || (support.of > 0 && support.count >= support.of * USUAL);
}

function sectionOf(profile: Profile, slot: Slot, ordinal: number, year: number, prompt: string): readonly string[] {
  const head = mark(profile, 1, ordinal) + headingOf(slot, year);
  const topics = profile.topics.filter((topic) => topic.slot === slot.id && isCurrent(topic, year));
  if (topics.length === 0) return [head, ...framed(profile, slot.id, null), withYears(slot.norm?.skeleton ?? prompt, year)];
  const inside = profile.slots.filter(({ norm }) => norm?.inside === slot.id && norm.demand !== undefined && norm.demand !== 'hint');
  const parts = [
    ...topics.map((topic) => ({ title: topicName(topic), lines: [prompt, ...framed(profile, slot.id, topic.id)] })),
    ...inside.map((own) => ({ title: own.norm?.title ?? own.name.zh, lines: [withYears(own.norm?.skeleton ?? prompt, year)] })),
  ];
  return [head, ...parts.flatMap(({ title, lines }, i) => ['', mark(profile, 2, i + 1) + withYears(wide(title), year), ...lines])];
}

/** In force for the year, and usual among the seeds where no norm names it. */
function isCurrent({ norm, support }: Topic, year: number): boolean {
  if (!norm) return support.of > 0 && support.count >= support.of * USUAL;
  return (norm.since === undefined || year >= norm.since) && (norm.until === undefined || year <= norm.until);
}

/** What several seeds call it, else what the norm does; what one place wrote above its own work is no heading for another. */
function topicName({ headings, name, norm }: Topic): string {
  const [first] = headings;
  return first && (first.count > 1 || !norm) ? first.text : name.zh.replace(/（[^）]*）$/, '');
}

function headingOf(slot: Slot, year: number): string {
  const learned = slot.headings[0];
  return withYears(wide(learned && (learned.count > 1 || !slot.norm?.title) ? learned.text : (slot.norm?.title ?? slot.name.zh)), year);
}

/** Sentences with the figures that most seeds give, their numerals left open; a sentence that gives several stands once. */
function framed(profile: Profile, slot: string, topic: string | null): readonly string[] {
  const usual = profile.frames.filter((frame: Frame) => frame.slot === slot && frame.topic === topic && frame.support.count >= Math.max(2, frame.support.of * USUAL));
  const sentences = new Set(usual.map((frame) => `${wide(frame.text.replace(/\{\d+\}/g, '__'))}。`));
  return [...sentences].slice(0, MOST_FRAMES);
}

const STANDARD: readonly MarkStyle[] = ['han', 'han-paren'];

/** The number of a heading, as most seeds write it. */
function mark(profile: Profile, depth: 1 | 2, ordinal: number): string {
  const shape = profile.numbering.find((level) => level.depth === depth)?.shapes[0]?.shape;
  const style = STANDARD[depth - 1]!;
  return writeMarker(style, ordinal, shape?.includes('#') && /^[(（]?#[)）、]$/.test(shape) ? shape.replace('#', '一') : null, true);
}

/** Marks in full width: the profile keeps its words folded. */
const wide = (text: string): string => text.replace(/[,;()]|:(?!\d)/g, (one) => WIDE[one]!);
const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

const withYears = (text: string, year: number): string => text.replace(/\{year([+-]1)?\}/g, (_, step: string | undefined) => String(year + Number(step ?? 0)));
