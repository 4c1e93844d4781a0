/** Reports growth, increase and level that contradict each other where a text states all three. */

import { add, decimal, divide, formatDecimal, subtract, trimmed } from '../../report';
import type { Figure } from '../../report';
import { defineBlockRule } from '../rule';
import type { Found } from '../rule';
import page from './growth-mismatch.md';
import { READ, asIn, judgeClaims, replacing, rescaled, written } from './recompute';
import type { Claim } from './recompute';

export const growthMismatch = defineBlockRule({
  code: 'metric/growth-mismatch',
  group: 'metric',
  since: '0.1.0',
  severity: 'info',
  basis: ['arithmetic'],
  fix: 'suggested',
  page,
  messages: {
    increase: { zh: '报告值{rate}，按现为{level}、增加{change}（原为{before}）复算为{recomputed}；请核对，增减口径不同的请写明。', en: 'The report says {rate}; {level} after an increase of {change} (from {before}) makes {recomputed}. Check them, or say what was counted differently.' },
    decrease: { zh: '报告值{rate}，按现为{level}、减少{change}（原为{before}）复算为{recomputed}；请核对，增减口径不同的请写明。', en: 'The report says {rate}; {level} after a decrease of {change} (from {before}) makes {recomputed}. Check them, or say what was counted differently.' },
    previous: { zh: '报告值{rate}，按由{before}到{level}复算为{recomputed}；请核对。', en: 'The report says {rate}; {before} to {level} makes {recomputed}. Check them.' },
    replace: { zh: '改为{recomputed}', en: 'Change to {recomputed}' },
    level: { zh: '现值', en: 'The level' },
    change: { zh: '增减数', en: 'The change' },
    before: { zh: '原值', en: 'The level before' },
  },
  roles: READ,
  check: (context) => judgeClaims(context, ['growth'], (claim) => (claim.relation.agreement === 'contradicted' && claim.rate && claim.parts.length === 1 ? finding(claim, claim.rate, claim.parts[0]!) : null)),
});

function finding({ relation, whole, parts }: Claim, rate: Figure, other: Figure): Found {
  const recomputed = relation.recomputed ? `${formatDecimal(trimmed(relation.recomputed, rate.value.decimals))}${rate.unit}` : '';
  const common = { rate: written(rate), level: written(whole), recomputed };
  const related = [{ at: whole.at, message: 'level' }, { at: parts[0]!.at, message: relation.by === 'previous' ? 'before' : 'change' }];
  // An increase may have been counted differently; of two levels the growth is plain arithmetic.
  const value = relation.recomputed && divide(relation.recomputed, decimal(1n), rate.value.decimals);
  const fix = value && rate.kind === 'percent' ? replacing(rate, value) : null;
  if (relation.by === 'previous') return { ...(fix ? { fix } : {}), at: rate.at, message: 'previous', args: { ...common, before: written(other) }, related };
  const falls = relation.by === 'decrease';
  const before = falls ? add(whole.amount, other.amount) : subtract(whole.amount, other.amount);
  return { at: rate.at, message: falls ? 'decrease' : 'increase', args: { ...common, change: written(other), before: asIn(whole, rescaled(whole, before)) }, related };
}
