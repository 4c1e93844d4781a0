/**
 * Figures of one document that are each right and do not go together: 八件 beside 12件 in one sentence, 36,844 beside 14016. Shared by the rules of this group.
 */

import { formatDecimal } from '../../report';
import type { CompiledUnits, Figure, PlacedFigure, Report } from '../../report';
import { isHan as isHanCharacter } from '../../text';

const isHan = (figure: Figure): boolean => isHanCharacter(figure.numeral.charCodeAt(0));
const isPlain = (figure: Figure): boolean => figure.bound === 'exact' && figure.range === null && figure.scale === '' && figure.unit !== '' && (figure.kind === 'count' || figure.kind === 'people');

/** A Chinese numeral with the Arabic one that it should be like, and its digits. */
export interface MixedScript {
  readonly han: PlacedFigure;
  readonly arabic: PlacedFigure;
  readonly digits: string;
}

/** Chinese numerals that stand next to an Arabic one of the same unit in a list: the same kind of thing, counted in one breath. */
export function mixedScripts(report: Report, figures: readonly PlacedFigure[], units: CompiledUnits): readonly MixedScript[] {
  return figures.filter(({ figure }) => isHan(figure) && isPlain(figure) && figure.value.digits > 1n).flatMap((han) => {
    const arabic = [figures[han.index - 1], figures[han.index + 1]].find((other) => other && areListed(report, han, other, units));
    return arabic ? { han, arabic, digits: formatDecimal(han.figure.value) } : [];
  });
}

/** In one sentence, in the same clause or the next, with the same unit, and each with a thing of its own or the very same one: not a part of it and not a name. */
function areListed(report: Report, han: PlacedFigure, other: PlacedFigure, units: CompiledUnits): boolean {
  const [a, b] = [han.figure, other.figure];
  if (han.block !== other.block || a.sentence !== b.sentence || a.bracket !== b.bracket || isHan(b) || !isPlain(b) || a.unit !== b.unit) return false;
  // Of the words that count anything a Chinese numeral makes names (三个一批): only those of cases and things are sure.
  if (units.hanLoose.has(a.unit)) return false;
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  const between = report.tree.blocks[han.block]!.text.slice(first.at.end, second.numeralAt.start);
  return (/^[、,]/.test(between) && /^[^。;:]{0,16}$/.test(between)) || a.subject === b.subject;
}

/** 1,000 */
const SHORTEST_SEPARATED = 5;

/** The places of numerals of five digits and more, or with separators, by how they are written. */
export function separatorsOf(figures: readonly PlacedFigure[]): { readonly grouped: readonly PlacedFigure[]; readonly plain: readonly PlacedFigure[] } {
  const long = figures.filter(({ figure }) => figure.numeral.length >= SHORTEST_SEPARATED);
  const grouped = long.filter(({ figure }) => /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(figure.numeral));
  const plain = long.filter(({ figure }) => /^\d{5,}(?:\.\d+)?$/.test(figure.numeral));
  return { grouped, plain };
}
