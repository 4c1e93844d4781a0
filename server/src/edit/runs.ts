/**
 * Which sections count on from one another. A run is the sections of one level under one parent, and goes on under the next parent where the document numbers
 * through; a list that begins again at 1 and goes on with 2 is a new run.
 */

import { memoOn } from '../base';
import type { Report, Section } from '../report';
import { rankOf } from '../syntax';

/** Neighbours in the run, by section index; null at its ends. */
export interface Runs {
  readonly previous: readonly (Section | null)[];
  readonly next: readonly (Section | null)[];
}

/** The runs of a report. */
export const runsOf: (report: Report) => Runs = memoOn(readRuns);

function readRuns({ sections }: Report): Runs {
  const before = lastOfLevel(sections);
  const after = new Array<Section | null>(sections.length).fill(null);
  for (const section of sections) if (before[section.index]) after[before[section.index]!.index] = section;
  const previous = sections.map((section) => (opens(section) || beginsList(section, after[section.index]!) ? null : before[section.index]!));
  const next = new Array<Section | null>(sections.length).fill(null);
  for (const section of sections) if (previous[section.index]) next[previous[section.index]!.index] = section;
  return { previous, next };
}

/** For each section the last one of its level under its parent, or anywhere before when it goes on from another parent. */
function lastOfLevel(sections: readonly Section[]): readonly (Section | null)[] {
  const under = new Map<Section | null, Map<number, Section>>();
  const anywhere = new Map<number, Section>();
  return sections.map((section) => {
    const { rank } = section.verdict;
    let levels = under.get(section.parent);
    if (!levels) under.set(section.parent, (levels = new Map()));
    const { verdict } = section;
    const through = verdict.kind === 'continued' || ('expected' in verdict && verdict.expected > 1 && !levels.has(rank));
    const last = through ? anywhere.get(rank) : levels.get(rank);
    levels.set(rank, section);
    anywhere.set(rank, section);
    return last ?? null;
  });
}

/** The first of a run: numbered 1, or meant to be. */
function opens(section: Section): boolean {
  const { verdict, marker } = section;
  if (verdict.kind === 'reset' || marker === null) return marker === null;
  return 'expected' in verdict ? verdict.expected === 1 : verdict.kind === 'ok' && marker.ordinal === 1;
}

/**
 * A list that begins again under the same parent: 1. 2. 3., some text, 1. 2. — or a first level that begins again in a part whose heading has no number
 * and was not known for one.
 */
function beginsList(section: Section, next: Section | null): boolean {
  if (section.verdict.kind !== 'reset' || (section.parent?.marker && section.verdict.rank < rankOf('arabic'))) return false;
  return next !== null && next.parent === section.parent && next.verdict.kind !== 'reset';
}

/** The section and those behind it in its run. */
export function runFrom(report: Report, section: Section): readonly Section[] {
  const { next } = runsOf(report);
  const run: Section[] = [];
  for (let at: Section | null = section; at; at = next[at.index]!) run.push(at);
  return run;
}
