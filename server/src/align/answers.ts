/**
 * Which shortcomings a report leaves without an answer in its own plan. An answer is any promise that shares a telling word; how good it is nobody can read from words.
 */

import { memoOn } from '../base';
import type { Report, Role } from '../report';
import { sentencesOf } from '../syntax';
import type { Block } from '../syntax';
import type { Alignment } from './alignment';
import { planItems, problemItems } from './plan';
import type { Statement } from './statements';
import { phraseOf, stretches, wordingIn, wordsIn } from './wording';
import type { Has, Phrase, Wording } from './wording';

/** Words in common that are as rare as this make an answer; see `Wording.surprise`. A single character, which may be the stem of another word, must be rarer. */
const TELLING = 0.3;
const TELLING_STEM = 0.6;
/** A plan of fewer statements promises in general, and answers all or nothing. */
const FEWEST = 3;

/** Shortcomings stated as headings or items, that neither they nor what stands under them shares a telling word with any statement of the plan. Empty without a plan. */
export function unansweredProblems(report: Report, alignment: Alignment | null): readonly Statement[] {
  const problems = problemItems(report, alignment);
  const stated = problems.filter(({ kind, parent }) => kind !== 'sentence' && parent === null);
  if (stated.length === 0) return [];
  const plan = planItems(report, alignment);
  if (plan.length < FEWEST) return [];
  const phraseIn = ({ block, text }: Statement): Phrase => known(report.tree.blocks[block]!).get(text) ?? remembered(report.tree.blocks[block]!, text);
  const wording = wordingIn(sentences(report));
  // One text with all promises: an answer may be spread over several.
  const promised = wordsIn(plan.map((item) => phraseIn(item).text).join(' '));
  const byIndex = new Map(problems.map((problem) => [problem.index, problem] as const));
  const open = new Set(stated.map(({ index }) => index));
  for (const problem of problems) {
    const top = topOf(problem, byIndex);
    if (open.has(top) && isAnswered(phraseIn(problem), promised, wording)) open.delete(top);
  }
  return stated.filter(({ index }) => open.has(index));
}

function isAnswered(phrase: Phrase, promised: Has, wording: Wording): boolean {
  for (const words of stretches(phrase, promised)) if (wording.surprise(words) >= TELLING) return true;
  return [...new Set(phrase.runs.join(''))].some((stem) => promised(stem) && wording.surprise(stem) >= TELLING_STEM);
}

/** The sentences of the running text, one a line. */
function sentences({ tree, roles }: Report): string {
  return tree.blocks.flatMap((block, i) => (SPOKEN.has(roles[i]!) ? sentencesOf(block).map(({ start, end }) => block.text.slice(start, end)) : [])).join('\n');
}

const SPOKEN: ReadonlySet<Role> = new Set(['opening', 'heading', 'body']);

/** Phrases of a block by their text, kept with it: a keystroke leaves nearly all blocks as they are. */
const known = memoOn((_block: Block) => new Map<string, Phrase>());

function remembered(block: Block, text: string): Phrase {
  const phrase = phraseOf(text);
  known(block).set(text, phrase);
  return phrase;
}

/** The outermost statement above one, as far as it is among those given: where a plan begins inside the problems, what leads to it is not. */
function topOf(statement: Statement, byIndex: ReadonlyMap<number, Statement>): number {
  let top = statement;
  for (let above = parentOf(top, byIndex); above; above = parentOf(top, byIndex)) top = above;
  return top.index;
}

const parentOf = ({ parent }: Statement, byIndex: ReadonlyMap<number, Statement>): Statement | undefined => (parent === null ? undefined : byIndex.get(parent));
