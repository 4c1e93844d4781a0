/**
 * One line of the source, read without its neighbours: what it is by itself, and the blocks it makes. Lines are remembered by their content, which
 * is why a keystroke re-reads one line and why reading again equals reading afresh.
 */

import { fold, widthOf } from '../text';
import type { Block, BlockKind } from './block';
import type { CompiledGrammar } from './grammar';
import { headingWords } from './heading';
import { markerAt } from './marker';
import { headingCuts } from './split';

/** A part of a line (or the whole of it) as a block; `offset` counts from the start of the line. */
export interface Piece {
  readonly offset: number;
  readonly block: Block;
}

export interface Line {
  readonly raw: string;
  /** Content without surrounding blanks: `raw.slice(from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'blank' | 'text' | 'page' | 'comment' | 'fence';
  /** True for a row of a table by its own look: cells in Markdown bars or tabs, or a label with numbers behind it. */
  readonly row: boolean;
  /** Columns of the content when it was cut at the margin. */
  readonly width: number;
  /** Ends in a mark that closes a sentence. */
  readonly closed: boolean;
  readonly marked: boolean;
  readonly pieces: readonly Piece[];
}

const PAGE = /^(?:[-—–─]\s*\d{1,3}\s*[-—–─]|第\s*\d{1,3}\s*页(?:\s*[,/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/;
const COMMENT = /^<!--.*-->$/;
/** Cells with numbers, or with what a draft shows in their place. */
const ROW = /(?:^|\s)(?:-|\/|\d[\d.,]*%?|〔[^〕\s]*〕%?)(?:\s+(?:-|\/|\d[\d.,]*%?|〔[^〕\s]*〕%?))+$/;
const LEAD = /^(?:(#{1,6})\s+|>\s*|[-*+]\s+(?=\S))?(?:\*\*|__)?/;

/** Reads a line (without its line break). `known` answers blocks that were read before by their source. */
export function readLine(raw: string, grammar: CompiledGrammar, known: (raw: string) => Block | undefined): Line {
  const text = fold(raw);
  const from = skipBlanks(text);
  const to = trimEnd(text);
  if (from >= to) return { raw, from: 0, to: 0, kind: 'blank', row: false, width: 0, closed: false, marked: false, pieces: [] };
  const content = text.slice(from, to);
  const kind = COMMENT.test(content) ? 'comment' : content.startsWith('```') ? 'fence' : PAGE.test(content) ? 'page' : 'text';
  const pieces = kind === 'text' ? piecesOf(raw, text, from, to, grammar, known) : [{ offset: from, block: plainBlock(raw.slice(from, to), kind === 'fence' ? 'code' : kind) }];
  return {
    raw, from, to, kind,
    row: kind === 'text' && looksLikeRow(content),
    width: to - from > 400 ? (to - from) * 2 : printedWidth(raw.slice(from, to)),
    closed: /[。!?;:…”)》|]$/.test(content),
    marked: pieces[0]!.block.marker !== null || pieces[0]!.block.hashes > 0,
    pieces,
  };
}

function piecesOf(raw: string, text: string, from: number, to: number, grammar: CompiledGrammar, known: (raw: string) => Block | undefined): readonly Piece[] {
  const cuts = [from, ...headingCuts(text, from, to), to];
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const end = trimEnd(text, cuts[i + 1]!);
    const start = cuts[i]!;
    if (end <= start) continue;
    const source = raw.slice(start, end);
    pieces.push({ offset: start, block: known(source) ?? textBlock(source, text.slice(start, end), null, grammar) });
  }
  return pieces;
}

/** A block of running text or a heading. `text` is folded; `map` is given for joined lines. */
export function textBlock(raw: string, text: string, map: readonly number[] | null, grammar: CompiledGrammar): Block {
  const lead = LEAD.exec(text)!;
  const hashes = lead[1]?.length ?? 0;
  const markAt = skipBlanks(text, lead[0].length);
  const marker = markerAt(text, markAt);
  const headed = marker !== null && marker.end < text.length;
  if (!headed && hashes === 0) return { kind: 'text', raw, text, map, marker: null, hashes: 0, title: { start: 0, end: 0 }, bodyStart: lead[0].length };
  const words = headed ? headingWords(text, marker.end, grammar) : { title: { start: markAt, end: titleEnd(text) }, bodyStart: text.length };
  return { kind: 'text', raw, text, map, marker: headed ? marker : null, hashes, ...words };
}

/** A block that is not read: table rows, page lines, comments, code. */
export function plainBlock(raw: string, kind: BlockKind): Block {
  const text = fold(raw);
  return { kind, raw, text, map: null, marker: null, hashes: 0, title: { start: 0, end: 0 }, bodyStart: 0 };
}

/** Columns as in widthOf, but half-width marks count as the full-width ones they were on paper: copying turns the one into the other. */
function printedWidth(content: string): number {
  return widthOf(content) + (content.match(/[,;:!?()](?!\d)/g)?.length ?? 0);
}

/** Two or more numeric cells behind a label, bars, or tabs. Prose has neither. */
function looksLikeRow(content: string): boolean {
  if (content.length > 200) return false;
  if (content[0] === '|' && content.indexOf('|', 1) > 0) return true;
  if (content.split('\t').filter(Boolean).length >= 3) return true;
  if (/[。,;:]/.test(content.slice(-1)) || content.indexOf(' ') < 0) return false;
  return ROW.test(content);
}

function titleEnd(text: string): number {
  let end = text.length;
  while (end > 0 && /[\s#*_。:;]/.test(text[end - 1]!)) end--;
  return end;
}

function skipBlanks(text: string, at = 0): number {
  let next = at;
  while (next < text.length && text.charCodeAt(next) <= 0x20) next++;
  return next;
}

function trimEnd(text: string, end = text.length): number {
  let last = end;
  while (last > 0 && text.charCodeAt(last - 1) <= 0x20) last--;
  return last;
}
