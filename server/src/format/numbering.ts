/**
 * Numbering: numbers that run on, one form of mark for each level, brackets of one width, no stray blank behind a mark. What is wrong beyond doubt, `edit/` knows.
 */

import { chainFaultsOf, chainFrom, markLike, markPlace, renumberItems, renumberSiblings, runFrom, sequenceFaultsOf, styleFaultsOf, WRITTEN } from '../edit';
import type { ChainFault } from '../edit';
import type { Report, Section } from '../report';
import { placeOf } from '../syntax';
import type { Block, Marker, MarkStyle } from '../syntax';
import type { Edit } from '../text';
import { one, widthFor } from './marks';
import type { Change } from './marks';
import type { FormatOptions } from './options';

/** Wrong numbers and foreign forms of marks. Where a run or chain has no beginning, a heading was lost rather than counted wrongly, and the writer should look. */
export function numberingChanges(report: Report): readonly Change[] {
  return [
    ...runChanges(report),
    ...chainChanges(report),
    ...styleFaultsOf(report).flatMap(({ section, sample, ordinal }): readonly Change[] => {
      const text = markLike(report, sample, ordinal);
      return text === null ? [] : [[{ span: markPlace(report, section), text }]];
    }),
  ];
}

/** Each run is numbered once, from its first fault on: what is wrong behind it is right then. */
function runChanges(report: Report): readonly Change[] {
  const done = new Set<Section>();
  return sequenceFaultsOf(report).flatMap(({ section, before }): readonly Change[] => {
    if (!before || done.has(section)) return [];
    for (const member of runFrom(report, section)) done.add(member);
    return [renumberSiblings(report, section)];
  });
}

/** The same for chains, which number by themselves under each heading. */
function chainChanges(report: Report): readonly Change[] {
  const done = new Map<ChainFault['scope'], Set<number>>();
  return chainFaultsOf(report).flatMap((fault): readonly Change[] => {
    const { scope, item, before } = fault;
    const chains = done.get(scope) ?? new Set<number>();
    if (!before || chains.has(item.verdict.chain)) return [];
    done.set(scope, chains.add(item.verdict.chain));
    return [renumberItems(report, chainFrom(fault), item.verdict.expected)];
  });
}

interface PlacedMarker {
  readonly index: number;
  readonly block: Block;
  readonly marker: Marker;
  /** The mark as it was written. */
  readonly source: string;
}

/** Brackets and points of marks in one width, and blanks behind them as the document has them in the main: of each style by itself. */
export function markFormChanges(report: Report, options: FormatOptions): readonly Change[] {
  const byStyle = new Map<MarkStyle, PlacedMarker[]>();
  report.tree.blocks.forEach((block, index) => {
    const { marker } = block;
    if (!marker || !WRITTEN.includes(report.roles[index]!)) return;
    const place = placeOf(report.tree, index, { start: marker.start, end: marker.start + marker.written.length });
    const placed: PlacedMarker = { index, block, marker, source: report.tree.text.value.slice(place.start, place.end) };
    const same = byStyle.get(marker.style);
    if (same) same.push(placed);
    else byStyle.set(marker.style, [placed]);
  });
  return [...byStyle].flatMap(([style, marks]) => [...bracketChanges(report, marks, options), ...pointChanges(report, marks), ...gapChanges(report, style, marks)]);
}

const NARROW = /[()]/;
const WIDE = /[（）]/;

function bracketChanges(report: Report, marks: readonly PlacedMarker[], options: FormatOptions): readonly Change[] {
  const wide = marks.filter(({ source }) => WIDE.test(source)).length;
  const narrow = marks.filter(({ source }) => NARROW.test(source)).length;
  const width = options.width !== 'auto' || wide === narrow ? widthFor(report, options) : wide > narrow ? 'full' : 'half';
  const [foreign, shift] = width === 'full' ? [NARROW, 0xfee0] : [WIDE, -0xfee0];
  return marks.flatMap(({ index, marker, source }): readonly Change[] => {
    if (!foreign.test(source) || source.length !== marker.written.length) return [];
    const edits: readonly Edit[] = [...source].flatMap((character, i) => (foreign.test(character) ? [one(report, index, marker.start + i, marker.start + i + 1, String.fromCharCode(character.charCodeAt(0) + shift))] : []));
    return [edits];
  });
}

/** `1．` among `1.`; the standard's form where there are as many of either. */
function pointChanges(report: Report, marks: readonly PlacedMarker[]): readonly Change[] {
  const wide = marks.filter(({ source }) => source.endsWith('．')).length;
  const narrow = marks.filter(({ source }) => source.endsWith('.')).length;
  const [foreign, mark] = wide > narrow ? ['.', '．'] : ['．', '.'];
  return marks.flatMap(({ index, marker, source }): readonly Change[] => {
    const at = marker.start + marker.written.length - 1;
    return source.endsWith(foreign) ? [[one(report, index, at, at + 1, mark)]] : [];
  });
}

/** Chinese marks need no blank behind them; where most have none, the others lose theirs. */
function gapChanges(report: Report, style: MarkStyle, marks: readonly PlacedMarker[]): readonly Change[] {
  if (style !== 'han' && style !== 'han-paren') return [];
  const gap = ({ marker }: PlacedMarker): boolean => marker.end > marker.start + marker.written.length;
  const apart = marks.filter(gap);
  if (apart.length * 2 >= marks.length) return [];
  return apart.flatMap(({ index, block, marker }): readonly Change[] => {
    const edit = one(report, index, marker.start + marker.written.length, marker.end, '');
    return block.map === null || !/[\r\n]/.test(report.tree.text.value.slice(edit.span.start, edit.span.end)) ? [[edit]] : [];
  });
}
