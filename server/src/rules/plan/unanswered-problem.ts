/** Points out a stated shortcoming that no promise of the plan shares a telling word with. */

import { unansweredProblems } from '../../align';
import { defineReportRule } from '../rule';
import page from './unanswered-problem.md';

export const unansweredProblem = defineReportRule({
  code: 'plan/unanswered-problem',
  group: 'plan',
  since: '0.1.0',
  severity: 'hint',
  basis: ['practice'],
  fix: null,
  page,
  messages: {
    unanswered: {
      zh: '这一问题在下一步安排中没有对应的措施；请补写一条，已有对应的可在措施中点明。',
      en: 'No promise of the plan takes up this shortcoming. Add one, or name the shortcoming where it is meant.',
    },
  },
  *check({ report, alignment }) {
    if (!alignment) return;
    for (const problem of unansweredProblems(report, alignment)) yield { at: problem.at, message: 'unanswered' };
  },
});
