/** Defects of years and dates: a wrong plan or opening year, and dates in forms the standard does not know. */
import { bodyLines, defect, inProse, openingLine, replaced, type Break, type Defect } from './defect';
import { linesOf, partsOf, quotedSpans, outside, type Line } from '../reading';
import type { Rng } from '../random';
import type { Span } from '../edits';

/** A year one off, either way. */
function wrong(text: string, span: Span, rng: Rng, what: string): Break {
  const year = Number(text.slice(span.start, span.start + 4));
  const other = year + (rng.int(2) ? 1 : -1);
  return replaced(span, `${other}年`, `${what}: ${year}年 → ${other}年`);
}

const yearIn = (text: string, within: Span): Span | null => {
  const match = /20\d\d年/.exec(text.slice(within.start, within.end));
  const span = match && { start: within.start + match.index, end: within.start + match.index + match[0].length };
  return span && outside(span, quotedSpans(text)) ? span : null;
};

const planHeading = defect('wrong plan year in the heading', 'year/plan-year', (text, rng) =>
  partsOf(text).filter((part) => part.roles.length === 1 && part.roles[0] === 'plan' && part.heading).flatMap((part) => {
    const span = yearIn(text, part.heading!.title);
    return span ? [wrong(text, span, rng, 'plan heading')] : [];
  }));

/** `2025年,我市将…`: only where the opening speaks of the future, so that no other year can be meant. */
const planOpening = defect('wrong plan year in the opening', 'year/plan-year', (text, rng) =>
  partsOf(text).filter((part) => part.roles.length === 1 && part.roles[0] === 'plan').flatMap((part) => {
    const start = part.heading ? part.heading.line.next : part.start;
    const line = linesOf(text).find((candidate) => candidate.start >= start && candidate.start < part.end && candidate.text.trim());
    const match = line && /^[ \u3000]*在?(20\d\d年)(?=.{0,30}(?:将|要))/.exec(line.text);
    if (!line || !match) return [];
    const at = line.start + match.index + match[0].length - match[1]!.length;
    return [wrong(text, { start: at, end: at + match[1]!.length }, rng, 'plan opening')];
  }));

const opening = defect('wrong opening year', 'year/report-year', (text, rng) => {
  const line = openingLine(text);
  const match = line && /^[ \u3000]*(20\d\d年)(?=[,，度])/.exec(line.text);
  if (!line || !match) return [];
  const end = line.start + match[0].length;
  return [wrong(text, { start: end - match[1]!.length, end }, rng, 'opening')];
});

const two = (number: string): string => number.padStart(2, '0');

const leadingZero = defect('leading zero in a date', 'year/date-form', (text) =>
  inProse(text, /(?<!\d)(20\d\d年)?(\d{1,2})月(\d{1,2})日/g).flatMap((match) => {
    const [date, year, month, day] = match;
    const written = `${year ?? ''}${two(month!)}月${two(day!)}日`;
    return written === date ? [] : [replaced({ start: match.index, end: match.index + date.length }, written, `${date} → ${written}`)];
  }));

/** Lines whose year decides nothing: not the report's opening and not the plan's. */
const quietLines = (text: string): readonly Line[] => {
  const plans = partsOf(text).filter((part) => part.roles.includes('plan'));
  return bodyLines(text).filter((line) => plans.every((part) => line.start < part.start || line.start >= part.end));
};

const shortYear = defect('short year', 'year/date-form', (text) =>
  inProse(text, /(?<=^|[。，,；;\s])20(\d\d)年(?=[,，\d])/g, quietLines(text)).map((match) =>
    replaced({ start: match.index, end: match.index + match[0].length }, `${match[1]}年`, `${match[0]} → ${match[1]}年`)));

/** Sentence beginnings in the body that carry no item label. */
const sentenceStarts = (text: string): readonly number[] =>
  inProse(text, /(?<=。)(?=\p{Script=Han}{4})(?![一二三四五六七八九十]+是)/gu, quietLines(text)).map((match) => match.index);

const rangeDash = defect('range dash', 'text/range-dash', (text) => {
  const span = '2021-2025年';
  return sentenceStarts(text).map((start): Break => ({
    edits: [{ start, end: start, text: `${span}${text.includes('，') ? '，' : ','}` }],
    around: { start, end: start },
    at: { start, end: start + span.length },
    note: `${span} with a hyphen put before a sentence`,
    right: span.replace('-', '—'),
  }));
});

export const yearDefects: readonly Defect[] = [planHeading, planOpening, opening, leadingZero, shortYear, rangeDash];
