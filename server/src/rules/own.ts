/**
 * Codes the tool reports about itself. They are no rules, nothing checks them; listed so that settings, `explain` and links know them.
 */

import invalid from './config/invalid.md';
import ruleFailed from './lint/rule-failed.md';
import unusedAllow from './lint/unused-allow.md';
import type { Rule } from './rule';

export type Described = Pick<Rule, 'code' | 'group' | 'severity' | 'basis' | 'fix' | 'page' | 'options' | 'tags'>;

export const ownCodes: readonly Described[] = [
  { code: 'lint/rule-failed', group: 'lint', severity: 'info', basis: ['tool'], fix: null, page: ruleFailed },
  { code: 'lint/unused-allow', group: 'lint', severity: 'hint', basis: ['tool'], fix: null, page: unusedAllow, tags: { unused: 'unnecessary' } },
  { code: 'config/invalid', group: 'config', severity: 'error', basis: ['tool'], fix: null, page: invalid },
];
