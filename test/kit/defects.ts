/**
 * Injected defects: a real report with exactly one thing broken, and the place where a finding is due. The kinds live by
 * group in test/kit/defects/; this is the list, and the loop that most tests want.
 */
import { dressed, type Variant } from './variants';
import { metricDefects } from './defects/metric';
import { numberingDefects } from './defects/numbering';
import { structureDefects } from './defects/structure';
import { textDefects } from './defects/text';
import { yearDefects } from './defects/year';
import type { Defect, Injected } from './defects/defect';
import { random } from './random';

export type { Defect } from './defects/defect';

/** Every kind of defect. */
export const defects: readonly Defect[] = [...structureDefects, ...numberingDefects, ...metricDefects, ...yearDefects, ...textDefects];

export interface Injection extends Omit<Injected, 'undo'> {
  readonly defect: Defect;
  /** The text before the defect, in the same clothes: what findings must be compared with. */
  readonly sound: string;
  readonly seed: number;
}

/**
 * Breaks `text` once in the given clothes. Clothes of a width are put on before the defect (which then is
 * made in that width), all others after it. Null where there is no place, or where the clothes hide the
 * defect.
 */
export function inject(text: string, defect: Defect, seed: number, clothes?: Variant): Injection | null {
  const before = clothes?.layer === 'width' ? clothes.apply(text) : text;
  const made = defect.apply(before, random(seed));
  if (!made) return null;
  const told = { defect, seed, note: made.note };
  if (!clothes || clothes.layer === 'width') return { ...told, text: made.text, at: made.at, sound: before, ...(made.mended === undefined ? {} : { mended: made.mended }) };
  if (defect.needsLines && !clothes.keepsLines) return null;
  return { ...told, ...dressed(made.text, made.at, clothes), sound: clothes.apply(text) };
}

/** Up to `times` different breaks of one kind in one text; seeds count up from `seed`. */
export function injections(text: string, defect: Defect, times: number, seed = 1, clothes?: Variant): readonly Injection[] {
  const seen = new Set<string>();
  return Array.from({ length: times }, (_, i) => inject(text, defect, seed + i, clothes)).filter(
    (made): made is Injection => made !== null && !seen.has(made.text) && Boolean(seen.add(made.text)),
  );
}
