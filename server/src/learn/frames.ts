/**
 * Figures that seeds share: names that mean one figure put together, counted once a seed, with the place where most seeds give it and a sentence that other reports can
 * use. A pure function of the set of digests.
 */

import { compareText } from '../base';
import { frameLikeness } from '../profile';
import type { FigureDigest, FigureRun, Frame, SeedDigest, Slot, Topic } from '../profile';
import { tally } from './habits';

/** Names beyond this number, the rarest, are not compared: many thousand seeds have as many of them as one likes. */
const MOST_NAMES = 2400;
const MOST_LEADERS = 400;
const MOST_FRAMES = 160;
const MOST_NAMES_KEPT = 8;
const MOST_EVIDENCE = 6;

interface Place {
  readonly slot: string;
  readonly topic: string | null;
}

/** A figure of a seed with where it stands. */
interface Mention {
  readonly seed: SeedDigest;
  readonly run: FigureRun;
  readonly at: number;
  readonly figure: FigureDigest;
  readonly place: Place;
}

/** One name with all its mentions; several of them make a cluster under the commonest. */
interface Name {
  readonly key: string;
  readonly mentions: readonly Mention[];
  readonly seeds: ReadonlySet<string>;
}

interface Cluster {
  readonly lead: FigureDigest;
  readonly names: Name[];
}

/** Frames, the best supported first. Only figures that two seeds give, or those of the only seed there is. */
export function learnFrames(seeds: readonly SeedDigest[], slots: readonly Slot[], topics: readonly Topic[]): readonly Frame[] {
  const clusters = clustersOf(namesOf(seeds, slots, topics));
  const counted = clusters.map((cluster) => ({ mentions: cluster.names.flatMap((name) => name.mentions), count: new Set(cluster.names.flatMap((name) => [...name.seeds])).size }));
  const kept = counted.filter(({ count }) => count >= 2 || seeds.length === 1);
  const known = new Set(kept.flatMap(({ mentions }) => mentions.map((mention) => mention.figure)));
  const frames = kept.map(({ mentions, count }) => frameOf(mentions, { count, of: seeds.length }, known));
  return frames.sort((a, b) => b.support.count - a.support.count || compareText(a.slot, b.slot) || compareText(a.topic ?? '', b.topic ?? '') || compareText(a.name, b.name) || compareText(a.verb, b.verb) || compareText(a.unit, b.unit)).slice(0, MOST_FRAMES);
}

/** Every name that seeds use, those of most seeds first. */
function namesOf(seeds: readonly SeedDigest[], slots: readonly Slot[], topics: readonly Topic[]): readonly Name[] {
  const names = new Map<string, { mentions: Mention[]; seeds: Set<string> }>();
  for (const seed of seeds) {
    const places = placesOf(seed, slots, topics);
    for (const run of seed.figures) {
      const place = places[run.section];
      if (!place) continue;
      run.figures.forEach((figure, at) => {
        if (figure.name === '') return;
        const key = `${figure.name}|${figure.unit}|${figure.kind}|${figure.inherited ? figure.verb : ''}`;
        let name = names.get(key);
        if (!name) names.set(key, (name = { mentions: [], seeds: new Set() }));
        name.mentions.push({ seed, run, at, figure, place });
        name.seeds.add(seed.id);
      });
    }
  }
  return [...names].map(([key, name]) => ({ key, ...name })).sort((a, b) => b.seeds.size - a.seeds.size || compareText(a.key, b.key)).slice(0, MOST_NAMES);
}

/** The commonest names lead; each rarer one joins the leader it is most like. */
function clustersOf(names: readonly Name[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (const name of names) {
    const own = name.mentions[0]!.figure;
    let best: Cluster | null = null;
    let score = 0;
    for (const cluster of clusters) {
      const alike = frameLikeness(cluster.lead, own);
      if (alike <= score) continue;
      score = alike;
      best = cluster;
    }
    if (best) best.names.push(name);
    else if (clusters.length < MOST_LEADERS) clusters.push({ lead: own, names: [name] });
  }
  return clusters;
}

function frameOf(mentions: readonly Mention[], support: Frame['support'], known: ReadonlySet<FigureDigest>): Frame {
  // Of equally common names the shortest says most for other reports.
  const [first, ...others] = [...tally(mentions.map(({ figure }) => figure.name))].sort((a, b) => b.count - a.count || a.text.length - b.text.length);
  const usual = (values: readonly string[]): string => tally(values)[0]?.text ?? '';
  const place = JSON.parse(usual(mentions.map((mention) => JSON.stringify([mention.place.slot, mention.place.topic])))) as [string, string | null];
  const own = mentions.filter(({ figure }) => figure.name === first!.text);
  const { kind, inherited } = own[0]!.figure;
  const unit = usual(mentions.map(({ figure }) => figure.unit));
  const verb = usual(mentions.map(({ figure }) => figure.verb));
  const sentence = sentenceOf(mentions.filter(({ figure }) => figure.unit === unit), known) ?? { text: `${verb}${first!.text}{0}${unit}`, at: 0 };
  return {
    name: first!.text,
    otherNames: others.slice(0, MOST_NAMES_KEPT).map(({ text }) => text),
    verb, unit, kind,
    decimals: Number(usual(mentions.map(({ figure }) => String(figure.decimals)))),
    ...(inherited ? { inherited } : {}),
    slot: place[0],
    topic: place[1],
    support,
    ...sentence,
    evidence: evidenceOf(mentions),
  };
}

/** One sentence a seed, as it stands there. */
function evidenceOf(mentions: readonly Mention[]): Frame['evidence'] {
  const bySeed = new Map<string, { seed: string; text: string }>();
  for (const { seed, run } of mentions) if (!bySeed.has(seed.id)) bySeed.set(seed.id, { seed: seed.name, text: run.text.replace(/\{\d+\}/g, '…') });
  return [...bySeed.values()].slice(0, MOST_EVIDENCE);
}

/** The sentence that another report can use best: one of figures that seeds share, two or three rather than one, short; else the clause of the figure alone; null when all speak of one place or one document. */
function sentenceOf(mentions: readonly Mention[], known: ReadonlySet<FigureDigest>): { readonly text: string; readonly at: number } | null {
  const whole = mentions.filter(({ run }) => run.figures.every((figure) => known.has(figure) || figure.inherited)).map(({ seed, run, at }) => ({ seed, text: run.text, at, figures: Math.min(3, run.figures.length) }));
  const alone = mentions.map(({ seed, run, at }) => ({ seed, text: clauseOf(run.text, at), at: 0, figures: 0 }));
  const usable = [...whole, ...alone].filter(({ seed, text }) => isGeneral(text, seed));
  const [best] = usable.sort((a, b) => b.figures - a.figures || a.text.length - b.text.length || compareText(a.text, b.text) || a.at - b.at);
  return best ? { text: best.text, at: best.at } : null;
}

/** The clause that gives the figure `{at}`, with that one renumbered; empty when it gives others too. */
function clauseOf(text: string, at: number): string {
  const clause = text.split(/[,，、;；]/).find((part) => part.includes(`{${at}}`)) ?? '';
  return (clause.match(/\{\d+\}/g) ?? []).length === 1 ? clause.replace(/\{\d+\}/, '{0}') : '';
}

/** No other number, no title, no quotation, and not the name of the seed's own place. */
function isGeneral(text: string, seed: SeedDigest): boolean {
  if (text === '' || /\d|[《》“”‘’()]/.test(text.replace(/\{\d+\}/g, ''))) return false;
  const place = /^(\p{Script=Han}{2})\p{Script=Han}{0,8}?(?:\{year|20\d\d)/u.exec(seed.title ?? '')?.[1];
  return place === undefined || !text.includes(place);
}

/** Place of each section of a seed: its topic, by what it was found to be or by what topics are called; else its slot. */
function placesOf(seed: SeedDigest, slots: readonly Slot[], topics: readonly Topic[]): readonly (Place | null)[] {
  const topicById = new Map(topics.map((topic) => [topic.id, topic]));
  const found = topics.filter((topic) => topic.norm === null);
  let host: string | null = null;
  return seed.sections.map((section): Place | null => {
    const own = section.slots[0] ?? (section.depth === 1 ? slots.find((slot) => slot.headings.some((heading) => heading.text === section.title))?.id : undefined) ?? null;
    if (section.depth === 1) host = own;
    const slot = own ?? host;
    const topic = section.topic === undefined ? found.find((one) => one.slot === slot && one.headings.some((heading) => heading.text === section.title)) : topicById.get(section.topic);
    return topic ? { slot: topic.slot, topic: topic.id } : slot === null ? null : { slot, topic: null };
  });
}
