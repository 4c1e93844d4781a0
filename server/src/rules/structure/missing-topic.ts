/** Points out a topic that the family's outline names, or nearly all seeds treat, and that the draft has neither as a heading nor in its text. */

import { fillingsOf } from '../../align';
import type { Alignment } from '../../align';
import { topicSkeletonFor } from '../../edit';
import type { Topic } from '../../profile';
import { valueOf } from '../option';
import type { NumberOption } from '../option';
import { defineReportRule } from '../rule';
import { evidenceFor } from './grounds';
import page from './missing-topic.md';

const EXPECTED: NumberOption = {
  name: 'support', kind: 'number', initial: 0.8, minimum: 0.5, maximum: 1,
  zh: '样本中至少有这个比例写到的主题才要求写', en: 'share of the seeds that must treat a topic before it is asked for',
};
/** A draft that lacks more than this is a short or a special report, not a forgetful one. */
const MOST_MISSING: NumberOption = {
  name: 'most', kind: 'integer', initial: 3, minimum: 1, maximum: 50,
  zh: '缺少的主题多于此数时不报告（多为简报或专项报告）', en: 'nothing is reported when more topics than this are missing',
};
/** Han characters below which a draft is not expected to treat every topic. */
const SHORTEST = 1200;

export const missingTopic = defineReportRule({
  code: 'structure/missing-topic',
  group: 'structure',
  since: '0.1.0',
  severity: 'info',
  basis: ['norm', 'learned'],
  fix: 'suggested',
  page,
  options: [EXPECTED, MOST_MISSING],
  messages: {
    missing: { zh: '没有写到“{name}”：{of} 份样本中 {count} 份写到；如本年确有工作，请补上。', en: 'Nothing treats “{name}”, which {count} of {of} seeds do; add it if there was such work this year.' },
    insert: { zh: '插入“{name}”小节', en: 'Insert a subsection “{name}”' },
  },
  *check({ alignment, report, year, options }) {
    if (!alignment || report.length < SHORTEST) return;
    const missing = alignment.profile.topics.filter((topic) => isExpected(topic, year, valueOf(EXPECTED, options)) && !alignment.topics.some((found) => found.topic.id === topic.id));
    if (missing.length > valueOf(MOST_MISSING, options)) return;
    for (const topic of missing) {
      const host = hostOf(alignment, topic);
      if (!host) continue;
      const args = { name: topic.name, count: topic.support.count, of: topic.support.of };
      yield { at: host.headSpan, message: 'missing', args, evidence: evidenceFor(alignment, topic, year), fix: { safety: 'suggested', title: 'insert', args, edits: () => topicSkeletonFor(alignment, topic, host) } };
    }
  },
});

/** A norm holds only for its years; a learned topic must be near universal among at least three seeds. */
function isExpected(topic: Topic, year: number | null, expected: number): boolean {
  const { count, of } = topic.support;
  if (!topic.norm) return of >= 3 && count >= of * expected;
  const { since, until } = topic.norm;
  if (year === null || (since !== undefined && year < since) || (until !== undefined && year > until)) return false;
  return of === 0 || count * 2 > of;
}

function hostOf(alignment: Alignment, topic: Topic) {
  return fillingsOf(alignment, topic.slot).find((filling) => filling.section && filling.by === 'heading')?.section ?? null;
}
