/**
 * Edits of a single year, in the digits it was written with.
 */

import type { Report } from '../report';
import type { Edit, Span } from '../text';

const HAN = '〇一二三四五六七八九';

/**
 * Writes `year` in the place of the year that `place` (absolute) begins with: half-width, full-width or Chinese digits as before, what follows them
 * (年, 年度) untouched. No edits when no four digits stand there.
 */
export function replaceYear(report: Report, place: Span, year: number): readonly Edit[] {
  const source = report.tree.text.value.slice(place.start, place.end);
  const match = /^(?:(?:[0-9][\r\n]*\s*){4}|[０-９]{4}|[〇零○一二三四五六七八九⼀⼆⼋]{4})/.exec(source);
  if (!match || year < 1000 || year > 9999) return [];
  const written = match[0].trimEnd();
  const text = yearLike(written, year);
  return text === written ? [] : [{ span: { start: place.start, end: place.start + written.length }, text }];
}

/** `year` in the kind of digits that `example` has. */
export function yearLike(example: string, year: number): string {
  const code = example.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return String(year);
  if (code >= 0xff10 && code <= 0xff19) return String(year).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const zero = /[零○]/.exec(example)?.[0] ?? '〇';
  return String(year).replace(/\d/g, (digit) => (digit === '0' ? zero : HAN[Number(digit)]!));
}
