/**
 * Habits of numbering and wording that seeds share: counted, nothing more.
 */

import { compareText } from '../base';
import type { LevelHabit, Range, SeedDigest } from '../profile';

/** Texts with their counts, most frequent first, ties in code unit order. */
export function tally(texts: readonly string[]): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([text, count]) => ({ text, count }));
}

/** Least, mean (rounded) and greatest; zeros when there is nothing. */
export function rangeOf(values: readonly number[]): Range {
  if (values.length === 0) return { min: 0, mean: 0, max: 0 };
  const sum = values.reduce((total, value) => total + value, 0);
  return { min: Math.min(...values), mean: Math.round(sum / values.length), max: Math.max(...values) };
}

/** Per depth: which shape of mark the seeds mainly use, and how often text runs in behind a heading. */
export function learnNumbering(seeds: readonly SeedDigest[]): readonly LevelHabit[] {
  const depths = [...new Set(seeds.flatMap((seed) => seed.numbering.map((entry) => entry.depth)))].sort((a, b) => a - b);
  return depths.map((depth) => {
    const shapes: string[] = [];
    let headings = 0;
    let runIn = 0;
    for (const seed of seeds) {
      const entries = seed.numbering.filter((entry) => entry.depth === depth);
      if (entries.length === 0) continue;
      shapes.push([...entries].sort((a, b) => b.count - a.count || compareText(a.shape, b.shape))[0]!.shape);
      for (const entry of entries) {
        headings += entry.count;
        runIn += entry.runIn;
      }
    }
    return { depth, shapes: tally(shapes).map(({ text, count }) => ({ shape: text, count })), runIn: Math.round((runIn * 1000) / Math.max(1, headings)) / 1000 };
  });
}
