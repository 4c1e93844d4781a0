/**
 * Findings that were accepted, known again by content: code, the names in the message, and the sentence they stand in, never a line number. Moving, renumbering
 * and editing elsewhere change nothing; changing the sentence brings the finding back. Values only; files are read and written elsewhere.
 */

import { compareText, contentHash, partitionPoint } from '../base';
import type { Report } from '../report';
import { sentencesOf } from '../syntax';
import type { Block } from '../syntax';
import { fold } from '../text';
import type { Finding } from './finding';

/** What a finding is known by. `text` is for people. */
export interface Identity {
  readonly code: string;
  readonly hash: string;
  readonly text: string;
}

/** `count` equal findings of one report; `file` is where they were accepted, seen from the baseline's folder. */
export interface Accepted extends Identity {
  readonly file: string;
  readonly count: number;
}

export type Baseline = readonly Accepted[];

/** What a run saw of one file: how often each identity occurred (by `keyOf`), and of which codes it would have said so. */
export interface Sighting {
  readonly counts: ReadonlyMap<string, number>;
  readonly ran: (code: string) => boolean;
}

const EXCERPT = 40;

export const keyOf = ({ code, hash }: Pick<Identity, 'code' | 'hash'>): string => `${code} ${hash}`;

/** Identities of findings, one for each. */
export function identitiesOf(report: Report, findings: readonly Finding[]): readonly Identity[] {
  return findings.map((finding) => identityOf(report, finding));
}

/** How often each key occurs. */
export function countsOf(identities: readonly Identity[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const identity of identities) counts.set(keyOf(identity), (counts.get(keyOf(identity)) ?? 0) + 1);
  return counts;
}

/** Which of a report's findings the baseline holds back: of equal ones as many as were accepted, in the order of the text. */
export function heldBack(identities: readonly Identity[], baseline: Baseline): readonly boolean[] {
  const left = new Map<string, number>();
  for (const entry of baseline) left.set(keyOf(entry), Math.max(left.get(keyOf(entry)) ?? 0, entry.count));
  return identities.map((identity) => {
    const open = left.get(keyOf(identity)) ?? 0;
    if (open > 0) left.set(keyOf(identity), open - 1);
    return open > 0;
  });
}

/** The baseline with exactly these findings accepted for a file. Nobody's but the user's act. */
export function accepting(baseline: Baseline, file: string, identities: readonly Identity[]): Baseline {
  const counts = countsOf(identities);
  const fresh = [...new Map(identities.map((identity) => [keyOf(identity), identity])).values()];
  return ordered([...baseline.filter((entry) => entry.file !== file), ...fresh.map(({ code, hash, text }) => ({ file, code, hash, text, count: counts.get(keyOf({ code, hash }))! }))]);
}

/**
 * The baseline without what no longer occurs. Entries stay whose file this run did not check, or whose code was not run. An entry whose file `isGone` moves to
 * the checked file that has its finding now, else it goes.
 */
export function shrunk(baseline: Baseline, seen: ReadonlyMap<string, Sighting>, isGone: (file: string) => boolean): Baseline {
  const named = new Set(baseline.map((entry) => `${entry.file} ${keyOf(entry)}`));
  const kept = baseline.flatMap((entry): readonly Accepted[] => {
    const sighting = seen.get(entry.file);
    if (sighting) {
      const count = Math.min(entry.count, sighting.counts.get(keyOf(entry)) ?? 0);
      return count > 0 ? [{ ...entry, count }] : sighting.ran(entry.code) ? [] : [entry];
    }
    if (!isGone(entry.file)) return [entry];
    const heir = [...seen.keys()].sort(compareText).find((file) => seen.get(file)!.counts.has(keyOf(entry)) && !named.has(`${file} ${keyOf(entry)}`));
    if (heir === undefined) return [];
    named.add(`${heir} ${keyOf(entry)}`);
    return [{ ...entry, file: heir, count: Math.min(entry.count, seen.get(heir)!.counts.get(keyOf(entry))!) }];
  });
  return ordered(kept);
}

/** One order, whatever order things came in. */
export function ordered(baseline: Baseline): Baseline {
  return [...baseline].sort((a, b) => compareText(a.file, b.file) || compareText(a.code, b.code) || compareText(a.hash, b.hash));
}

function identityOf({ tree }: Report, { code, span, message }: Finding): Identity {
  const index = blockAt(tree.starts, span.start);
  const block = tree.blocks[index];
  const context = block ? contextOf(block, span.start - tree.starts[index]!) : '';
  const text = tree.text.value.slice(span.start, Math.min(span.end, span.start + EXCERPT)).trim() || context.slice(0, EXCERPT);
  return { code, hash: contentHash([code, message.id, ...namesIn(message.args), fold(context).replace(/\s/g, '')].join('\n')), text: text.replace(/\s+/g, ' ') };
}

/** The sentence, or the heading words without their mark, so that renumbering does not make it another finding. */
function contextOf(block: Block, at: number): string {
  const offset = block.map ? lastFrom(block.map, at) : at;
  if (block.title.end > block.title.start && offset < block.bodyStart) return block.text.slice(block.title.start, block.title.end);
  const sentence = sentencesOf(block).find(({ end }) => offset <= end);
  return sentence ? block.text.slice(sentence.start, sentence.end) : block.text;
}

/** What a message names (a section, a topic); numbers change with other text and say nothing of identity. */
function namesIn(args: Finding['message']['args']): readonly string[] {
  return Object.keys(args).sort(compareText).flatMap((key) => {
    const value = args[key]!;
    const name = typeof value === 'object' ? value.zh : value;
    return typeof name === 'string' && !/[\d０-９〇零一二三四五六七八九十百]/.test(name) ? [name] : [];
  });
}

const blockAt = (starts: readonly number[], offset: number): number => Math.max(0, lastFrom(starts, offset));

/** Index of the last of rising numbers that is not above `value`. */
const lastFrom = (rising: readonly number[], value: number): number => partitionPoint(rising, (one) => one <= value) - 1;
