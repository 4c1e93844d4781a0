/**
 * Half-width marks of one block that stand in Chinese text, with what each should be. Whether that is a mistake depends on the document; not decided here.
 * The answer depends on neighbours that no turning changes, so turning marks makes no new ones.
 */

import { memoOn } from '../../base';
import type { Block } from '../../syntax';
import { isDigit, isHan, isLatin } from '../../text';
import type { Span } from '../../text';
import { addressesIn, isChinese, isSpace, nextsChinese, within, writtenOf } from './written';

/**
 * A mark, both sides of a bracket, the brackets of a numbering mark, or an ASCII full stop; an `inner` stop stands between two Chinese characters, where it may
 * stand for the point of a foreign name, so that only a document that ends its sentences in this way makes it a mistake.
 */
export interface HalfWidth {
  readonly kind: 'mark' | 'pair' | 'numbering' | 'stop' | 'inner';
  /** Offset in `block.text` of the half-width character. */
  readonly at: number;
  /** The other side of a bracket, when that is half width too; else -1. */
  readonly also: number;
}

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）', '.': '。' };

/** What a half-width mark should be. */
export const fullWidthOf = (mark: string): string => FULL[mark] ?? mark;

const ANY = /[,;:!?().]/;
/** A bracket holds Chinese when some stands among this many characters from its beginning. */
const GLANCE = 60;
/** Characters between marks that make a clause. */
const SHORTEST_CLAUSE = 4;
/** Deeper brackets than this are not text. */
const DEEPEST = 100;

/** The marks in order of their first character. */
export const halfWidthMarks: (block: Block) => readonly HalfWidth[] = memoOn((block) => {
  const written = writtenOf(block);
  return ANY.test(written) ? new Scan(block, written).run() : [];
});

interface Open {
  readonly at: number;
  readonly named: boolean;
}

/** The state of one pass over a block; it does not outlive the function above. */
class Scan {
  private readonly found: HalfWidth[] = [];
  private readonly open: Open[] = [];
  private readonly addresses: readonly Span[];
  private named = 0;

  constructor(private readonly block: Block, private readonly text: string) {
    this.addresses = addressesIn(text);
  }

  run(): readonly HalfWidth[] {
    const { text } = this;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      // Characters lie between the marks of either width: most of the text goes by here.
      if (code > 0x300b && code < 0xff08) continue;
      if (code === 0x300a) this.named++;
      else if (code === 0x300b) this.named = Math.max(0, this.named - 1);
      else if (code === 0x3002) this.named = 0;
      else if (code === 0x28 || code === 0xff08) this.opens(at);
      else if (code === 0x29 || code === 0xff09) this.closes(at);
      else if (code === 0x2e) this.stop(at);
      else if (code === 0x2c || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f) this.mark(at, code);
    }
    return this.found.length < 2 ? this.found : this.found.sort((a, b) => a.at - b.at);
  }

  private opens(at: number): void {
    if (this.open.length < DEEPEST) this.open.push({ at, named: this.named > 0 || this.text[at - 1] === ']' });
  }

  private closes(at: number): void {
    const open = this.open.pop();
    if (!open || open.named || within(this.addresses, at) || within(this.addresses, open.at)) return;
    const [opens, closes] = [this.text[open.at] === '(', this.text[at] === ')'];
    if (!opens && !closes) return;
    const place = { at: opens ? open.at : at, also: opens && closes ? at : -1 };
    const { marker } = this.block;
    if (marker && open.at >= marker.start && at < marker.end) this.found.push({ kind: 'numbering', ...place });
    else if (this.holdsHan(open.at, at) || nextsChinese(this.text, open.at, -1) || (nextsChinese(this.text, at, 1) && !isWordBefore(this.text, open.at))) this.found.push({ kind: 'pair', ...place });
  }

  private holdsHan(from: number, to: number): boolean {
    const limit = Math.min(to, from + GLANCE);
    for (let at = from + 1; at < limit; at++) if (isHan(this.text.charCodeAt(at))) return true;
    return false;
  }

  private mark(at: number, code: number): void {
    // The ratio of two numbers that a draft leaves open.
    if (code === 0x3a && this.text.charCodeAt(at + 1) === 0x3014) return;
    const { text } = this;
    if (this.named > 0 || within(this.addresses, at)) return;
    if (text.charCodeAt(at - 1) === code || text.charCodeAt(at + 1) === code || text[at + 1] === '[') return;
    const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)];
    // 15:24 and 36,844; `比例为 1: 2` has Chinese on neither side.
    if (isDigit(before) && isDigit(after)) return;
    if (nextsChinese(text, at, -1) || nextsChinese(text, at, 1)) this.found.push({ kind: 'mark', at, also: -1 });
  }

  /** `82%.行政`, `落实.` at the end: never a decimal, a numbering mark, an abbreviation or an ellipsis. */
  private stop(at: number): void {
    const { text } = this;
    if (this.named > 0 || text[at + 1] === '.' || text[at - 1] === '.' || at < this.block.title.start || within(this.addresses, at)) return;
    const before = text[at - 1] ?? '';
    let next = at + 1;
    while (next < text.length && isSpace(text.charCodeAt(next))) next++;
    const ends = next === text.length || text[next] === '”';
    const goesOn = isChinese(text.charCodeAt(next));
    const closes = before !== '' && '%％”》'.includes(before);
    const sentence = isHan(before.charCodeAt(0)) && at > 8;
    if ((closes && (ends || goesOn)) || (sentence && ends)) this.found.push({ kind: 'stop', at, also: -1 });
    else if (isHan(before.charCodeAt(0)) && next === at + 1 && isHan(text.charCodeAt(next)) && this.isClause(at)) this.found.push({ kind: 'inner', at, also: -1 });
  }

  /** So many words stand before it, without a mark, that they are no name. */
  private isClause(at: number): boolean {
    for (let i = at - 1; i >= at - SHORTEST_CLAUSE; i--) if (!isHan(this.text.charCodeAt(i)) && !isDigit(this.text.charCodeAt(i))) return false;
    return true;
  }
}

/** `f(x)`: brackets that belong to a Latin word. */
const isWordBefore = (text: string, at: number): boolean => isLatin(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at - 1));
