/**
 * How alike two short texts are, by pairs of characters: Chinese has no blanks between words, and pairs do as well as words here.
 */

/** Dice coefficient of the sets of character pairs, 0 to 1. Single characters count as a pair with themselves. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairsOf(a);
  const right = pairsOf(b);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / (left.size + right.size);
}

/** The set of neighbouring pairs of Han characters (and letters or digits) of a text. */
export function pairsOf(value: string): ReadonlySet<string> {
  const bare = value.replace(/[^\p{L}\p{N}{}+]/gu, '');
  const pairs = new Set<string>();
  if (bare.length === 1) pairs.add(bare + bare);
  for (let i = 0; i + 1 < bare.length; i++) pairs.add(bare.slice(i, i + 2));
  return pairs;
}

/** Share of the smaller set that is in the other, 0 to 1. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const other = new Set(b);
  let shared = 0;
  for (const term of a) if (other.has(term)) shared++;
  return shared / Math.min(a.length, b.length);
}
