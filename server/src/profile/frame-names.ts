/**
 * Names of figures as learning and checking compare them: made from a figure's subject in one way everywhere, and alike when one is the other with more said before it.
 */

import type { CompiledUnits, Figure, FigureKind } from '../report';
import { likeness } from '../text';

/** A shorter name is that of many things. */
const SHORTEST = 3;
const LONGEST = 24;
/** A shorter name ends others by chance. */
const SHORTEST_STEM = 4;
const LONGEST_LEAD = 10;
const ALIKE = 0.72;

/** What a figure is known by; empty for one that says nothing by itself: a part, a growth, one end of a range, one without unit or of another year. */
export function frameName(figure: Figure, units: CompiledUnits): string {
  if (figure.unit === '' || figure.range !== null || figure.kind === 'duration' || figure.lead === 'part' || figure.bracket >= 0) return '';
  if (figure.period.kind === 'last' || figure.period.kind === 'next' || (figure.inherited && (figure.kind === 'percent' || figure.verb === ''))) return '';
  const verb = figure.verb === '' ? undefined : units.verbs.from(figure.verb, 0)?.value;
  if (verb === 'rise' || verb === 'fall') return '';
  let name = figure.subject.replace(/《[^》]*》|\([^)]*\)/g, '').replace(/[“”‘’"'·\s]/g, '');
  for (let hit = units.fillers.from(name, 0); hit && hit.length < name.length && !units.notStops.from(name, 0); hit = units.fillers.from(name, 0)) name = name.slice(hit.length);
  return name.length < SHORTEST || name.length > LONGEST || /[\d《》()]/.test(name) ? '' : name;
}

/** What identity of a figure rests on besides its name. */
export interface NamedFigure {
  readonly name: string;
  readonly verb: string;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly inherited?: boolean;
}

/** How surely two names mean one figure, 0 (not) to 1. An inherited name needs the same verb; units must be the same, or plain measure words of one kind for the very same name. */
export function frameLikeness(a: NamedFigure, b: NamedFigure): number {
  if (a.kind !== b.kind || Boolean(a.inherited) !== Boolean(b.inherited) || (a.inherited && a.verb !== b.verb)) return 0;
  if (a.unit !== b.unit) return a.name === b.name && a.unit.length === 1 && b.unit.length === 1 ? 0.95 : 0;
  if (a.name === b.name) return 1;
  const [short, long] = a.name.length < b.name.length ? [a.name, b.name] : [b.name, a.name];
  if (short.length >= SHORTEST_STEM && long.endsWith(short) && long.length - short.length <= LONGEST_LEAD) return 0.9;
  const alike = likeness(a.name, b.name);
  return alike >= ALIKE ? alike * 0.9 : 0;
}
