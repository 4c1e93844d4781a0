/** Reports a heading with nothing below it. */

import type { Report, Section } from '../../report';
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
    empty: { zh: '标题“{title}”下面没有内容；请补写，或删去这个标题。', en: 'Nothing stands below the heading “{title}”; write it or remove the heading.' },
  },
  *check({ report }) {
    for (const section of report.sections) {
      if (isEmpty(report, section) && !isListItem(report, section)) yield { at: section.headSpan, message: 'empty', args: { title: section.title } };
    }
  },
});

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

/** Items of a list look like headings without text: all of a run are empty, and there is more than one. */
function isListItem(report: Report, section: Section): boolean {
  const siblings = section.parent?.children ?? report.sections.filter((other) => other.parent === null);
  const alike = siblings.filter((other) => other.marker?.style === section.marker?.style);
  return alike.length > 1 && alike.filter((other) => isEmpty(report, other)).length * 2 > alike.length;
}
