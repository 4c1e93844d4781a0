/**
 * What a character may begin, for all word lists at once: a bit for each list in one table. Who walks a text looks a character up here once and asks the lists
 * themselves only where one may answer. No meaning here.
 */

import type { Units } from './unit-words';
import type { WordMap } from './words';

/** Lists that are asked at every character, or behind every numeral. */
export const enum Head {
  NotStop = 1,
  Lead = 2,
  Verb = 4,
  Stop = 8,
  Filler = 16,
  Period = 32,
  /** A measure word, a noun counted without one, or what stands inside a figure (余, 多). */
  Unit = 64,
  Inside = 128,
  /** What even one and two may stand before: 成, 倍, a percent sign. */
  Fraction = 256,
  /** Between the ends of a range. */
  Range = 512,
  Scale = 1024,
  Double = 2048,
  /** A measure word that is none before certain characters. */
  Guarded = 4096,
  Bare = 8192,
}

/** Bits by UTF-16 unit; nothing (undefined) beyond the end of a text, which every test of a bit takes for none. */
export type HeadTable = Uint16Array;

type Lists = { readonly [list in 'notStops' | 'leads' | 'verbs' | 'stops' | 'fillers' | 'periods' | 'measures' | 'inside']: WordMap<unknown> };

/** Blanks as patterns know them, and dashes. */
const RANGE_MARKS = '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff-—–~～―';

/** The table of compiled lists and of the words that are looked up whole. */
export function headTable(lists: Lists, source: Units): HeadTable {
  const table = new Uint16Array(0x10000);
  const set = (codes: Iterable<number>, bit: Head): void => {
    for (const code of codes) table[code]! |= bit;
  };
  const firsts = (words: readonly string[]): readonly number[] => words.filter((word) => word !== '').map((word) => word.charCodeAt(0));
  set(lists.notStops.heads, Head.NotStop);
  set(lists.leads.heads, Head.Lead);
  set(lists.verbs.heads, Head.Verb);
  set(lists.stops.heads, Head.Stop);
  set(lists.fillers.heads, Head.Filler);
  set(lists.periods.heads, Head.Period);
  set(lists.measures.heads, Head.Unit);
  set(lists.inside.heads, Head.Inside);
  set(firsts(source.bare), Head.Unit | Head.Bare);
  set(firsts([...source.fractions, '%']), Head.Fraction);
  set(firsts([...source.rangeWords, ...RANGE_MARKS]), Head.Range);
  set(firsts(Object.keys(source.scales)), Head.Scale);
  set(firsts(source.doubles), Head.Double);
  set(firsts(Object.keys(source.notBefore)), Head.Guarded);
  return table;
}
