/**
 * Writing numbering marks as the document writes them: the same brackets, points and blanks, the same width of digits, only another number.
 */

import type { Report, Section } from '../report';
import { placeOf, writeMarker } from '../syntax';
import type { Marker } from '../syntax';
import { formatCircled, formatHan } from '../text';
import type { Edit, Span } from '../text';

const NUMERAL = /[一二三四五六七八九十]{1,3}|\d{1,2}/;
const LARGEST_HAN = 99;

/** Where the number stands in a mark, in the block's text. An enclosed number (①) is all of it. */
function numeralPlace(marker: Marker): Span {
  const match = NUMERAL.exec(marker.written);
  const start = marker.start + (match?.index ?? 0);
  return { start, end: start + (match?.[0].length ?? marker.written.length) };
}

/** `ordinal` written as `example` (source characters of a number) is written; null where there is no such numeral. */
export function numeralLike(example: string, ordinal: number): string | null {
  if (ordinal < 1) return null;
  const code = example.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return formatCircled(ordinal);
  if (code >= 0x2474 && code <= 0x2487) return ordinal <= 20 ? String.fromCharCode(0x2473 + ordinal) : null;
  if (code >= 0x3220 && code <= 0x3229) return ordinal <= 10 ? String.fromCharCode(0x321f + ordinal) : null;
  if (code >= 0x30 && code <= 0x39) return String(ordinal);
  if (code >= 0xff10 && code <= 0xff19) return String(ordinal).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return ordinal <= LARGEST_HAN ? formatHan(ordinal) : null;
}

/** The edit that gives a section the number `ordinal` in its own mark; null when it has it, has no mark, or cannot write it. */
export function numeralEdit(report: Report, section: Section, ordinal: number): Edit | null {
  const { marker } = section;
  if (!marker || marker.ordinal === ordinal) return null;
  const span = placeOf(report.tree, section.block, numeralPlace(marker));
  const text = numeralLike(sourceOf(report, span), ordinal);
  return text === null ? null : { span, text };
}

/** The mark of `sample` with another number, and the blanks behind it: what a new or foreign heading of its level should begin with. */
export function markLike(report: Report, sample: Section, ordinal: number): string | null {
  const { marker } = sample;
  if (!marker) return '';
  const numeral = placeOf(report.tree, sample.block, numeralPlace(marker));
  const text = numeralLike(sourceOf(report, numeral), ordinal);
  if (text === null) return null;
  const all = markPlace(report, sample);
  const { value } = report.tree.text;
  return unwrapped(value.slice(all.start, numeral.start)) + text + unwrapped(value.slice(numeral.end, all.end));
}

/** Mark and blanks behind it, absolute. */
export function markPlace(report: Report, section: Section): Span {
  const { marker } = section;
  return marker ? placeOf(report.tree, section.block, { start: marker.start, end: marker.end }) : section.markerSpan;
}

/** The number a section should carry, written in its own level's form: for messages. */
export function writtenNumber(report: Report, section: Section, ordinal: number): string {
  const { marker, verdict } = section;
  if (!marker) return String(ordinal);
  const style = verdict.kind === 'restyled' ? verdict.style : marker.style;
  const wide = /[（）]/.test(sourceOf(report, section.markerSpan));
  return ordinal > LARGEST_HAN ? String(ordinal) : writeMarker(style, ordinal, style === marker.style ? marker.written : null, wide);
}

const sourceOf = (report: Report, span: Span): string => report.tree.text.value.slice(span.start, span.end);

const unwrapped = (source: string): string => source.replace(/[\r\n]+\s*/g, '');
