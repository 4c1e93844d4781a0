/** Reports a rate that part and whole contradict, the rounding of what is written respected. A rate that was cut off instead of rounded is worth a hint. */

import { compare, decimal, divide, formatDecimal, multiply } from '../../report';
import type { Decimal, Figure } from '../../report';
import { defineBlockRule } from '../rule';
import type { Fix, Found } from '../rule';
import { READ, asIn, claimsOf, quotient, trimmed, written } from './recompute';
import type { Claim } from './recompute';
import page from './ratio-mismatch.md';

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
  *check(context) {
    for (const claim of claimsOf(context, ['rate'])) {
      const { agreement } = claim.relation;
      if (claim.rate && claim.rate.kind === 'percent' && claim.parts.length === 1 && (agreement === 'contradicted' || agreement === 'truncated')) yield finding(claim, claim.rate, claim.parts[0]!);
    }
  },
});

function finding({ relation, whole }: Claim, rate: Figure, part: Figure): Found {
  const { agreement, confidence, recomputed } = relation;
  const message = agreement === 'truncated' ? 'cut' : confidence === 'stated' ? 'ratio' : 'likely';
  const shown = recomputed ? asIn(rate, trimmed(recomputed, rate.value.decimals)) : '';
  const fix = fixOf(rate, part, whole);
  return {
    at: rate.at,
    message,
    args: { rate: written(rate), quotient: quotient(part, whole), recomputed: shown, ...(message === 'likely' ? { whole: written(whole) } : {}) },
    related: [{ at: part.at, message: 'part' }, { at: whole.at, message: 'whole' }],
    ...(agreement === 'truncated' ? { severity: 'hint' as const } : confidence === 'likely' ? { severity: 'info' as const } : {}),
    ...(fix && message !== 'likely' ? { fix } : {}),
  };
}

/** The rate worked out anew, to the places it was written with and in digits of the same width. */
function fixOf(rate: Figure, part: Figure, whole: Figure): Fix | null {
  const value = divide(multiply(decimal(rate.unit === '‰' ? 1000n : 100n), part.amount), whole.amount, rate.value.decimals);
  if (!value || compare(value, rate.value) === 0 || !/^[\d.０-９．]+$/.test(rate.numeral)) return null;
  const text = inWidthOf(rate.numeral, value);
  return { safety: 'suggested', title: 'replace', args: { recomputed: asIn(rate, value) }, edits: () => [{ span: rate.numeralAt, text }] };
}

function inWidthOf(numeral: string, value: Decimal): string {
  const digits = formatDecimal(value);
  if (!/[０-９]/.test(numeral)) return digits;
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('.', numeral.includes('．') ? '．' : '.');
}
