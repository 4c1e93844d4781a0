/**
 * "Did you mean …?": the known name closest to a mistyped one. Only strings.
 */

/**
 * The candidate within a third of the name's length in edits (insert, delete, replace, swap of neighbours), at least one; a name without its
 * group finds `group/name`. The first of equals; null when nothing is close.
 */
export function nearest(name: string, candidates: readonly string[]): string | null {
  const wanted = name.slice(0, 80).toLowerCase();
  if (!wanted) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    const last = lower.slice(lower.indexOf('/') + 1);
    const distance = Math.min(editDistance(wanted, lower), wanted.includes('/') ? Infinity : editDistance(wanted, last));
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Optimal string alignment distance; O(a·b) time, three rows of memory. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, replace);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length]!;
}
