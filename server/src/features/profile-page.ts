/**
 * A profile as a page for people: which slots, topics and figures, how many seeds have them and which, how headings are numbered, which norms demand what.
 */

import type { Language } from '../lint';
import type { Frame, Profile, Slot, Topic, Witness } from '../profile';
import { linked, quoted, readable } from './markdown';
import { featureText, labelled } from './messages';

/** A page of hundreds of figures is read by nobody. */
const MOST_FRAMES = 60;

/** Title and Markdown; `origin` says in words where the profile comes from. */
export function profilePage(profile: Profile, origin: string, language: Language): { readonly title: string; readonly markdown: string } {
  const text = (id: Parameters<typeof featureText>[0], args = {}): string => featureText(id, language, args);
  const title = profile.family?.name[language] ?? text('bareProfile');
  const sections = [
    `# ${quoted(title)}`,
    labelled('origin', language) + quoted(origin, 300),
    labelled('seeds', language) + (profile.seeds.length > 0 ? profile.seeds.map((seed) => quoted(seed.name)).join(' · ') : text('nothingLearned')),
    `## ${text('structure')}`,
    table([text('slot'), text('support'), text('share'), text('headings')], profile.slots.map((slot) => [name(slot, language), support(slot), share(slot), headings(slot)])),
    ...profile.slots.flatMap((slot) => evidence(slot, language)),
    ...(profile.topics.length > 0
      ? [`## ${text('topics')}`, table([text('topic'), text('slot'), text('support'), text('headings')], profile.topics.map((topic) => [name(topic, language), quoted(slotName(profile, topic.slot, language)), support(topic), headings(topic)]))]
      : []),
    ...(profile.frames.length > 0
      ? [`## ${text('learnedFigures')}`, table([text('figureName'), text('unit'), text('topic'), text('support'), text('sentence')], profile.frames.slice(0, MOST_FRAMES).map((frame) => [quoted(frame.name), quoted(frame.unit), quoted(placeName(profile, frame, language)), `${frame.support.count}/${frame.support.of}`, quoted(frame.text.replace(/\{\d+\}/g, '__'), 80)]))]
      : []),
    ...(profile.cited.length > 0 ? [`## ${text('templatesNames')}`, profile.cited.slice(0, MOST_FRAMES).map((cited) => `- 《${quoted(cited.name)}》 ${cited.support.count}/${cited.support.of}`).join('\n')] : []),
    `## ${text('numbering')}`,
    profile.numbering.map((habit) => `- ${text('level', { depth: habit.depth })} ${habit.shapes.map(({ shape, count }) => `${quoted(shape.replace('#', 'n') || '—')} × ${count}`).join(', ')}`).join('\n'),
    ...citations(profile, text('citations')),
  ];
  return { title, markdown: sections.filter(Boolean).join('\n\n') + '\n' };
}

const name = (place: Slot | Topic, language: Language): string => `${quoted(place.name[language])} \`${place.id}\``;
const support = (place: Slot | Topic): string => `${place.support.count}/${place.support.of}`;
const share = (slot: Slot): string => (slot.share.max > 0 ? `${percent(slot.share.min)}–${percent(slot.share.max)}` : '—');
const percent = (thousandths: number): string => `${Math.round(thousandths / 10)}%`;
const headings = (place: Slot | Topic): string => place.headings.slice(0, 4).map((heading) => quoted(readable(heading.text), 40)).join('<br>') || '—';
const placeName = (profile: Profile, frame: Frame, language: Language): string => profile.topics.find((topic) => topic.id === frame.topic)?.name[language] ?? slotName(profile, frame.slot, language);
const slotName = (profile: Profile, id: string, language: Language): string => profile.slots.find((slot) => slot.id === id)?.name[language] ?? id;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function evidence(slot: Slot, language: Language): readonly string[] {
  if (slot.evidence.length === 0) return [];
  const witness = ({ seed, text, by }: Witness): string =>
    `- ${quoted(seed)} “${quoted(readable(text))}” (${featureText(by === 'heading' ? 'byHeading' : by === 'combined' ? 'byCombined' : 'byPassage', language)})`;
  return [`### ${name(slot, language)}`, slot.evidence.slice(0, 20).map(witness).join('\n')];
}

function citations(profile: Profile, title: string): readonly string[] {
  const all = Object.values(profile.family?.norms?.citations ?? {});
  if (all.length === 0) return [];
  return [`## ${title}`, all.map((citation) => `- ${linked(quoted(citation.title), citation.url)} ${quoted(citation.text, 400)}`).join('\n')];
}
