/**
 * Learned figures and a draft: which of them it gives, and which belong under one of its sections.
 */

import { frameLikeness, frameName } from '../profile';
import type { Frame, NamedFigure } from '../profile';
import { readFigures } from '../report';
import type { CompiledUnits, Report, Section } from '../report';
import type { Alignment } from './alignment';

/** The names that a frame goes by, as figures to compare. */
const namesOf = (frame: Frame): readonly NamedFigure[] => [frame.name, ...frame.otherNames].map((name) => ({ ...frame, name }));

/** The frames whose figure the report gives anywhere, under any of its names. */
export function givenFrames(report: Report, frames: readonly Frame[], units: CompiledUnits): ReadonlySet<Frame> {
  const own = new Map<string, NamedFigure>();
  for (const { figure } of readFigures(report, units)) {
    const name = frameName(figure, units);
    if (name === '') continue;
    const { verb, unit, kind, inherited } = figure;
    own.set(`${name}|${unit}|${inherited ? verb : ''}`, { name, verb, unit, kind, inherited });
  }
  const named = [...own.values()];
  return new Set(frames.filter((frame) => namesOf(frame).some((name) => named.some((figure) => frameLikeness(name, figure) > 0)) || isSpokenOf(report, frame, units)));
}

/** How far behind its name a number may stand to be taken for its figure. */
const NEAR = 40;
/** The end of a name that is enough to know it by: half of it, and not less than this. */
const SHORTEST_END = 4;

/** The end of the name stands in the text with a number of the right unit behind it: read otherwise, but not missing. */
function isSpokenOf(report: Report, frame: Frame, units: CompiledUnits): boolean {
  const ends = [frame.name, ...frame.otherNames].map((name) => name.slice(-Math.max(SHORTEST_END, Math.ceil(name.length / 2))));
  return readFigures(report, units).some(({ figure, block }) => {
    if (figure.unit !== frame.unit) return false;
    const before = report.tree.blocks[block]!.text.slice(Math.max(0, figure.at.start - NEAR), figure.at.start);
    return ends.some((end) => before.includes(end));
  });
}

/** Topic and slot of a section: its own, or that of the nearest section around it. */
export function placeOfSection(alignment: Alignment, from: Section | null): { readonly slot: string | null; readonly topic: string | null } {
  let topic: string | null = null;
  for (let section = from; section; section = section.parent) {
    topic ??= alignment.topicOf[section.index] ?? null;
    const [slot] = alignment.slotsOf[section.index] ?? [];
    if (slot !== undefined) return { slot, topic };
  }
  return { slot: null, topic };
}

/** Frames that belong under a section: those of its topic, or those of its slot that belong to no topic. */
export function framesUnder(alignment: Alignment, section: Section | null): readonly Frame[] {
  const { slot, topic } = placeOfSection(alignment, section);
  if (slot === null && topic === null) return [];
  return alignment.profile.frames.filter((frame) => (topic !== null ? frame.topic === topic : frame.topic === null && frame.slot === slot));
}
