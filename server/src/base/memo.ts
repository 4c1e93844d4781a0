/**
 * Remembering what was computed. No domain here, and no cache of our own that could outlive its key: what is remembered for an object hangs on a WeakMap, any other map is the caller's.
 */

/** What is remembered for a key: one entry in one weak map a key, however many things are remembered, because weak maps are dear to fill and to collect. */
const shelves = new WeakMap<object, unknown[]>();
/** Shelves have room for what the program always computes; what is made later, for one grammar or one profile, must not lengthen the shelf of every block. */
const ROOM = 48;
let taken = 0;
const UNDEFINED = Symbol('undefined');

/** `compute`, run once for each key object. The key must be immutable, otherwise the answer goes stale. */
export function memoOn<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  return taken < ROOM ? onShelf(taken++, compute) : apart(compute);
}

function onShelf<K extends object, V>(place: number, compute: (key: K) => V): (key: K) => V {
  return (key) => {
    const shelf = shelves.get(key);
    const known = shelf?.[place];
    if (known !== undefined) return (known === UNDEFINED ? undefined : known) as V;
    const value = compute(key);
    // What `compute` asked for may have made the shelf meanwhile.
    const made = shelf ?? shelves.get(key) ?? newShelf(key);
    made[place] = value === undefined ? UNDEFINED : value;
    return value;
  };
}

function newShelf(key: object): unknown[] {
  const shelf: unknown[] = [];
  shelves.set(key, shelf);
  return shelf;
}

function apart<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { value: compute(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}

/** A value computed at first use. */
export function lazy<V>(compute: () => V): () => V {
  let entry: { readonly value: V } | undefined;
  return () => (entry ??= { value: compute() }).value;
}

/** What a map holds for a key, made at its first use. */
export function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  if (!known.has(key)) known.set(key, make());
  return known.get(key)!;
}
