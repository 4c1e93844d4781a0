/**
 * Where the numbering of a report is wrong beyond doubt, with the edits that mend it. How each mark is to be read was decided for the whole document by `syntax/`;
 * here only what is certain enough to say. No words.
 */

import { memoOn } from '../base';
import { chainScopesOf } from '../report';
import type { ChainItem, ChainScope, Report, Section } from '../report';
import type { MarkStyle } from '../syntax';
import { shapeOf } from '../syntax';
import { labelledOtherwise } from './labels';
import { runsOf } from './runs';
import type { Runs } from './runs';
import { mainShapes } from './shapes';

/** A section whose number does not follow `before`, the one before it in its run; null when it opens one. */
export interface SequenceFault {
  readonly section: Section;
  readonly before: Section | null;
  readonly expected: number;
}

/** Gaps, repeats and resets, in document order. */
export const sequenceFaultsOf: (report: Report) => readonly SequenceFault[] = memoOn((report) => {
  const { previous } = runsOf(report);
  return report.sections.flatMap((section): readonly SequenceFault[] => {
    const { verdict } = section;
    if (verdict.kind !== 'gap' && verdict.kind !== 'misnumbered' && verdict.kind !== 'reset') return [];
    const before = previous[section.index] ?? null;
    // A list that begins again and goes on is a list of its own.
    if (verdict.kind === 'reset' && !before) return [];
    if (isGlued(report, section) && !isSlip(report, section, verdict.expected)) return [];
    return [{ section, before, expected: verdict.expected }];
  });
});

/** True for a heading found inside a line, in a text that lost its line breaks. */
function isGlued({ tree }: Report, section: Section): boolean {
  const { value } = tree.text;
  let at = tree.starts[section.block]! - 1;
  while (at >= 0 && (value[at] === ' ' || value[at] === '\t' || value[at] === '\u3000')) at--;
  return at >= 0 && value[at] !== '\n' && value[at] !== '\r';
}

/** Without line breaks headings and table rows may be lost, so that only a number one off is believed to be a slip. */
function isSlip({ tree }: Report, section: Section, expected: number): boolean {
  const start = tree.starts[section.block]!;
  const before = tree.text.value.slice(Math.max(0, start - 20), start).trimEnd();
  return Math.abs(section.marker!.ordinal - expected) === 1 && section.verdict.kind !== 'reset' && !/\d$/.test(before);
}

/** A mark in another form than its level has; `sample` shows the form. `level`: 1. among （一）（二）; `shape`: `1、` among `1.`, which `count` others have. */
export interface StyleFault {
  readonly kind: 'level' | 'shape';
  readonly section: Section;
  readonly sample: Section;
  readonly ordinal: number;
  readonly count: number;
}

/** Marks in a foreign form, in document order. */
export const styleFaultsOf: (report: Report) => readonly StyleFault[] = memoOn((report) => {
  const main: ReadonlyMap<MarkStyle, { readonly shape: string; readonly samples: readonly Section[] }> = mainShapes(report);
  const runs = runsOf(report);
  return report.sections.flatMap((section): readonly StyleFault[] => {
    const { marker, verdict } = section;
    if (!marker) return [];
    if (verdict.kind === 'restyled') {
      const sample = neighbour(section, (other) => (other.verdict.kind === 'restyled' ? null : other), runs);
      return sample ? [{ kind: 'level', section, sample, ordinal: verdict.expected, count: 0 }] : [];
    }
    const majority = main.get(marker.style);
    if (!majority || shapeOf(marker) === majority.shape) return [];
    const same = (other: Section): Section | null => (other.marker && shapeOf(other.marker) === majority.shape ? other : null);
    return [{ kind: 'shape', section, sample: neighbour(section, same, runs) ?? majority.samples[0]!, ordinal: marker.ordinal, count: majority.samples.length }];
  });
});

/** The nearest section of the run that fits, before or behind. A few steps are enough; a run of foreign marks has its samples elsewhere. */
function neighbour(section: Section, fits: (other: Section) => Section | null, runs: Runs): Section | null {
  let back = runs.previous[section.index] ?? null;
  let on = runs.next[section.index] ?? null;
  for (let step = 0; step < 8 && (back || on); step++) {
    const found = (back && fits(back)) ?? (on && fits(on));
    if (found) return found;
    back = back && (runs.previous[back.index] ?? null);
    on = on && (runs.next[on.index] ?? null);
  }
  return null;
}

/** An item of a chain (一是 … 二是 …) with a wrong number; `before` is the item before it in its chain, null when the chain begins with it. */
export interface ChainFault {
  readonly scope: ChainScope;
  readonly item: ChainItem;
  readonly before: ChainItem | null;
}

/** Items whose number breaks their chain, in document order. */
export const chainFaultsOf: (report: Report) => readonly ChainFault[] = memoOn((report) =>
  chainScopesOf(report).flatMap((scope) => {
    const lasts = new Map<number, ChainItem>();
    const faults: ChainFault[] = [];
    for (const item of scope.items) {
      const { kind, chain } = item.verdict;
      if (kind === 'stray') continue;
      const before = lasts.get(chain) ?? null;
      lasts.set(chain, item);
      if (kind !== 'ok' && !labelledOtherwise(report, scope, before, item)) faults.push({ scope, item, before });
    }
    return faults;
  }),
);

/** The item and those behind it in its chain. */
export const chainFrom = ({ scope, item }: Pick<ChainFault, 'scope' | 'item'>): readonly ChainItem[] =>
  scope.items.slice(scope.items.indexOf(item)).filter((other) => other.verdict.chain === item.verdict.chain);
