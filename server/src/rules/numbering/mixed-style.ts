/** Reports a mark in another form than its level has: 3. among （一）（二）, or 二. among 一、三、. What the level's form is, the document itself says. */

import { markLike, markPlace, runsOf, writtenNumber } from '../../edit';
import type { Report, Section } from '../../report';
import { shapeOf } from '../../syntax';
import type { Found } from '../rule';
import { defineReportRule } from '../rule';
import page from './mixed-style.md';
import { mainShapes } from './shapes';

export const mixedStyle = defineReportRule({
  code: 'numbering/mixed-style',
  group: 'numbering',
  since: '0.1.0',
  severity: 'warning',
  basis: ['standard'],
  fix: 'safe',
  page,
  messages: {
    level: { zh: '“{found}”与同级序号的写法不一：这一级写作“{expected}”这种形式；请统一。', en: '“{found}” is not how this level is numbered: its other headings are written like “{expected}”.' },
    shape: { zh: '“{found}”与全文这一级序号的写法不一：其余 {count} 处写作“{expected}”这种形式；请统一。', en: '“{found}” differs from the other {count} marks of this level, written like “{expected}”.' },
    sample: { zh: '这一级的写法', en: 'How this level is written' },
    rewrite: { zh: '改为“{expected}”', en: 'Change to “{expected}”' },
  },
  *check({ report }) {
    const main = mainShapes(report);
    const runs = runsOf(report);
    for (const section of report.sections) {
      const { marker, verdict } = section;
      if (!marker) continue;
      if (verdict.kind === 'restyled') {
        const sample = neighbour(section, (other) => (other.verdict.kind === 'restyled' ? null : other), runs);
        if (sample) yield finding(report, section, sample, verdict.expected, 'level', 0);
        continue;
      }
      const majority = main.get(marker.style);
      if (!majority || shapeOf(marker) === majority.shape) continue;
      const same = (other: Section): Section | null => (other.marker && shapeOf(other.marker) === majority.shape ? other : null);
      yield finding(report, section, neighbour(section, same, runs) ?? majority.samples[0]!, marker.ordinal, 'shape', majority.samples.length);
    }
  },
});

/** The nearest section of the run that fits, before or behind. A few steps are enough; a run of foreign marks has its samples elsewhere. */
function neighbour(section: Section, fits: (other: Section) => Section | null, runs: ReturnType<typeof runsOf>): Section | null {
  let back = runs.previous[section.index] ?? null;
  let on = runs.next[section.index] ?? null;
  for (let step = 0; step < 8 && (back || on); step++) {
    const found = (back && fits(back)) ?? (on && fits(on));
    if (found) return found;
    back = back && (runs.previous[back.index] ?? null);
    on = on && (runs.next[on.index] ?? null);
  }
  return null;
}

function finding(report: Report, section: Section, sample: Section, ordinal: number, message: string, count: number): Found {
  const text = markLike(report, sample, ordinal);
  const args = {
    found: report.tree.text.value.slice(section.markerSpan.start, section.markerSpan.end),
    expected: text?.trim() ?? writtenNumber(report, sample, ordinal),
    count,
  };
  return {
    at: section.markerSpan,
    message,
    args,
    related: [{ at: sample.headSpan, message: 'sample' }],
    ...(text === null ? {} : { fix: { safety: 'safe' as const, title: 'rewrite', args, edits: () => [{ span: markPlace(report, section), text }] } }),
  };
}
