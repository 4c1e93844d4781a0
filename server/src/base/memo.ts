/**
 * Remembering what was computed for a value. No domain here, and no cache that could outlive its key: everything hangs on a WeakMap.
 */

/** `compute`, run once for each key object. The key must be immutable, otherwise the answer goes stale. */
export function memoOn<K extends object, V>(compute: (key: K) => V): (key: K) => V {
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
