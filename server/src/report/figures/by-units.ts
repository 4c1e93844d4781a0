/** Remembering what was read by a set of words: answers hang on what was read, apart for each set. No reading here. */

import { memoOn } from '../../base';
import type { CompiledUnits } from './units';

/** `read`, run once for each key and each set of words. The words are nearly always those of the call before, so they are looked up only when they change. */
export function byUnits<K extends object, V>(read: (key: K, units: CompiledUnits) => V): (key: K, units: CompiledUnits) => V {
  const readers = new WeakMap<CompiledUnits, (key: K) => V>();
  let last: CompiledUnits | null = null;
  let reader: (key: K) => V;
  return (key, units) => {
    if (units !== last) {
      reader = readers.get(units) ?? memoOn((own: K) => read(own, units));
      readers.set(units, reader);
      last = units;
    }
    return reader(key);
  };
}
