/** Which form of mark a document uses at a level in the main: `一、` or `一.`, `1.` or `1、`. Counted once for a report; no wording, no findings. */

import type { Report, Section } from '../report';
import { shapeOf } from '../syntax';
import type { MarkStyle } from '../syntax';

/** The forms of GB/T 9704 and GB/T 15834. A document that uses them in the main needs fewer witnesses than one with a form of its own. */
const STANDARD: Readonly<Partial<Record<MarkStyle, string>>> = { han: '#、', 'han-paren': '(#)', arabic: '#.', 'arabic-paren': '(#)' };

/** The main shape of a style and all sections that have it, in order. */
export interface MainShape {
  readonly shape: string;
  readonly samples: readonly Section[];
}

/** Styles with a clear majority: at least three marks of one shape and three quarters of all, or two of three in the standard's form. */
export function mainShapes(report: Report): ReadonlyMap<MarkStyle, MainShape> {
  const byStyle = new Map<MarkStyle, Map<string, Section[]>>();
  for (const section of report.sections) {
    if (!section.marker || section.verdict.kind === 'restyled') continue;
    const { style } = section.marker;
    const shapes = byStyle.get(style) ?? new Map<string, Section[]>();
    byStyle.set(style, shapes);
    const shape = shapeOf(section.marker);
    const list = shapes.get(shape);
    if (list) list.push(section);
    else shapes.set(shape, [section]);
  }
  const main = new Map<MarkStyle, MainShape>();
  for (const [style, shapes] of byStyle) {
    const total = [...shapes.values()].reduce((sum, list) => sum + list.length, 0);
    for (const [shape, samples] of shapes) if (isMain(style, shape, samples.length, total)) main.set(style, { shape, samples });
  }
  return main;
}

function isMain(style: MarkStyle, shape: string, count: number, total: number): boolean {
  return (count >= 3 && count >= total * 0.75) || (STANDARD[style] === shape && count >= 2 && count * 3 >= total * 2);
}
