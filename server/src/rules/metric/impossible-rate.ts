/** Reports a rate that no whole number over the stated base gives (the GRIM test). Only where the base stands right before the rate and can be no other. */

import { decimal, divide, formatDecimal, multiply } from '../../report';
import type { Decimal, Figure } from '../../report';
import { defineBlockRule } from '../rule';
import type { Found } from '../rule';
import page from './impossible-rate.md';
import { READ, judgeClaims, written } from './recompute';

export const impossibleRate = defineBlockRule({
  code: 'metric/impossible-rate',
  group: 'metric',
  since: '0.1.0',
  severity: 'info',
  basis: ['arithmetic'],
  fix: null,
  page,
  messages: {
    impossible: { zh: '以{whole}为基数得不出{rate}：{low}为{lowRate}，{high}为{highRate}；请核对比率，或写明所用基数。', en: 'No whole number out of {whole} gives {rate}: {low} gives {lowRate}, {high} gives {highRate}. Check the rate, or say what its base is.' },
    whole: { zh: '基数', en: 'The base' },
  },
  roles: READ,
  check: (context) => judgeClaims(context, ['rate'], ({ relation, whole, rate }) => (relation.agreement === 'impossible' && rate ? finding(rate, whole) : null)),
});

const finding = (rate: Figure, whole: Figure): Found => ({
  at: rate.at, message: 'impossible', args: { whole: written(whole), rate: written(rate), ...neighbours(rate, whole) }, related: [{ at: whole.at, message: 'whole' }],
});

/** The whole numbers between which the rate falls, and the rates that they give. */
function neighbours(rate: Figure, whole: Figure): Readonly<Record<'low' | 'high' | 'lowRate' | 'highRate', string>> {
  const per = rate.unit === '‰' ? 1000n : 100n;
  const below = multiply(rate.value, whole.amount);
  const low = below.digits / (per * 10n ** BigInt(below.decimals));
  return { low: `${low}${whole.unit}`, high: `${low + 1n}${whole.unit}`, lowRate: percent(rate, low, whole.amount, per), highRate: percent(rate, low + 1n, whole.amount, per) };
}

const percent = (rate: Figure, count: bigint, base: Decimal, per: bigint): string => `${formatDecimal(divide(decimal(count * per), base, rate.value.decimals) ?? decimal(0n))}${rate.unit}`;
