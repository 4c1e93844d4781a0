/**
 * Zones cut into statements: headings, items of a chain, sentences. One statement says one thing, as far as marks and stops can tell.
 */

import { memoOn } from '../base';
import { chainScopesOf, ownersOf } from '../report';
import type { Report } from '../report';
import { placeOf, sentencesOf } from '../syntax';
import type { Block } from '../syntax';
import type { Span } from '../text';
import type { Zone } from './zones';

/** A statement. `text` is folded, without its number, its item mark and its closing stop. */
export interface Statement {
  /** `heading`: heading words, or the short sentence with which a paragraph states its topic; `item`: begins with an item mark (一是); `sentence`: any other. */
  readonly kind: 'heading' | 'item' | 'sentence';
  /** Position among the statements of its zones. */
  readonly index: number;
  /** The heading or item it stands under, by index; null at the outermost level. */
  readonly parent: number | null;
  readonly text: string;
  /** Absolute; number and mark included for an item, excluded for a heading. */
  readonly at: Span;
  readonly block: number;
  /** Innermost section, -1 before the first. */
  readonly section: number;
}

/** A topic sentence is no longer, and has no comma. */
const LONGEST_TOPIC = 22;

/** Statements of zones, in document order. The heading that opens a zone is none, nor are forms of address, tables, and sentences that only lead to what follows (…：). */
export function statementsIn(report: Report, zones: readonly Zone[]): readonly Statement[] {
  const found: Statement[] = [];
  const owners = innermost(report);
  const marks = marksOf(report);
  for (const zone of zones) {
    const open: { index: number; rank: number; block: number }[] = [];
    for (let index = zone.from; index < zone.to; index++) {
      const role = report.roles[index]!;
      if (role !== 'body' && role !== 'heading' && role !== 'opening') continue;
      const block = report.tree.blocks[index]!;
      const section = report.sections[owners[index]!];
      const add = (kind: Statement['kind'], rank: number, at: Span, from: number): void => {
        while (open.length > 0 && closes(open[open.length - 1]!, rank, index)) open.pop();
        const text = block.text.slice(from, at.end).trim().replace(/[。;]+["”]?$/, '');
        if (text === '' || /[:]$/.test(text)) return;
        const own = found.length;
        found.push({ kind, index: own, parent: open[open.length - 1]?.index ?? null, text, at: placeOf(report.tree, index, at), block: index, section: owners[index]! });
        if (rank < SENTENCE) open.push({ index: own, rank, block: index });
      };
      if (role === 'heading' && section && section.block === index && section !== zone.section && block.title.end > block.title.start) add('heading', section.depth, block.title, block.title.start);
      piecesOf(block, index === zone.from ? zone.at : 0, marks.get(index) ?? []).forEach((piece) => add(piece.kind, RANK[piece.kind === 'heading' ? 'topic' : piece.kind], piece.at, piece.from));
    }
  }
  return found;
}

/** Topic sentences and items hold to the end of their paragraph, headings until one of their rank. */
const closes = (above: { readonly rank: number; readonly block: number }, rank: number, block: number): boolean => above.rank >= rank || (above.rank >= TOPIC && above.block !== block);

const TOPIC = 50;
const ITEM = 60;
const SENTENCE = 100;
const RANK = { topic: TOPIC, item: ITEM, sentence: SENTENCE } as const;

interface Piece {
  readonly kind: Statement['kind'];
  readonly at: Span;
  /** Where its words begin, behind an item mark. */
  readonly from: number;
}

/** Of the whole report, and asked for once a zone, of which a report can have many. */
const innermost = memoOn(ownersOf);

/** Item marks that belong to a chain, by block. */
const marksOf: (report: Report) => ReadonlyMap<number, readonly Span[]> = memoOn((report) => {
  const byBlock = new Map<number, Span[]>();
  for (const { items } of chainScopesOf(report)) {
    for (const { block, mark, verdict } of items) {
      if (verdict.kind === 'stray') continue;
      const known = byBlock.get(block);
      if (known) known.push(mark);
      else byBlock.set(block, [mark]);
    }
  }
  return byBlock;
});

/** Sentences of a block from `at` on, cut again where an item of a chain begins. */
function piecesOf(block: Block, at: number, marks: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const { text } = block;
  let next = 0;
  const sentences = sentencesOf(block).filter(({ end }) => end > at);
  sentences.forEach((sentence, i) => {
    let from = Math.max(sentence.start, at);
    while (next < marks.length && marks[next]!.start < from) next++;
    if (i === 0 && sentences.length > 1 && !block.marker && block.hashes === 0 && isTopic(text.slice(from, sentence.end)) && !(next < marks.length && marks[next]!.start < sentence.end)) return void pieces.push({ kind: 'heading', at: { start: from, end: sentence.end }, from });
    let behind = from;
    let kind: Piece['kind'] = 'sentence';
    for (; next < marks.length && marks[next]!.start < sentence.end; next++) {
      const mark = marks[next]!;
      if (mark.start > from) pieces.push({ kind, at: { start: from, end: mark.start }, from: behind });
      from = mark.start;
      behind = mark.end;
      kind = 'item';
    }
    const last: Piece = { kind, at: { start: from, end: sentence.end }, from: behind };
    for (const piece of kind === 'sentence' ? cutAtSemicolons(text, last) : [last]) pieces.push(piece);
  });
  return pieces;
}

/** Parts of a sentence that its semicolons set apart, where each is long enough to say something. */
function cutAtSemicolons(text: string, piece: Piece): readonly Piece[] {
  const parts: Piece[] = [];
  let from = piece.at.start;
  for (let i = from; i < piece.at.end; i++) {
    if (text.charCodeAt(i) !== SEMICOLON || i + 1 - from < SHORTEST_PART || piece.at.end - i - 1 < SHORTEST_PART) continue;
    parts.push({ kind: 'sentence', at: { start: from, end: i + 1 }, from });
    from = i + 1;
  }
  return [...parts, { kind: 'sentence', at: { start: from, end: piece.at.end }, from }];
}

const SEMICOLON = ';'.charCodeAt(0);
const SHORTEST_PART = 6;

const isTopic = (sentence: string): boolean => sentence.length <= LONGEST_TOPIC && !/[,;:!?]/.test(sentence);
