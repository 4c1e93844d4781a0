/**
 * Searching what is in order. No domain here.
 */

/** How many items come before the first that `isBefore` does not hold of; it must hold of no later one. A binary search. */
export function partitionPoint<T>(items: ArrayLike<T>, isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
