/**
 * Text → blocks with their places. Total: every text has a tree. Reading a text after an edit reuses every line and block whose content is unchanged,
 * and gives exactly what reading it afresh gives, because both are the same function of the lines' contents.
 */

import { fold } from '../text';
import type { Span, Text } from '../text';
import type { Block } from './block';
import { inSource } from './block';
import type { CompiledGrammar } from './grammar';
import { runsOn, tableLines, wrapWidth } from './layout';
import { plainBlock, readLine, textBlock } from './lines';
import type { Line } from './lines';

/** Blocks in order; `starts[i]` is where block i begins in the text. */
export interface Tree {
  readonly text: Text;
  readonly grammar: CompiledGrammar;
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  /** Exact count of blocks that had to be read and were not remembered: the work this text cost. */
  readonly blocksRead: number;
  /** What a later reading may reuse. */
  readonly memory: Memory;
}

interface Memory {
  readonly lines: ReadonlyMap<string, Line>;
  readonly blocks: ReadonlyMap<string, Block>;
}

/** Reads a text; `previous` is any earlier tree of the same document, and only saves time. */
export function parseTree(text: Text, grammar: CompiledGrammar, previous?: Tree): Tree {
  const old = previous && previous.grammar === grammar ? previous.memory : { lines: new Map<string, Line>(), blocks: new Map<string, Block>() };
  const reader = new Reader(text, grammar, old);
  const lines = reader.lines();
  reader.group(lines);
  return { text, grammar, blocks: reader.blocks, starts: reader.starts, blocksRead: reader.blocksRead, memory: { lines: reader.newLines, blocks: reader.newBlocks } };
}

/** A place in block `index` as a place in the whole text. */
export function placeOf(tree: Tree, index: number, place: Span): Span {
  const start = tree.starts[index]!;
  const own = inSource(tree.blocks[index]!, place);
  return { start: start + own.start, end: start + own.end };
}

/** The work of one reading; it does not outlive parseTree. */
class Reader {
  readonly blocks: Block[] = [];
  readonly starts: number[] = [];
  readonly newLines = new Map<string, Line>();
  readonly newBlocks = new Map<string, Block>();
  blocksRead = 0;

  constructor(private readonly text: Text, private readonly grammar: CompiledGrammar, private readonly old: Memory) {}

  lines(): readonly Line[] {
    const { value, lineStarts } = this.text;
    return lineStarts.map((start, i) => {
      let end = lineStarts[i + 1] ?? value.length;
      while (end > start && (value.charCodeAt(end - 1) === 10 || value.charCodeAt(end - 1) === 13)) end--;
      return this.line(value.slice(start, end));
    });
  }

  private line(raw: string): Line {
    const seen = this.newLines.get(raw);
    if (seen) return seen;
    const line = this.old.lines.get(raw) ?? readLine(raw, this.grammar, (source) => this.old.blocks.get(source));
    if (!this.old.lines.has(raw)) this.blocksRead += line.pieces.filter((piece) => !this.old.blocks.has(piece.block.raw)).length;
    // Only the pieces of a line that is more than one block are worth remembering by themselves.
    if (line.pieces.length > 1) for (const piece of line.pieces) this.newBlocks.set(piece.block.raw, piece.block);
    this.newLines.set(raw, line);
    return line;
  }

  group(lines: readonly Line[]): void {
    const tables = tableLines(lines);
    const edge = wrapWidth(lines);
    let fenced = lines[0]?.raw === '---' && lines.some((line, i) => i > 0 && line.raw === '---') ? '---' : '';
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      if (fenced ? line.raw.startsWith(fenced) && i > 0 : line.kind === 'fence') {
        this.put(i, line, plainBlock(line.raw, 'code'));
        fenced = fenced ? '' : '```';
      } else if (fenced) this.put(i, line, plainBlock(line.raw, 'code'));
      else if (line.kind === 'blank') continue;
      else if (tables[i]) this.put(i, line, this.remembered('|' + line.raw, () => plainBlock(line.raw.slice(line.from, line.to), 'table')), line.from);
      else if (edge > 0 && line.kind === 'text') i = this.putWrapped(lines, tables, i, edge);
      else for (const piece of line.pieces) this.put(i, line, piece.block, piece.offset);
    }
  }

  private put(line: number, _: Line, block: Block, offset = 0): void {
    this.blocks.push(block);
    this.starts.push(this.text.lineStarts[line]! + offset);
  }

  /** Joins hard-wrapped lines from `first`; answers the last line it used. Page lines in between are passed over. */
  private putWrapped(lines: readonly Line[], tables: Uint8Array, first: number, edge: number): number {
    const used = [first];
    let last = first;
    for (let i = first + 1; i < lines.length && !tables[i]; i++) {
      const line = lines[i]!;
      if (line.kind === 'page') continue;
      if (line.kind !== 'text' || !runsOn(lines[last]!, line, edge)) break;
      // Behind a full stop at the margin a new paragraph may begin; what a web page leaves around a text surely is one.
      if (lines[last]!.closed && this.grammar.residue.test(fold(line.raw.slice(line.from, line.to)))) break;
      used.push(i);
      last = i;
    }
    if (used.length === 1) {
      for (const piece of lines[first]!.pieces) this.put(first, lines[first]!, piece.block, piece.offset);
      return first;
    }
    const start = this.text.lineStarts[first]! + lines[first]!.from;
    const end = this.text.lineStarts[last]! + lines[last]!.to;
    const raw = this.text.value.slice(start, end);
    const block = this.remembered('\n' + used.join(), () => this.join(raw, start, used, lines), raw);
    this.blocks.push(block);
    this.starts.push(start);
    return last;
  }

  private join(raw: string, start: number, used: readonly number[], lines: readonly Line[]): Block {
    let text = '';
    const map: number[] = [];
    for (const index of used) {
      const line = lines[index]!;
      const at = this.text.lineStarts[index]! - start;
      const content = fold(line.raw.slice(line.from, line.to));
      // English words cut at the margin keep their blank; Han characters never had one.
      if (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(content)) {
        text += ' ';
        map.push(at + line.from);
      }
      for (let i = 0; i < content.length; i++) map.push(at + line.from + i);
      text += content;
    }
    map.push(raw.length);
    return textBlock(raw, text, map, this.grammar);
  }

  private remembered(key: string, make: () => Block, raw?: string): Block {
    const name = raw === undefined ? key : '\n' + raw;
    const block = this.newBlocks.get(name) ?? this.old.blocks.get(name) ?? this.count(make());
    this.newBlocks.set(name, block);
    return block;
  }

  private count(block: Block): Block {
    this.blocksRead++;
    return block;
  }
}
