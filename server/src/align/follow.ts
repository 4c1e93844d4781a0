/**
 * Whether last year's promises are taken up: each statement of last year's plan matched to the places in this year's report that tell of it, by the rare words they share.
 * Every match can be explained by those words; a match that only common words speak for is none.
 */

import { memoOn } from '../base';
import type { Profile } from '../profile';
import type { Report } from '../report';
import { align } from './align';
import type { Alignment } from './alignment';
import { leavesOf, planItems, resultStatements } from './plan';
import type { PlanItem } from './plan';
import { statementsIn } from './statements';
import type { Statement } from './statements';
import { phraseOf, sharedWords, wordingOf } from './wording';
import type { Phrase, Wording } from './wording';

/** A place of this year's report that takes a promise up, with the words that both have, the most telling first. */
export interface Uptake {
  readonly place: Statement;
  readonly weight: number;
  readonly words: readonly string[];
}

/**
 * `reported`: some place takes it up; `unclear`: some words of it return, too few to say so; `unreported`: nothing telling of it returns; `general`: it says nothing
 * that could be looked for.
 */
export type Fate = 'reported' | 'unclear' | 'unreported' | 'general';

/** A promise and what became of it. That of a heading or item with statements below is the best of theirs and its own. */
export interface PlanFate {
  readonly item: PlanItem;
  readonly fate: Fate;
  /** At most three, the best first. */
  readonly places: readonly Uptake[];
  /** What the nearest place shares, taken up or not. */
  readonly nearest: number;
}

/** Words that a pair must share, in words that one statement alone has (`Wording.surprise`). Judged on reports of one place in five consecutive years. */
const ENOUGH = 1.5;
const TOO_LITTLE = 0.8;
/** What a shared word must surprise by before it counts, and what the name of something in quotes counts more. */
const COMMON = 0.3;
const NAMED = 0.4;
/** Further places must say nearly as much as the best. */
const NEAR = 0.6;
const MOST_PLACES = 3;
/** A promise of fewer characters names nothing. */
const SHORTEST = 7;
/** Places that are compared word by word, and statements that a pair of characters may lead to: both bound the work on any text. */
const CANDIDATES = 8;
const LONGEST_POSTING = 64;

const known = new WeakMap<Report, WeakMap<Report, { readonly profile: Profile | null; readonly fates: readonly PlanFate[] }>>();

/** What became of each promise of `previous` in `current`; `alignment` is that of `current`, null when no profile holds. Worked out once for two reports. */
export function followThrough(previous: Report, current: Report, alignment: Alignment | null): readonly PlanFate[] {
  const profile = alignment?.profile ?? null;
  const byCurrent = known.get(previous) ?? new WeakMap<Report, { profile: Profile | null; fates: readonly PlanFate[] }>();
  known.set(previous, byCurrent);
  const old = byCurrent.get(current);
  if (old && old.profile === profile) return old.fates;
  const fates = follow(previous, current, alignment);
  byCurrent.set(current, { profile, fates });
  return fates;
}

/** Last year's report held against the profile of this year's. */
export const alignedAs = (report: Report, alignment: Alignment | null): Alignment | null => (alignment ? align(report, alignment.profile, null) : null);

function follow(previous: Report, current: Report, alignment: Alignment | null): readonly PlanFate[] {
  const items = planItems(previous, alignedAs(previous, alignment));
  if (items.length === 0) return [];
  const places = resultStatements(current, alignment);
  const wording = wordingOf([...phrasesOf(previous), ...phrasesOf(current)]);
  const index = indexOf(places, wording);
  const leaves = new Set(leavesOf(items).map((item) => item.index));
  const own = items.map((item) => fateOf(item, index, wording));
  const below = new Map<number, PlanFate[]>();
  for (const fate of own) for (let at = fate.item.parent; at !== null; at = items[at]!.parent) below.set(at, [...(below.get(at) ?? []), fate]);
  return own.map((fate) => (leaves.has(fate.item.index) ? fate : together(fate, below.get(fate.item.index) ?? [])));
}

/** Every statement of a report, made ready; last year's stays while this year's is written. */
const phrasesOf = memoOn((report: Report): readonly Phrase[] => statementsIn(report, [{ from: 0, at: 0, to: report.tree.blocks.length, section: null }]).map(({ text }) => phraseOf(text)));

const ORDER: readonly Fate[] = ['reported', 'unclear', 'unreported', 'general'];

function together(own: PlanFate, below: readonly PlanFate[]): PlanFate {
  const all = [own, ...below];
  const places = new Map<number, Uptake>();
  for (const uptake of all.flatMap((fate) => fate.places).sort((a, b) => b.weight - a.weight)) if (!places.has(uptake.place.index)) places.set(uptake.place.index, uptake);
  return { item: own.item, nearest: Math.max(...all.map(({ nearest }) => nearest)), fate: ORDER.find((fate) => all.some((other) => other.fate === fate))!, places: [...places.values()].slice(0, MOST_PLACES) };
}

/** A rare pair: what it weighs, and the places that have it. */
interface Posting {
  readonly weight: number;
  readonly places: readonly number[];
}

/** Statements to be found by the pairs of characters in them. */
interface Index {
  readonly places: readonly Statement[];
  readonly phrases: readonly Phrase[];
  readonly postings: ReadonlyMap<string, Posting>;
}

function indexOf(places: readonly Statement[], wording: Wording): Index {
  const phrases = places.map(({ text }) => phraseOf(text));
  const postings = new Map<string, number[]>();
  phrases.forEach((phrase, i) => {
    for (const pair of pairsOf(phrase)) {
      const own = postings.get(pair);
      if (!own) postings.set(pair, [i]);
      else if (own.length <= LONGEST_POSTING) own.push(i);
    }
  });
  const rare = new Map<string, Posting>();
  for (const [pair, own] of postings) {
    const weight = own.length > LONGEST_POSTING ? 0 : wording.surprise(pair) - COMMON;
    if (weight > 0) rare.set(pair, { weight, places: own });
  }
  return { places, phrases, postings: rare };
}

function pairsOf({ runs }: Phrase): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of runs) for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2));
  return pairs;
}

function fateOf(item: PlanItem, index: Index, wording: Wording): PlanFate {
  const phrase = phraseOf(item.text);
  if (phrase.text.length < SHORTEST || /[!?]$/.test(item.text)) return { item, fate: 'general', places: [], nearest: 0 };
  const found = candidates(phrase, index).map((place) => uptakeOf(phrase, place, index, wording)).sort((a, b) => b.weight - a.weight || a.place.index - b.place.index);
  const best = found[0]?.weight ?? 0;
  const places = found.filter(({ weight }) => weight >= ENOUGH && weight >= best * NEAR).slice(0, MOST_PLACES);
  return { item, fate: places.length > 0 ? 'reported' : best >= TOO_LITTLE ? 'unclear' : 'unreported', places, nearest: best };
}

/** The places that share most rare pairs with a phrase. */
function candidates(phrase: Phrase, { postings }: Index): readonly number[] {
  const weights = new Map<number, number>();
  for (const pair of pairsOf(phrase)) {
    const own = postings.get(pair);
    if (!own) continue;
    for (const place of own.places) weights.set(place, (weights.get(place) ?? 0) + own.weight);
  }
  return [...weights].sort(([a, m], [b, n]) => n - m || a - b).slice(0, CANDIDATES).map(([place]) => place);
}

function uptakeOf(phrase: Phrase, place: number, { places, phrases }: Index, wording: Wording): Uptake {
  const other = phrases[place]!;
  const shared = sharedWords(phrase, (words) => other.text.includes(words), wording)
    .map(({ words, weight }) => ({ words, weight: Math.max(0, weight - COMMON) + (weight > COMMON && (phrase.names.has(words) || other.names.has(words)) ? NAMED : 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return { place: places[place]!, weight: shared.reduce((sum, { weight }) => sum + weight, 0), words: shared.map(({ words }) => words) };
}
