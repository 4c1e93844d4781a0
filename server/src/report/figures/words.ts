/**
 * Sets of words looked up at a place in a text, longest first, in time that depends on the word and not on the size of the set. No meaning here.
 */

/** Words with a value each. */
export interface WordMap<V> {
  /** The longest word that begins at `at`, with its length; null for none. */
  readonly from: (text: string, at: number) => Hit<V> | null;
  /** The longest word that ends at `end`, without reaching before `least`. */
  readonly until: (text: string, end: number, least: number) => Hit<V> | null;
  /** Characters, as UTF-16 units, that words begin with: who walks a text asks for several sets at once with a table made of these. */
  readonly heads: readonly number[];
}

export interface Hit<V> {
  readonly length: number;
  readonly value: V;
}

/** Builds the map; of two equal words the first counts. */
export function wordMap<V>(entries: Iterable<readonly [string, V]>): WordMap<V> {
  const words = new Map<string, V>();
  for (const [word, value] of entries) if (word !== '' && !words.has(word)) words.set(word, value);
  const forward = trieOf(words, 1);
  const backward = trieOf(words, -1);
  return {
    from: (text, at) => (isIn(forward.edge, text.charCodeAt(at)) ? longest(forward, text, at, 1, text.length) : null),
    until: (text, end, least) => (end > least && isIn(backward.edge, text.charCodeAt(end - 1)) ? longest(backward, text, end - 1, -1, least - 1) : null),
    heads: forward.heads,
  };
}

/** A map whose words have no value of their own. */
export const wordSet = (words: Iterable<string>): WordMap<true> => wordMap([...words].map((word) => [word, true] as const));

/**
 * A trie in one table of open addressing: from a node (0 is the root) and a character to the next node. Half as dear to walk as nodes with a Map each, and a
 * hit is made once and not at every look-up.
 */
interface Trie<V> {
  /** The characters that the root leads on from, a bit each: nearly every look-up ends here. */
  readonly edge: Uint8Array;
  readonly heads: readonly number[];
  /** Node × 2^16 + character, or -1 for a free place. */
  readonly keys: Int32Array;
  readonly targets: Uint16Array;
  /** By node; null where no word ends. */
  readonly hits: readonly (Hit<V> | null)[];
}

/** Nodes beyond this would not fit a key; word lists are far from it. */
const MOST_NODES = 0x7fff;

function trieOf<V>(words: ReadonlyMap<string, V>, step: 1 | -1): Trie<V> {
  const steps = new Map<number, number>();
  const hits: (Hit<V> | null)[] = [null];
  for (const [word, value] of words) {
    let node = 0;
    for (let i = step === 1 ? 0 : word.length - 1; i >= 0 && i < word.length; i += step) {
      const key = (node << 16) | word.charCodeAt(i);
      let next = steps.get(key);
      if (next === undefined) {
        next = hits.push(null) - 1;
        if (next > MOST_NODES) throw new Error('too many words');
        steps.set(key, next);
      }
      node = next;
    }
    hits[node] = { length: word.length, value };
  }
  const heads = [...steps.keys()].filter((key) => key >>> 16 === 0);
  return { edge: bitsOf(heads), heads, ...tableOf(steps), hits };
}

function bitsOf(codes: readonly number[]): Uint8Array {
  const bits = new Uint8Array(0x2000);
  for (const code of codes) bits[code >> 3]! |= 1 << (code & 7);
  return bits;
}

function tableOf(steps: ReadonlyMap<number, number>): Pick<Trie<unknown>, 'keys' | 'targets'> {
  let size = 4;
  while (size < steps.size * 2) size *= 2;
  const keys = new Int32Array(size).fill(-1);
  const targets = new Uint16Array(size);
  for (const [key, next] of steps) {
    let place = placeOf(key, size - 1);
    while (keys[place] !== -1) place = (place + 1) & (size - 1);
    keys[place] = key;
    targets[place] = next;
  }
  return { keys, targets };
}

const placeOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 12) & mask;

/** NaN, beyond the end of a text, is in none. */
const isIn = (bits: Uint8Array, code: number): boolean => (bits[code >> 3]! & (1 << (code & 7))) !== 0 && code === code;

function longest<V>({ keys, targets, hits }: Trie<V>, text: string, at: number, step: 1 | -1, stop: number): Hit<V> | null {
  const mask = keys.length - 1;
  let node = 0;
  let found: Hit<V> | null = null;
  for (let i = at; i !== stop; i += step) {
    const key = (node << 16) | text.charCodeAt(i);
    let place = placeOf(key, mask);
    while (keys[place] !== key) {
      if (keys[place] === -1) return found;
      place = (place + 1) & mask;
    }
    node = targets[place]!;
    found = hits[node] ?? found;
  }
  return found;
}
