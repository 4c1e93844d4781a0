/** Reports a rate that part and whole contradict, the rounding of what is written respected. A rate that was cut off instead of rounded is worth a hint. */

import { decimal, divide, multiply, trimmed } from '../../report';
import type { Figure } from '../../report';
import { defineBlockRule } from '../rule';
import type { Fix, Found } from '../rule';
import { READ, asIn, judgeClaims, quotient, replacing, terms, written } from './recompute';
import type { Claim } from './recompute';
import page from './ratio-mismatch.md';
import { isOverWhole, shareName } from './shares';

export const ratioMismatch = defineBlockRule({
  code: 'metric/ratio-mismatch',
  group: 'metric',
  since: '0.1.0',
  severity: 'warning',
  basis: ['arithmetic'],
  fix: 'suggested',
  page,
  messages: {
    ratio: { zh: '报告值{rate}，按{quotient}复算为{recomputed}；请核对比率与两项基数。', en: 'The report says {rate}; {quotient} makes {recomputed}. Check the rate and both numbers.' },
    likely: { zh: '报告值{rate}，按前文{quotient}复算为{recomputed}；文中未写明以{whole}为基数，请核对或写明口径。', en: 'The report says {rate}; {quotient} makes {recomputed}. The text does not say that {whole} is the base: check it, or say what the base is.' },
    cut: { zh: '报告值{rate}，按{quotient}复算为{recomputed}，似为去尾而非四舍五入。', en: 'The report says {rate}; {quotient} makes {recomputed}. It seems to be cut off, not rounded.' },
    whole: { zh: '基数', en: 'The base' },
    part: { zh: '分项', en: 'The part' },
    replace: { zh: '改为{recomputed}', en: 'Change to {recomputed}' },
  },
  roles: READ,
  check: (context) => judgeClaims(context, ['rate'], (claim) => {
    const { relation, rate, parts } = claim;
    if (!isFault(relation.agreement) || rate?.kind !== 'percent' || parts.length === 0) return null;
    // A share over 100 % is wrong whatever its base, and is said once.
    return isOverWhole(rate) && shareName(context.block.text, rate, context.units) !== null ? null : finding(claim, rate);
  }),
});

const isFault = (agreement: Claim['relation']['agreement']): boolean => agreement === 'contradicted' || agreement === 'truncated';

function finding({ relation, whole, parts }: Claim, rate: Figure): Found {
  const { agreement, confidence, recomputed } = relation;
  const message = agreement === 'truncated' ? 'cut' : confidence === 'stated' ? 'ratio' : 'likely';
  const shown = recomputed ? asIn(rate, trimmed(recomputed, rate.value.decimals)) : '';
  const fix = parts.length === 1 ? fixOf(rate, parts[0]!, whole) : null;
  const divided = parts.length === 1 ? quotient(parts[0]!, whole) : `(${terms(parts, whole)})/${whole.numeral}`;
  return {
    at: rate.at,
    message,
    args: { rate: written(rate), quotient: divided, recomputed: shown, ...(message === 'likely' ? { whole: written(whole) } : {}) },
    related: [...parts.map((part) => ({ at: part.at, message: 'part' })), { at: whole.at, message: 'whole' }],
    ...(agreement === 'truncated' ? { severity: 'hint' as const } : confidence === 'likely' ? { severity: 'info' as const } : {}),
    ...(fix && message !== 'likely' ? { fix } : {}),
  };
}

/** The rate worked out anew, to the places it was written with. */
function fixOf(rate: Figure, part: Figure, whole: Figure): Fix | null {
  const value = divide(multiply(decimal(rate.unit === '‰' ? 1000n : 100n), part.amount), whole.amount, rate.value.decimals);
  return value && replacing(rate, value);
}
