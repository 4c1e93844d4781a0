/**
 * The outline of a report as other programs read it (contract: design §4.1), and as text.
 */

import type { Alignment } from '../../align';
import type { Report, Section } from '../../report';
import { positionAt } from '../../text';

/** A heading with its subheadings. `line` is zero-based. */
export interface OutlineSection {
  readonly level: number;
  readonly marker: string;
  readonly title: string;
  readonly line: number;
  readonly runIn: boolean;
  readonly slot: string | null;
  /** All slots it fills, when there are more than one. */
  readonly slots?: readonly string[];
  readonly topic?: string;
  readonly children: readonly OutlineSection[];
}

/** A slot filled by running text, which has no heading to show it. */
export interface OutlinePassage {
  readonly slot: string;
  readonly by: 'passage' | 'mention';
  readonly line: number;
  readonly text: string;
}

export interface Outline {
  readonly title: string | null;
  readonly year: number | null;
  readonly sections: readonly OutlineSection[];
  readonly passages: readonly OutlinePassage[];
}

/** The outline; slots are null without an alignment. */
export function outlineOf(report: Report, alignment: Alignment | null): Outline {
  const { text } = report.tree;
  return {
    title: report.title?.text ?? null,
    year: report.period.year,
    sections: report.sections.filter((section) => section.parent === null).map((section) => outlineSection(report, section, alignment)),
    passages: (alignment?.fillings ?? []).flatMap((filling): readonly OutlinePassage[] =>
      filling.by === 'passage' || filling.by === 'mention'
        ? [{ slot: filling.slot, by: filling.by, line: positionAt(text, filling.at.start).line, text: text.value.slice(filling.at.start, filling.at.end).slice(0, 60) }]
        : [],
    ),
  };
}

function outlineSection(report: Report, section: Section, alignment: Alignment | null): OutlineSection {
  const slots = alignment?.slotsOf[section.index] ?? [];
  const topic = alignment?.topicOf[section.index] ?? null;
  return {
    level: section.depth,
    marker: report.tree.text.value.slice(section.markerSpan.start, section.markerSpan.end),
    title: section.title,
    line: positionAt(report.tree.text, section.headSpan.start).line,
    runIn: section.runIn,
    slot: slots[0] ?? null,
    ...(slots.length > 1 ? { slots } : {}),
    ...(topic ? { topic } : {}),
    children: section.children.map((child) => outlineSection(report, child, alignment)),
  };
}
