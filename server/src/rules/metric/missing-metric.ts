/** Points out a figure that nearly all seeds give and the draft gives nowhere, at the heading it belongs under. A hint: a figure may well have nothing to count this year. */

import { givenFrames } from '../../align';
import type { Alignment } from '../../align';
import { blanksToFill, frameSentenceFor } from '../../edit';
import type { Frame } from '../../profile';
import type { Report, Section } from '../../report';
import { valueOf } from '../option';
import type { NumberOption } from '../option';
import { defineReportRule } from '../rule';
import type { Evidence } from '../rule';
import page from './missing-metric.md';

const EXPECTED: NumberOption = {
  name: 'support', kind: 'number', initial: 0.8, minimum: 0.5, maximum: 1,
  zh: '样本中至少有这个比例给出的数据才要求给出', en: 'share of the seeds that must give a figure before it is asked for',
};
/** Fewer seeds show no habit. */
const FEWEST_SEEDS = 3;
/** A draft that lacks more than this is another kind of report, or is only being begun. */
const MOST_MISSING: NumberOption = {
  name: 'most', kind: 'integer', initial: 5, minimum: 1, maximum: 200,
  zh: '缺少的数据多于此数时不报告', en: 'nothing is reported when more figures than this are missing',
};
const MOST_WITNESSES = 3;

export const missingMetric = defineReportRule({
  code: 'metric/missing-metric',
  group: 'metric',
  since: '0.2.0',
  severity: 'hint',
  basis: ['learned'],
  fix: 'suggested',
  page,
  options: [EXPECTED, MOST_MISSING],
  messages: {
    missing: { zh: '没有写“{name}”的数字：{of}份样本中{count}份给出（以“{unit}”计）；本年如有，请补上。', en: 'No figure for “{name}” (in “{unit}”), which {count} of {of} seeds give; add it if there is one this year.' },
    insert: { zh: '补一句：{sentence}', en: 'Add the sentence: {sentence}' },
  },
  *check({ alignment, report, units, options }) {
    if (!alignment) return;
    const share = valueOf(EXPECTED, options);
    // What only goes on from another figure (审结16件) is not asked for by itself.
    const expected = alignment.profile.frames.filter(({ support, inherited }) => !inherited && support.of >= FEWEST_SEEDS && support.count >= support.of * share);
    if (expected.length === 0) return;
    const given = givenFrames(report, expected, units);
    const missing = expected.filter((frame) => !given.has(frame) && !isAskedFor(report, frame));
    if (missing.length > valueOf(MOST_MISSING, options)) return;
    for (const frame of missing) {
      const section = homeOf(alignment, frame);
      if (!section) continue;
      const args = { name: frame.name, unit: frame.unit, count: frame.support.count, of: frame.support.of };
      const sentence = frame.text.replace(/\{\d+\}/g, '__');
      yield { at: section.headSpan, message: 'missing', args, evidence: frame.evidence.slice(0, MOST_WITNESSES).map(evidence), fix: { safety: 'suggested', title: 'insert', args: { sentence }, edits: () => frameSentenceFor(report, frame, section) } };
    }
  },
});

/** How far behind its name a place to fill in may stand to be taken for its figure, and how much of a name is enough to know it by. */
const NEAR = 40;
const ENOUGH = 4;

/** The draft has a place to be filled in for it: 审结某类案件__件. */
function isAskedFor(report: Report, frame: Frame): boolean {
  const ends = [frame.name, ...frame.otherNames].map((name) => name.slice(-ENOUGH));
  return report.tree.blocks.some((block, i) => report.roles[i] === 'body' && blanksToFill(block, report.tree.grammar).some(({ start, end }) => block.text.startsWith(frame.unit, end) && ends.some((words) => block.text.slice(Math.max(0, start - NEAR), start).includes(words))));
}

const evidence = ({ seed, text }: Frame['evidence'][number]): Evidence => ({ kind: 'seed', ref: seed, text });

/** The section headed by the frame's topic; null when the draft has none. What seeds give somewhere in a slot is no demand: it has no place where it would be missed. */
function homeOf(alignment: Alignment, frame: Frame): Section | null {
  return alignment.topics.find((found) => found.by === 'heading' && found.topic.id === frame.topic)?.sections[0] ?? null;
}
