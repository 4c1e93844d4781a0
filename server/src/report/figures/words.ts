/**
 * Sets of words looked up at a place in a text, longest first, in time that depends on the word and not on the size of the set. No meaning here.
 */

interface Node<V> {
  readonly next: Map<number, Node<V>>;
  value: V | undefined;
}

/** Words with a value each. */
export interface WordMap<V> {
  /** The longest word that begins at `at`, with its length; null for none. */
  readonly from: (text: string, at: number) => Hit<V> | null;
  /** The longest word that ends at `end`, without reaching before `least`. */
  readonly until: (text: string, end: number, least: number) => Hit<V> | null;
}

export interface Hit<V> {
  readonly length: number;
  readonly value: V;
}

/** Builds the map; of two equal words the first counts. */
export function wordMap<V>(entries: Iterable<readonly [string, V]>): WordMap<V> {
  const forward: Node<V> = { next: new Map(), value: undefined };
  const backward: Node<V> = { next: new Map(), value: undefined };
  for (const [word, value] of entries) {
    if (word === '') continue;
    insert(forward, word, 1, value);
    insert(backward, word, -1, value);
  }
  const first = edgeOf(forward);
  const last = edgeOf(backward);
  return {
    from: (text, at) => (isIn(first, text.charCodeAt(at)) ? longest(forward, text, at, 1, text.length) : null),
    until: (text, end, least) => (end > least && isIn(last, text.charCodeAt(end - 1)) ? longest(backward, text, end - 1, -1, least - 1) : null),
  };
}

/** A map whose words have no value of their own. */
export const wordSet = (words: Iterable<string>): WordMap<true> => wordMap([...words].map((word) => [word, true] as const));

/** The characters that words begin (or end) with, a bit each: nearly every look-up ends here. */
function edgeOf<V>(root: Node<V>): Uint8Array {
  const bits = new Uint8Array(0x2000);
  for (const code of root.next.keys()) bits[code >> 3]! |= 1 << (code & 7);
  return bits;
}

/** NaN, beyond the end of a text, is in none. */
const isIn = (bits: Uint8Array, code: number): boolean => (bits[code >> 3]! & (1 << (code & 7))) !== 0 && code === code;

function insert<V>(root: Node<V>, word: string, step: 1 | -1, value: V): void {
  let node = root;
  for (let i = step === 1 ? 0 : word.length - 1; i >= 0 && i < word.length; i += step) {
    const code = word.charCodeAt(i);
    let next = node.next.get(code);
    if (!next) {
      next = { next: new Map(), value: undefined };
      node.next.set(code, next);
    }
    node = next;
  }
  node.value ??= value;
}

function longest<V>(root: Node<V>, text: string, at: number, step: 1 | -1, stop: number): Hit<V> | null {
  let node: Node<V> | undefined = root;
  let found: Hit<V> | null = null;
  for (let i = at; i !== stop; i += step) {
    node = node.next.get(text.charCodeAt(i));
    if (!node) break;
    if (node.value !== undefined) found = { length: Math.abs(i - at) + 1, value: node.value };
  }
  return found;
}
