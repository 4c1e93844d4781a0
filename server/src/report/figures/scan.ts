/**
 * From a block's text to the numbers in it that count: numeral, scale, unit, qualifiers, clause and sentence. What is no figure is left out here (dates, ordinals,
 * names, document numbers, titles of documents). Subjects and verbs are read in subject.ts.
 */

import { isDigit, isHan } from '../../text';
import type { Block } from '../../syntax';
import { Head } from './heads';
import { arabicAt, fractionAt, hanAt, hanEnd, hanPercentAt, isHanNumeral, spacedAt } from './numeral';
import type { Numeral } from './numeral';
import { hanMayCount } from './counting';
import { fractionQuantity, quantityAt } from './quantity';
import type { Quantity } from './quantity';
import type { CompiledUnits } from './units';

/** A number that counts, with where it stands among the clauses of its block. */
export interface Counted {
  readonly quantity: Quantity;
  /** Those of the quantity: where its first qualifier or its numeral begins, and where its unit or its last qualifier ends. */
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly clause: number;
  readonly bracket: number;
  readonly range: 'low' | 'high' | null;
  /** Where its clause begins: behind the last comma, stop or bracket, or the figure before. */
  readonly from: number;
  /** Nothing but the figure before bounds it. */
  readonly glued: boolean;
}

const enum Class { Other, Digit, Han, Title, Quote, Open, Close, Clause, Sentence, Point }

const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const set = (characters: string, value: Class): void => {
    for (const character of characters) table[character.charCodeAt(0)] = value;
  };
  set('0123456789', Class.Digit);
  set('零〇一二三四五六七八九两十百千万亿', Class.Han);
  // What stands in 〔〕 is the number of a document, or what a draft says of last year.
  set('《〈〔', Class.Title);
  set('“「『', Class.Quote);
  set('(', Class.Open);
  set(')', Class.Close);
  set(',;:—', Class.Clause);
  set('。!?', Class.Sentence);
  set('.', Class.Point);
  return table;
}

const CLOSING: Readonly<Record<string, string>> = { '《': '》', '〈': '〉', '〔': '〕', '“': '”', '「': '」', '『': '』' };
/** A quotation shorter than this is a name or a slogan; one without a comma is too. */
const SHORTEST_QUOTED_SENTENCE = 20;

const BLANK = ' '.charCodeAt(0);
/** 百分之… */
const PER = '分'.charCodeAt(0);

/** The numbers of a block that count, in order. */
export function countedIn(block: Block, units: CompiledUnits): readonly Counted[] {
  return block.kind === 'text' ? new Scanner(block, units).run() : [];
}

/** The work of one reading; it does not outlive countedIn. */
class Scanner {
  private readonly found: Counted[] = [];
  private readonly text: string;
  private sentence = 0;
  private clause = 0;
  private readonly brackets: number[] = [];
  /** Where the clause began. */
  private from: number;
  /** Made when it is needed: most blocks have no marks that open anything. */
  private ahead: Map<string, number> | null = null;

  constructor(private readonly block: Block, private readonly units: CompiledUnits) {
    this.text = block.text;
    this.from = block.marker || block.hashes ? block.title.start : 0;
  }

  run(): readonly Counted[] {
    const { text } = this;
    let at = this.from;
    while (at < text.length) {
      const kind = CLASSES[text.charCodeAt(at)]! as Class;
      if (kind === Class.Other) at++;
      else if (kind === Class.Digit || kind === Class.Han) at = this.number(at, kind === Class.Han);
      else at = this.mark(at, kind);
    }
    return this.found;
  }

  private mark(at: number, kind: Class): number {
    const { text } = this;
    if (kind === Class.Title || kind === Class.Quote) return this.quoted(at, kind);
    if (kind === Class.Point) {
      if (isDigit(text.charCodeAt(at + 1)) && !/[\da-zA-Z.]/.test(text[at - 1] ?? '')) return this.number(at, false);
      // `82%.行政机关…`: a stop from another keyboard.
      if (at > 0 && !isDigit(text.charCodeAt(at + 1)) && text.charCodeAt(at - 1) > 0x7f || text[at - 1] === '%') this.begin(at + 1, true);
      return at + 1;
    }
    if (kind === Class.Open) this.brackets.push(at);
    if (kind === Class.Close) this.brackets.pop();
    if (kind === Class.Open && !/^[^()]{1,12}\)[^,;:。]/.test(text.slice(at + 1, at + 15)) || kind === Class.Clause || kind === Class.Sentence) this.begin(at + 1, kind === Class.Sentence && !this.goesOn(at + 1));
    if (kind === Class.Close && this.found.length > 0 && this.found[this.found.length - 1]!.bracket >= 0) this.begin(at + 1, false);
    if (kind === Class.Sentence && this.brackets.length > 0) this.brackets.length = 0;
    return at + 1;
  }

  /** …100件。其中,…: what opens with the parts goes on with the sentence of their whole. */
  private goesOn(at: number): boolean {
    const start = this.text.charCodeAt(at) === BLANK ? at + 1 : at;
    return (this.units.heads[this.text.charCodeAt(start)]! & Head.Lead) !== 0 && this.units.leads.from(this.text, start)?.value === 'part';
  }

  private begin(at: number, sentence: boolean): void {
    this.from = at;
    this.clause++;
    if (sentence) this.sentence++;
  }

  /** Titles hold no figures; a quotation does only when it is a sentence. */
  private quoted(at: number, kind: Class): number {
    const { text } = this;
    const close = this.next(CLOSING[text[at]!]!, at + 1);
    if (close === text.length || (kind === Class.Title && this.next('。', at + 1) < close)) return at + 1;
    const speech = kind === Class.Quote && close - at > SHORTEST_QUOTED_SENTENCE && /[,。;]/.test(text.slice(at, Math.min(close, at + 200)));
    return speech ? at + 1 : close + 1;
  }

  /** Where `mark` stands next, or the end of the text; looked for once and kept until it is passed. */
  private next(mark: string, from: number): number {
    const ahead = (this.ahead ??= new Map<string, number>());
    let at = ahead.get(mark) ?? -1;
    if (at < from) {
      const found = this.text.indexOf(mark, from);
      at = found < 0 ? this.text.length : found;
      ahead.set(mark, at);
    }
    return at;
  }

  private number(at: number, han: boolean): number {
    const numeral = han ? this.hanNumeral(at) : arabicAt(this.text, at, this.isSeparator);
    const fraction = fractionAt(this.text, at, numeral?.end ?? hanEnd(this.text, at));
    const share = fraction && fractionQuantity(this.text, fraction, this.units, this.from);
    if (share) return this.push(share, null);
    if (!numeral) return this.pastHan(at);
    const range = han ? null : this.rangeAt(numeral);
    if (range) return range;
    const quantity = quantityAt(this.text, numeral, this.units, this.from) ?? (han ? null : this.spaced(at));
    if (!quantity) return Math.max(numeral.end, han ? at + 1 : this.pastLatin(numeral.end));
    return this.push(quantity, null);
  }

  /** A Chinese numeral that may count. */
  private hanNumeral(at: number): Numeral | null {
    const { text } = this;
    const percent = text.charCodeAt(at + 1) === PER ? hanPercentAt(text, at) : null;
    return percent ?? (hanMayCount(text, at, hanEnd(text, at), this.units) ? hanAt(text, at) : null);
  }

  private push(quantity: Quantity, range: 'low' | 'high' | null): number {
    const last = this.found[this.found.length - 1];
    const from = last && last.end > this.from ? last.end : this.from;
    this.found.push({
      quantity, start: quantity.start, end: quantity.end, sentence: this.sentence, clause: this.clause, bracket: this.brackets[this.brackets.length - 1] ?? -1,
      range, from, glued: last !== undefined && from === last.end,
    });
    return quantity.end;
  }

  private spaced(at: number): Quantity | null {
    const numeral = spacedAt(this.text, at);
    const quantity = numeral && quantityAt(this.text, numeral, this.units, this.from);
    return quantity && quantity.unit !== '' ? quantity : null;
  }

  /** `10-15个工作日`, `30%至50%` are left to themselves; a first number without unit takes that of the second. Dates and telephone numbers are passed over. */
  private rangeAt(first: Numeral): number | null {
    const { text } = this;
    if (!(this.units.heads[text.charCodeAt(first.end)]! & Head.Range)) return null;
    const dash = this.units.rangeDash.exec(text.slice(first.end, first.end + 5));
    if (!dash) return null;
    const second = arabicAt(text, first.end + dash[0].length, () => false);
    const quantity = quantityAt(text, second, this.units, this.from);
    const low = quantity && (quantity.unit !== '' || quantity.scale !== '') ? quantityAt(text, first, this.units, this.from, quantity) : null;
    if (!quantity || !low) return /[-—–~～]/.test(dash[0]) ? second.end : null;
    this.push(low, 'low');
    const { from, glued } = this.found[this.found.length - 1]!;
    const end = this.push(quantity, 'high');
    // Both ends count the same thing, and have the same words before them.
    this.found[this.found.length - 1] = { ...this.found[this.found.length - 1]!, from, glued, start: low.start };
    return end;
  }

  /** A comma between digits belongs to a numeral only when it is a half-width one, or the digits are full-width too. */
  private readonly isSeparator = (at: number): boolean => {
    const raw = (place: number): string => this.block.raw[this.block.map ? this.block.map[place]! : place] ?? '';
    return raw(at) === ',' || raw(at - 1) > '\uff00';
  };

  private pastHan(at: number): number {
    let end = at;
    while (end < this.text.length && isHanNumeral(this.text.charCodeAt(end))) end++;
    return end;
  }

  /** What is glued to a number that did not count (3D, 5G) does not begin another. */
  private pastLatin(end: number): number {
    let at = end;
    while (at < this.text.length && /[\dA-Za-z.+]/.test(this.text[at]!) && !isHan(this.text.charCodeAt(at))) at++;
    return at;
  }
}
