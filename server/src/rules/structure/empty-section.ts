/** Reports a heading with nothing below it. */

import type { Report, Section } from '../../report';
import { markerAt, placeOf } from '../../syntax';
import type { MarkStyle } from '../../syntax';
import type { Found } from '../rule';
import { defineReportRule } from '../rule';
import page from './empty-section.md';

/** Heading words longer than this are a sentence that lost its stop, not a heading. */
const LONGEST = 45;

export const emptySection = defineReportRule({
  code: 'structure/empty-section',
  group: 'structure',
  since: '0.1.0',
  severity: 'warning',
  basis: ['practice'],
  fix: null,
  page,
  messages: {
    bare: { zh: '序号“{mark}”后面没有内容；请补写，或删去这个序号。', en: 'Nothing stands behind the number “{mark}”; write it or remove the number.' },
    empty: { zh: '标题“{title}”下面没有内容；请补写，或删去这个标题。', en: 'Nothing stands below the heading “{title}”; write it or remove the heading.' },
  },
  *check({ report }) {
    const empty = report.sections.filter((section) => isEmpty(report, section));
    const lists = listsAmong(report, empty);
    for (const section of empty) {
      if (!lists.has(runOf(section))) yield { at: section.headSpan, message: 'empty', args: { title: section.title } };
    }
    yield* bareMarks(report);
  },
});

/** A number alone on its line, with no text on the next that could be its heading. */
function* bareMarks({ tree, roles }: Report): Iterable<Found> {
  for (let i = 0; i < tree.blocks.length; i++) {
    const { text } = tree.blocks[i]!;
    if (roles[i] !== 'body' || text.length > LONGEST_MARK) continue;
    const mark = markerAt(text, 0);
    if (!mark || !HEADED.has(mark.style) || mark.end < text.length) continue;
    const next = roles.slice(i + 1).find((role) => role !== 'page' && role !== 'comment');
    if (next === undefined || next === 'heading' || next === 'sign-off') yield { at: placeOf(tree, i, { start: 0, end: text.length }), message: 'bare', args: { mark: text } };
  }
}

const LONGEST_MARK = 6;
/** Marks that nothing but a heading or an item has. */
const HEADED: ReadonlySet<MarkStyle> = new Set(['han', 'han-paren'] as const);

function isEmpty(report: Report, section: Section): boolean {
  if (section.runIn || section.children.length > 0) return false;
  const heading = report.tree.blocks[section.block]!;
  if (/[。;!?…]["”]?$/.test(heading.text) || section.words.length > LONGEST || section.words.length === 0) return false;
  for (let i = section.block + 1; i < section.bodyEnd; i++) {
    const role = report.roles[i];
    if (role === 'body' || role === 'table' || role === 'code') return false;
  }
  return true;
}

/** Items of a list look like headings without text: most of a run are empty, and there is more than one. */
function listsAmong(report: Report, empty: readonly Section[]): ReadonlySet<string> {
  const size = countRuns(report.sections);
  const lists = [...countRuns(empty)].filter(([run, count]) => size.get(run)! > 1 && count * 2 > size.get(run)!);
  return new Set(lists.map(([run]) => run));
}

function countRuns(sections: readonly Section[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const section of sections) counts.set(runOf(section), (counts.get(runOf(section)) ?? 0) + 1);
  return counts;
}

/** Sections under one parent with marks of one style. */
const runOf = (section: Section): string => `${section.parent?.index ?? -1} ${section.marker?.style ?? ''}`;
