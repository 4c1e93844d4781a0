/**
 * How much two statements have in common, measured by how rarely their shared words occur: what every sentence has says nothing, what two sentences alone have says a
 * great deal. Counts over the texts at hand; no dictionary, no word of any genre.
 */

/** A stretch of words that two statements share, as it stands in the first (blanks out), and how surprising it is that it does. */
export interface Shared {
  readonly words: string;
  readonly weight: number;
}

/** What is counted over a set of statements; see `wordingOf`. */
export interface Wording {
  /** Statements that were counted. */
  readonly size: number;
  /** How surprising a stretch of words is: 0 for what every statement has, 1 for a word that one statement alone has, more for several such words in a row. */
  readonly surprise: (words: string) => number;
}

/** A statement for comparing: blanks, years and numbers taken out, cut at everything that is no word. */
export interface Phrase {
  readonly runs: readonly string[];
  /** The runs, parted by a blank. */
  readonly text: string;
  /** What stands in quotes or 《》: names. */
  readonly names: ReadonlySet<string>;
}

/** Of fewer statements nothing can be learned about what is rare; they are counted as so many. */
const FEWEST = 60;
/** No more of a statement is compared: a sentence without an end must not cost more than one with an end. */
const LONGEST = 400;
/** Pieces that a stretch of words is read as have at most so many characters. */
const PIECE = 3;

/** A statement's words, made ready. */
export function phraseOf(text: string): Phrase {
  const own = text.slice(0, LONGEST);
  const runs = own.replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g, '').replace(/(?:19|20)\d\d\s?年度?/g, ' ').split(NO_WORD).filter((run) => run.length > 1);
  return { runs, text: runs.join(' '), names: new Set([...own.matchAll(NAME)].map((match) => match[1]!)) };
}

/** Quoted words that are short enough to be a name. */
const NAME = /[“"《]([^“”"《》。,;]{2,20})[”"》]/g;

/** Anything but Han characters and letters; digits count only within a name with letters (PM2.5). */
const NO_WORD = /(?:[^\p{L}\p{N}.+-]|(?<![A-Za-z.\d])[\d.+-]+(?![A-Za-z]))+/u;

/** Counts how many statements have each piece. */
export function wordingOf(phrases: Iterable<Phrase>): Wording {
  const slots = new Map<number, number>();
  const counts: number[] = [];
  const last: number[] = [];
  let size = 0;
  const count = (key: number): void => {
    const slot = slots.get(key);
    if (slot === undefined) {
      slots.set(key, counts.length);
      counts.push(1);
      last.push(size);
    } else if (last[slot] !== size) {
      last[slot] = size;
      counts[slot]!++;
    }
  };
  for (const phrase of phrases) {
    size++;
    eachPiece(phrase, count);
  }
  const total = Math.max(FEWEST, size);
  const costs = Float64Array.from(counts, (known) => rarity(known, total));
  const costOf = (piece: number): number => {
    const slot = slots.get(piece);
    return slot === undefined ? 1 : costs[slot]!;
  };
  return { size, surprise: (words) => leastSurprise(words, costOf) };
}

/**
 * The same over a text of one statement a line, counted only for the pieces that are asked for: where few words are, a look through the text for each costs far less than
 * counting all it has.
 */
export function wordingIn(text: string): Wording {
  const size = lines(text);
  const total = Math.max(FEWEST, size);
  const costs = new Map<string, number>();
  const costOf = (_key: number, piece: () => string): number => {
    const words = piece();
    let cost = costs.get(words);
    if (cost === undefined) costs.set(words, (cost = rarity(linesWith(text, words), total)));
    return cost;
  };
  return { size, surprise: (words) => leastSurprise(words, costOf) };
}

/** A word that no statement has is as rare as one that a single statement has. */
const rarity = (known: number, total: number): number => Math.log(total / Math.min(total, Math.max(1, known))) / Math.log(total);

function lines(text: string): number {
  let count = text === '' ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function linesWith(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at)) {
    count++;
    at = text.indexOf('\n', at);
    if (at < 0) break;
  }
  return count;
}

/** Each piece of a phrase as a number. */
function eachPiece({ runs }: Phrase, count: (key: number) => void): void {
  for (const run of runs) {
    for (let from = 0; from < run.length; from++) {
      let key = 0;
      for (let length = 1; length <= PIECE && from + length <= run.length; length++) {
        key = key * 0x10000 + run.charCodeAt(from + length - 1);
        count(key);
      }
    }
  }
}

/** A stretch may be read as words in many ways; the one that surprises least is believed, so that the seam of two common words is no rare word. */
function leastSurprise(words: string, costOf: (key: number, piece: () => string) => number): number {
  const best = new Float64Array(words.length + 1).fill(Infinity);
  best[0] = 0;
  for (let from = 0; from < words.length; from++) {
    let key = 0;
    for (let length = 1; length <= PIECE && from + length <= words.length; length++) {
      key = key * 0x10000 + words.charCodeAt(from + length - 1);
      const cost = best[from]! + costOf(key, () => words.slice(from, from + length));
      if (cost < best[from + length]!) best[from + length] = cost;
    }
  }
  return best[words.length]!;
}

/** A single character in common is chance. */
const SHORTEST = 2;

/** Says of a stretch of words whether a text has it. */
export type Has = (words: string) => boolean;

/** Up to so many characters a look through the text costs less than knowing its ends. */
const SHORT_TEXT = 2000;

/** For a long text that is asked often: a stretch whose end it has nowhere, which is nearly every one it has not, is refused without looking through it. */
export function wordsIn(text: string): Has {
  if (text.length <= SHORT_TEXT) return (words) => text.includes(words);
  const ends = new Set<number>();
  for (let i = 1; i < text.length; i++) {
    ends.add(endOf(text, i + 1, 2));
    if (i > 1) ends.add(endOf(text, i + 1, PIECE));
  }
  return (words) => (words.length < SHORTEST || ends.has(endOf(words, words.length, Math.min(PIECE, words.length)))) && (words.length <= PIECE && words.length >= SHORTEST || text.includes(words));
}

/** The last characters before `to`, as one number. */
function endOf(text: string, to: number, length: number): number {
  let key = 0;
  for (let i = to - length; i < to; i++) key = key * 0x10000 + text.charCodeAt(i);
  return key;
}

/** The longest stretches that both have, each once, in the order of the first; `has` speaks for the second. */
export function sharedWords(a: Phrase, has: Has, wording: Wording): readonly Shared[] {
  return [...new Set(stretches(a, has))].map((words) => ({ words, weight: wording.surprise(words) }));
}

/** The longest stretches of a phrase that a text has, in order, repeats included. */
export function* stretches(a: Phrase, has: Has): Generator<string> {
  for (const run of a.runs) {
    let from = 0;
    while (from + SHORTEST <= run.length) {
      if (!has(run.slice(from, from + SHORTEST))) {
        from++;
        continue;
      }
      let to = from + SHORTEST;
      while (to < run.length && has(run.slice(from, to + 1))) to++;
      yield run.slice(from, to);
      from = to;
    }
  }
}
