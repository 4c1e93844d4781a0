/**
 * Everything that can be put into a draft by choice, grouped by section: parts that are missing, at their place; sentences with figures, chains, closing forms and names
 * of documents, at the cursor. What completion proposes at one place is here for all of them. No protocol.
 */

import { framesUnder, givenFrames, placeOfSection } from '../../align';
import type { Alignment } from '../../align';
import type { Frame, Slot, Topic } from '../../profile';
import { sectionAt } from '../../report';
import type { Report } from '../../report';
import type { Edit, Span } from '../../text';
import { featureText } from '../messages';
import { expectsSlot, topicHolds } from '../structure/expected';
import { insertionFor } from '../structure/structure';
import { chainLabel, chainSnippet } from './chains';
import { citedText, knownNames } from './citations';
import { closingForms } from './closings';
import { figureSentence, figureSnippet } from './figures';
import { escaped } from './snippet';
import type { CompletionRequest } from './spot';

/** One thing to put in. */
export interface Template {
  /** `part`: a section or topic; `sentence`: anything that goes into running text. */
  readonly kind: 'part' | 'sentence';
  readonly label: string;
  /** What speaks for it, short. */
  readonly description: string;
  /** What it will read like, in one line. */
  readonly preview: string;
  /** Where: its own place, or null for the cursor. */
  readonly span: Span | null;
  readonly snippet: string;
  /** What changes besides, such as the numbers of the sections behind it. */
  readonly edits: readonly Edit[];
}

export interface TemplateGroup {
  readonly label: string;
  readonly templates: readonly Template[];
}

const MOST_SENTENCES = 24;
const PREVIEW = 120;

/** Groups in the order of the structure, the section at the cursor first; what belongs anywhere last. */
export function templatesAt(request: CompletionRequest): readonly TemplateGroup[] {
  const groups = request.alignment ? sectionGroups(request, request.alignment) : [];
  return [...groups, anywhere(request), documents(request)].filter(({ templates }) => templates.length > 0);
}

function sectionGroups(request: CompletionRequest, alignment: Alignment): readonly TemplateGroup[] {
  const { report, language, offset, units } = request;
  const { profile } = alignment;
  const section = sectionAt(report, offset);
  const here = placeOfSection(alignment, section);
  const near = new Set(framesUnder(alignment, section));
  const given = givenFrames(report, profile.frames, units);
  const left = profile.frames.filter((frame) => !given.has(frame));
  const outer = profile.slots.filter((slot) => slot.norm?.inside === undefined);
  const groups = outer.map((slot): TemplateGroup & { readonly slot: string } => ({
    slot: slot.id, label: slot.name[language],
    templates: [...partsOf(request, alignment, slot), ...sentencesOf(request, left.filter((frame) => frame.slot === slot.id && !near.has(frame)), profile.topics)],
  }));
  const own = outer.find((slot) => slot.id === here.slot);
  const topic = profile.topics.find(({ id }) => id === here.topic);
  const nearby = { label: featureText('templatesHere', language, { name: (topic ?? own)?.name[language] ?? '' }), templates: sentencesOf(request, left.filter((frame) => near.has(frame))) };
  return [nearby, ...groups.filter(({ slot }) => slot === here.slot), ...groups.filter(({ slot }) => slot !== here.slot)];
}

/** The slot itself when it is missing, slots inside it, its topics. */
function partsOf(request: CompletionRequest, alignment: Alignment, host: Slot): readonly Template[] {
  const { year } = request;
  const treated = new Set(alignment.topics.map(({ topic }) => topic.id));
  const slots = alignment.missing.filter((slot) => (slot === host || slot.norm?.inside === host.id) && expectsSlot(slot));
  const topics = alignment.profile.topics.filter((topic) => topic.slot === host.id && !treated.has(topic.id) && topicHolds(topic, year));
  return [...slots.map((slot) => ({ id: `slot:${slot.id}`, place: slot as Slot | Topic })), ...topics.map((topic) => ({ id: `topic:${topic.id}`, place: topic }))].flatMap(({ id, place }) => partOf(request, alignment, id, place));
}

function partOf({ report, year, language }: CompletionRequest, alignment: Alignment, id: string, place: Slot | Topic): readonly Template[] {
  const edits = insertionFor(alignment, id, year);
  const [main] = [...edits].sort((a, b) => b.text.length - a.text.length);
  if (!main) return [];
  const support = place.support.of > 0 ? featureText('seedsHave', language, { ...place.support }) : featureText('normNames', language);
  const lines = main.text.trim().split(/\s*\n\s*/);
  return [{ kind: 'part', label: lines[0]!.slice(0, PREVIEW), description: support, preview: [place.name[language], ...lines.slice(1)].join(' · ').slice(0, PREVIEW), span: main.span, snippet: withStops(report, main.text), edits: edits.filter((edit) => edit !== main) }];
}

/** Prompts as stops with the prompt selected, so that what is not written stays marked as such. */
function withStops(report: Report, text: string): string {
  let next = 1;
  let from = 0;
  let snippet = '';
  for (const open of text.matchAll(new RegExp(report.tree.grammar.placeholder.source, 'g'))) {
    if (open[0] === '') break;
    snippet += `${escaped(text.slice(from, open.index))}\${${next++}:${escaped(open[0])}}`;
    from = open.index + open[0].length;
  }
  return snippet + escaped(text.slice(from));
}

/** `topics` are named beside the sentences that belong to them. */
const sentencesOf = ({ width, language }: CompletionRequest, frames: readonly Frame[], topics: readonly Topic[] = []): readonly Template[] => {
  const seen = new Set<string>();
  const nameOf = (frame: Frame): string => topics.find(({ id }) => id === frame.topic)?.name[language] ?? '';
  return frames.filter((frame) => !seen.has(frame.text) && seen.add(frame.text)).slice(0, MOST_SENTENCES).map((frame) => sentence(
    figureSentence(frame, width), [featureText('seedsHave', language, { ...frame.support }), nameOf(frame)].filter(Boolean).join(' · '), frame.evidence[0]?.text ?? '', `${figureSnippet(frame, width)}。$0`,
  ));
};

const sentence = (label: string, description: string, preview: string, snippet: string): Template => ({ kind: 'sentence', label, description, preview: preview.slice(0, PREVIEW), span: null, snippet, edits: [] });

function anywhere(request: CompletionRequest): TemplateGroup {
  const { report, width, language } = request;
  const chain = chainSnippet(report, width, false);
  return {
    label: featureText('templatesAnywhere', language),
    templates: [
      sentence(chainLabel(report, width), featureText('itemChain', language), chain.replace(/\$\{\d+\}/g, '…').replace(/\$0/g, '').replace(/\s*\n\s*/g, ' '), chain),
      ...closingForms(request).map(({ text, detail }) => sentence(text, detail, '', `${escaped(text)}$0`)),
    ],
  };
}

function documents(request: CompletionRequest): TemplateGroup {
  const { language } = request;
  return { label: featureText('templatesNames', language), templates: knownNames(request).map((known) => sentence(`《${known.name}》`, citedText(known, language), '', `《${escaped(known.name)}》$0`)) };
}
