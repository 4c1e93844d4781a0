/**
 * What a text talks about, as its most frequent pairs of Han characters. Enough to tell families apart; no dictionary, the same on every platform.
 */

import { pairsOf } from '../text';
import type { Report } from './report';

/** Pairs that are kept of a whole report. */
export const REPORT_TERMS = 60;
/** Characters that are read for them: the beginning of a report tells its kind, and a draft of a megabyte must not cost a second. */
const ENOUGH = 24_000;

/** Headings and running text of a report, from the beginning, as far as is needed to tell what it is about. */
export function runningTexts(report: Report): readonly string[] {
  const texts: string[] = [];
  let length = 0;
  for (let i = 0; i < report.tree.blocks.length && length < ENOUGH; i++) {
    if (report.roles[i] !== 'body' && report.roles[i] !== 'heading') continue;
    const text = report.tree.blocks[i]!.text.slice(0, ENOUGH - length);
    texts.push(text);
    length += text.length;
  }
  return texts;
}

/** The commonest pairs of characters, by count and then by code unit, so that ties never depend on order. */
export function frequentPairs(texts: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (let i = 0; i + 1 < text.length; i++) {
      if (text.charCodeAt(i) < 0x4e00 || text.charCodeAt(i + 1) < 0x4e00 || text.charCodeAt(i) > 0x9fff || text.charCodeAt(i + 1) > 0x9fff) continue;
      const pair = text.slice(i, i + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  const ordered = [...counts].filter(([, count]) => count >= 2).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const kept = ordered.slice(0, most).map(([pair]) => pair);
  return kept.length > 0 ? kept : [...pairsOf(texts.join('').slice(0, 200))].sort().slice(0, most);
}

