/**
 * Where a pair that was left open may close, likeliest first: behind words that stand in such a pair elsewhere in the report, before another mark of the kind opens, before
 * what stands around it closes, behind a bracket or a word that ends names of documents, at the end of the clause. Places in one block; what is done with them is not decided here.
 */

import { memoOn } from '../../../base';
import type { Report } from '../../../report';
import type { Block } from '../../../syntax';
import { isDigit, isLatin } from '../../../text';
import { PAIRS, ROUND } from './loose-marks';
import type { Loose } from './loose-marks';

/** A pair is not guessed to be longer than this. */
const LONGEST = 120;
/** Names and sayings; a pair that holds more is a sentence. */
const LONGEST_NAME = 40;
/** Offered at most. */
const MOST = 3;

const TITLE = 2;

/** Offsets in `block.text` before which the partner of an opening mark may be put; empty when the text goes on too far to guess. */
export function closingPlaces(report: Report, block: Block, { at, kind }: Loose): readonly number[] {
  const { text } = block;
  const end = clauseEnd(text, at);
  const known = knownAfter(report, text, at, kind);
  const inner = end < 0 ? [] : innerPlaces(text, at, end, kind, report.tree.grammar.documentEnd);
  // What stands in brackets is said once; what stands around them is the better sign.
  const likely = kind === ROUND ? [...inner, ...(known ? [known] : [])] : [...(known ? [known] : []), ...inner];
  return [...new Set([...likely, ...(end < 0 ? [] : [end])])].slice(0, MOST);
}

/** Where the partner of a closing mark may open: before words that stand in such a pair elsewhere; -1 when there are none. */
export function openingPlace(report: Report, block: Block, { at, kind }: Loose): number {
  let best = -1;
  for (const name of namesOf(report)[kind]!.byEnd.get(block.text[at - 1]!) ?? []) if (block.text.endsWith(name, at) && (best < 0 || at - name.length < best)) best = at - name.length;
  return best;
}

/** Before the next mark that ends a clause; -1 when that is too far. */
function clauseEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST);
  for (let at = from + 2; at < limit; at++) if (',。;:!?'.includes(text[at]!) && !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) && !isLatin(text.charCodeAt(at + 1))) return at;
  return limit === text.length && limit > from + 1 ? limit : -1;
}

/** Behind the longest name behind `at` that is in such a pair elsewhere; 0 when there is none. */
function knownAfter(report: Report, text: string, at: number, kind: number): number {
  let best = 0;
  for (const name of namesOf(report)[kind]!.byStart.get(text[at + 1]!) ?? []) if (text.startsWith(name, at + 1)) best = Math.max(best, at + 1 + name.length);
  return best;
}

function innerPlaces(text: string, at: number, end: number, kind: number, documentEnd: RegExp): readonly number[] {
  const bounds: number[] = [];
  const behind: number[] = [];
  const open: number[] = [];
  for (let i = at + 1; i < end; i++) {
    const other = PAIRS.findIndex((pair) => pair.includes(text[i]!));
    if (other < 0) continue;
    if (text[i] === PAIRS[other]![0]) {
      if (other === kind) bounds.push(i);
      open.push(other);
    } else if (open[open.length - 1] === other) {
      open.pop();
      if (other === ROUND && kind === TITLE) behind.push(i + 1);
    } else if (other !== kind) bounds.push(i);
  }
  const bound = bounds[0] ?? end;
  const name = kind === TITLE ? documentEnd.exec(text.slice(at + 2, bound)) : null;
  return [...behind.filter((place) => place <= bound), ...(bounds.length > 0 ? [bound] : []), ...(name ? [at + 2 + name.index + name[0].length] : [])].filter((place) => place > at + 1);
}

const namesIn: (block: Block) => readonly { readonly kind: number; readonly name: string }[] = memoOn(({ text }) =>
  PAIRS.flatMap(([open, close], kind) => (text.includes(open!) ? [...text.matchAll(new RegExp(`[${open}]([^${open}${close}。]{2,${LONGEST_NAME}})[${close}]`, 'g'))].map((match) => ({ kind, name: match[1]! })) : [])),
);

/** The names of a kind of pair, by their first and by their last character. */
interface Names {
  readonly byStart: ReadonlyMap<string, readonly string[]>;
  readonly byEnd: ReadonlyMap<string, readonly string[]>;
}

/** Gathered once a report: it may have as many open marks as blocks. */
const namesOf: (report: Report) => readonly Names[] = memoOn(({ tree }) => {
  const sets = PAIRS.map(() => new Set<string>());
  for (const block of tree.blocks) for (const { kind, name } of namesIn(block)) sets[kind]!.add(name);
  return sets.map((names) => ({ byStart: grouped(names, (name) => name[0]!), byEnd: grouped(names, (name) => name[name.length - 1]!) }));
});

function grouped(names: ReadonlySet<string>, key: (name: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = groups.get(key(name));
    if (group) group.push(name);
    else groups.set(key(name), [name]);
  }
  return groups;
}
