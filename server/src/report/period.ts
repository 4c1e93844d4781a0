/**
 * Which year a report is about: title, opening, headings, sign-off and body each have a say, and places that agree outweigh one that does not.
 */

import type { Block, CompiledGrammar, Tree } from '../syntax';
import { placeOf } from '../syntax';
import type { Period, Role, Section, Title, YearMention } from './report';
import { yearsOf } from './years';
import type { YearWord } from './years';

interface Vote {
  readonly year: number;
  readonly weight: number;
  readonly source: string;
}

/** A title is looked at most and wrong least; an opening is what gets copied from last year. One date in the body tells little, several tell. */
const WEIGHT = { title: 3.5, opening: 2.2, span: 2.5, lead: 1, heading: 2.5, plan: 2.2, signOff: 2, body: 0.6, dated: 0.3, published: 0.4 } as const;
const MOST: Readonly<Record<string, number>> = { body: 4, heading: 2, plan: 2 };

/** The period of a report that was read so far. */
export function readPeriod(tree: Tree, roles: readonly Role[], title: Title | null, sections: readonly Section[]): Period {
  const read = mentionsOf(tree, roles, sections);
  const mentions = title ? [...titleMentions(tree, title), ...read.mentions] : read.mentions;
  const tally = count([...titleVotes(title), ...read.votes, ...publishedVotes(tree, roles)]);
  const ranked = [...tally.entries()].sort(([yearA, a], [yearB, b]) => b.weight - a.weight || b.sources.size - a.sources.size || yearA - yearB);
  const first = ranked[0];
  if (!first) return { year: null, sure: false, mentions };
  return { year: first[0], sure: isSure(first[1], ranked[1]?.[1]), mentions };
}

/** Two places that have nothing to do with each other say so, and what speaks against them is less: in weight by far, or in the number of places. */
function isSure(first: Tally, second: Tally | undefined): boolean {
  if (first.sources.size < 2) return false;
  return !second || first.weight >= second.weight + 1 || (first.sources.size > second.sources.size && first.weight > second.weight);
}

function titleMentions(tree: Tree, title: Title): readonly YearMention[] {
  const source = tree.text.value.slice(title.span.start, title.span.end);
  const match = TITLE_YEAR.exec(source.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
  if (!match) return [];
  const start = title.span.start + match.index;
  return [{ year: Number(match[1]), span: { start, end: start + match[0].length }, where: 'title' }];
}

const TITLE_YEAR = /((?:19|20)\d\d)\s?年/;

function titleVotes(title: Title | null): readonly Vote[] {
  const match = title && TITLE_YEAR.exec(title.text);
  return match ? [{ year: Number(match[1]), weight: WEIGHT.title, source: 'title' }] : [];
}

interface Read {
  readonly mentions: readonly YearMention[];
  readonly votes: readonly Vote[];
}

function mentionsOf(tree: Tree, roles: readonly Role[], sections: readonly Section[]): Read {
  const depthOf = new Map(sections.map((section) => [section.block, section.depth]));
  const mentions: YearMention[] = [];
  const votes: Vote[] = [];
  let opened = false;
  tree.blocks.forEach((block, i) => {
    const role = roles[i]!;
    if (role === 'residue' || role === 'appendix' || role === 'table' || role === 'title' || block.kind !== 'text') return;
    const words = yearsOf(block, tree.grammar);
    const span = role === 'opening' ? wholeYear(block) : null;
    if (span) {
      mentions.push({ year: span.year, span: placeOf(tree, i, span), where: 'opening' });
      votes.push({ year: span.year, weight: WEIGHT.span, source: 'span' });
    }
    words.forEach((word, at) => {
      const next = words[at + 1]?.start ?? block.text.length;
      const where = placeOfWord(block, word, next, role, depthOf.get(i) ?? null, opened, tree.grammar);
      if (where === 'opening' && leadsOn(block, word, tree.grammar)) {
        mentions.push({ year: word.year, span: placeOf(tree, i, { start: word.start, end: word.end }), where });
        votes.push({ year: word.year, weight: WEIGHT.lead, source: 'lead' });
        return;
      }
      if (where === 'opening') opened = true;
      if (where === 'body' && !(word.initial || role === 'opening')) return;
      mentions.push({ year: word.year, span: placeOf(tree, i, { start: word.start, end: word.end }), where });
      votes.push(voteOf(where, word, block, tree.grammar));
    });
    if (role === 'opening') opened = true;
  });
  return { mentions, votes };
}

function placeOfWord(block: Block, word: YearWord, next: number, role: Role, depth: number | null, opened: boolean, grammar: CompiledGrammar): YearMention['where'] {
  if (role === 'sign-off' || endsInDate(block, word)) return 'sign-off';
  if (role === 'heading' && depth === 1 && word.start < titleEnd(block)) return plansIn(block.text.slice(word.end, Math.min(next, titleEnd(block))), grammar) ? 'plan' : 'heading';
  if (role === 'opening' && leadsOn(block, word, grammar)) return 'opening';
  return role === 'opening' && !opened && !word.dated && (word.initial || followsTitle(block, word, grammar)) ? 'opening' : 'body';
}

/** `现将2023年度…情况报告如下`: the words that lead over to the report say what it is about, unless they speak of a plan as well. */
function leadsOn({ text }: Block, word: YearWord, grammar: CompiledGrammar): boolean {
  if (word.dated || word.initial) return false;
  const match = grammar.draft.leads.exec(text.slice(word.end, word.end + LONGEST_LEAD));
  return match !== null && !grammar.future.test(match[0]) && !/(?:19|20)\d\d/.test(match[0]);
}

const LONGEST_LEAD = 60;

/** `2024年1月1日至12月31日`: the time that the figures of a report cover. Its first year as a place in the block. */
function wholeYear({ text }: Block): { readonly year: number; readonly start: number; readonly end: number } | null {
  const match = WHOLE_YEAR.exec(text);
  if (!match) return null;
  return { year: Number(match[1]), start: match.index, end: match.index + match[1]!.length + 1 };
}

const WHOLE_YEAR = /((?:19|20)\d\d)年1月1日起?,?[至到—-]{1,2}(?:\1年)?12月31日/;

/** A date behind the last sentence of a paragraph: the sign-off of a report that lost its line breaks. */
function endsInDate({ text }: Block, word: YearWord): boolean {
  return word.dated && text.length - word.start <= 14 && /[。\s]$/.test(text.slice(0, word.start)) && /日$/.test(text);
}

/** `…情况的报告 2023年,` or `…情况的报告某某局2023年,`: the first paragraph, run into the title. */
function followsTitle({ text }: Block, word: YearWord, grammar: CompiledGrammar): boolean {
  if (word.start === 0 || word.start >= LONGEST_TITLE || text[word.end] !== ',') return false;
  if (text.charCodeAt(word.start - 1) <= 0x20) return true;
  for (let end = word.start; end >= SHORTEST_TITLE; end--) if (grammar.titleEnd.test(text.slice(0, end))) return true;
  return false;
}

const LONGEST_TITLE = 120;
const SHORTEST_TITLE = 6;

/** Where the heading words of a block end; a heading without a number is nothing but heading words. */
const titleEnd = (block: Block): number => (block.title.end > block.title.start ? block.title.end : block.text.length);

/**
 * True when heading words (behind a year, if they have one) speak of what is to come: `2024年工作打算`, but not `2023年工作及下一步打算`, where they go with
 * another matter, nor a report on how a plan was carried out.
 */
export function plansIn(words: string, grammar: CompiledGrammar): boolean {
  const own = words.replace(/^(?:19|20)\d\d\s?年度?/, '').split(/[和及与暨、,;]|以及/)[0]!.trim();
  const match = grammar.future.exec(own);
  if (!match) return false;
  return match.index + match[0].length >= own.length || !grammar.titleEnd.test(own);
}

function voteOf(where: YearMention['where'], word: YearWord, block: Block, grammar: CompiledGrammar): Vote {
  const { year } = word;
  if (where === 'plan') return { year: year - 1, weight: WEIGHT.plan, source: where };
  if (where === 'sign-off') return { year: signedFor(year, Number(/\d{1,2}/.exec(block.text.slice(word.end, word.end + 4))?.[0] ?? 1)), weight: WEIGHT.signOff, source: where };
  if (where === 'opening') return { year, weight: WEIGHT.opening, source: where };
  if (where === 'heading') return { year, weight: WEIGHT.heading, source: where };
  return opensPlan(word, block, grammar) ? { year: year - 1, weight: WEIGHT.body, source: 'plan text' } : { year, weight: word.dated ? WEIGHT.dated : WEIGHT.body, source: 'body' };
}

/** A paragraph that begins `2025年,我市将…` or `在2025年的工作中,要…` speaks of the year after the report. */
function opensPlan(word: YearWord, block: Block, grammar: CompiledGrammar): boolean {
  if (word.dated || !word.initial) return false;
  const clause = block.text.slice(word.end, word.end + 30).split(/[。;]/)[0]!;
  return word.start <= block.bodyStart + 2 ? grammar.intent.test(clause) : grammar.resolve.test(clause);
}

/** A report signed in the first two thirds of a year is about the year before. */
const signedFor = (year: number, month: number): number => (month <= 8 ? year - 1 : year);

/** The date of publication on a web page: a report comes out in the year after. */
function publishedVotes(tree: Tree, roles: readonly Role[]): readonly Vote[] {
  const at = tree.blocks.findIndex((block, i) => roles[i] === 'residue' && PUBLISHED.test(block.text));
  return at < 0 ? [] : [{ year: Number(PUBLISHED.exec(tree.blocks[at]!.text)![1]) - 1, weight: WEIGHT.published, source: 'published' }];
}

const PUBLISHED = /(20\d\d)[-./年]\d{1,2}[-./月]\d{1,2}/;

interface Tally {
  weight: number;
  readonly sources: Set<string>;
}

function count(votes: readonly Vote[]): Map<number, Tally> {
  const tally = new Map<number, Tally>();
  const seen = new Map<string, number>();
  for (const { year, weight, source } of votes) {
    const key = `${source}${year}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    if (times >= (MOST[source] ?? 1)) continue;
    const entry = tally.get(year) ?? { weight: 0, sources: new Set<string>() };
    entry.weight += weight;
    entry.sources.add(source);
    tally.set(year, entry);
  }
  return laterHeadings(votes, tally);
}

/** Headings of two years in a row without words of a plan (…年工作回顾, …年主要工作): the earlier one is the report's. */
function laterHeadings(votes: readonly Vote[], tally: Map<number, Tally>): Map<number, Tally> {
  const years = votes.filter((vote) => vote.source === 'heading').map((vote) => vote.year);
  const first = years[0];
  if (first === undefined || !years.includes(first + 1)) return tally;
  tally.get(first)!.weight += WEIGHT.heading * 2;
  return tally;
}
