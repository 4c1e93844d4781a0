/**
 * Marks: their width, those that pile up, the dashes of spans and ranges. Knows marks and not what they part.
 */

import { doubledMarksOf, endsInPoints, fullWidthOf, halfWidthMarks, rangeDashesOf, widthOfReport, WRITTEN, writtenOf } from '../edit';
import type { Report } from '../report';
import { placeOf } from '../syntax';
import type { Block } from '../syntax';
import { isDigit } from '../text';
import type { Edit } from '../text';
import type { FormatOptions } from './options';

/** Edits that stand or fall together. */
export type Change = readonly Edit[];

/** The width that marks are turned to. */
export const widthFor = (report: Report, { width }: FormatOptions): 'full' | 'half' => (width === 'auto' ? widthOfReport(report) : width);

/** Marks of the other width, one change for each pair of brackets. The brackets of numbering marks are left to numbering.ts. */
export function widthChanges(report: Report, options: FormatOptions): readonly Change[] {
  const width = widthFor(report, options);
  const pointed = endsInPoints(report);
  return written(report, (block, index) => {
    const source = writtenOf(block);
    const turned = halfWidthMarks(block).flatMap(({ kind, at, also }) => {
      if (kind === 'inner' ? !pointed : kind === 'numbering' || (kind !== 'stop' && width === 'half')) return [];
      return [(also < 0 ? [at] : [at, also]).map((place) => one(report, index, place, place + 1, fullWidthOf(source[place]!)))];
    });
    return width === 'full' ? turned : [...turned, ...narrowed(source, block).map((at): Change => [one(report, index, at, at + 1, String.fromCharCode(source.charCodeAt(at) - 0xfee0))])];
  });
}

const WIDE = /[，；：！？（）]/g;

/** Full-width marks that have a half-width form, those of a numbering mark and the colon of a time left out. */
function narrowed(source: string, { marker }: Block): readonly number[] {
  return [...source.matchAll(WIDE)].flatMap(({ index: at }) => {
    const numbering = marker !== null && at >= marker.start && at < marker.end;
    return numbering || (isDigit(source.charCodeAt(at - 1)) && isDigit(source.charCodeAt(at + 1))) ? [] : [at];
  });
}

/** Marks that pile up, and hyphens for dashes. */
export function markChanges(report: Report): readonly Change[] {
  return written(report, (block, index) => [
    ...doubledMarksOf(block).flatMap(({ start, end, kept, sure }): readonly Change[] => (sure ? [[one(report, index, start, end, kept)]] : [])),
    ...rangeDashesOf(block).map(({ start, end, mark }): Change => [one(report, index, start, end, mark)]),
  ]);
}

/** What `changesOf` says of each block that the writer wrote as text. */
export function written(report: Report, changesOf: (block: Block, index: number) => readonly Change[]): readonly Change[] {
  return report.tree.blocks.flatMap((block, index) => (WRITTEN.includes(report.roles[index]!) ? changesOf(block, index) : []));
}

/** A replacement in block `index`, whose offsets count in its text. */
export const one = (report: Report, index: number, start: number, end: number, text: string): Edit => ({ span: placeOf(report.tree, index, { start, end }), text });
