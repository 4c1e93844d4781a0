/** Reports parts that the text gives as the whole and that do not add up to it, and a part larger than the whole it is taken from. */

import { compare, trimmed } from '../../report';
import type { Figure } from '../../report';
import { defineBlockRule } from '../rule';
import type { Found } from '../rule';
import { READ, asIn, judgeClaims, replacing, terms, written } from './recompute';
import type { Claim } from './recompute';
import page from './sum-mismatch.md';

export const sumMismatch = defineBlockRule({
  code: 'metric/sum-mismatch',
  group: 'metric',
  since: '0.1.0',
  severity: 'warning',
  basis: ['arithmetic'],
  fix: 'suggested',
  page,
  messages: {
    sum: { zh: '报告值{whole}，按{terms}复算为{sum}；请核对总数与各分项。', en: 'The report says {whole}; {terms} makes {sum}. Check the total and its parts.' },
    likely: { zh: '报告值{whole}，按{terms}复算为{sum}；文中未写明各分项就是全部，请核对是否漏列。', en: 'The report says {whole}; {terms} makes {sum}. The text does not say that these are all parts: check whether one is left out.' },
    part: { zh: '其中一项{part}大于总数{whole}；请核对。', en: 'The part {part} is larger than its whole, {whole}. Check them.' },
    replace: { zh: '总数改为{recomputed}', en: 'Change the whole to {recomputed}' },
    whole: { zh: '总数', en: 'The whole' },
    item: { zh: '分项', en: 'A part' },
  },
  roles: READ,
  check: (context) => judgeClaims(context, ['sum', 'subset'], (claim) => (claim.relation.agreement === 'contradicted' ? finding(claim) : null)),
});

function finding({ relation, whole, parts }: Claim): Found {
  const larger = parts.find((part) => compare(part.amount, whole.amount) > 0);
  if (larger) return { at: larger.at, message: 'part', args: { part: written(larger), whole: written(whole) }, related: [{ at: whole.at, message: 'whole' }], ...voice(relation.confidence) };
  const args = { whole: written(whole), terms: terms(parts, whole), sum: relation.recomputed ? asIn(whole, relation.recomputed) : '' };
  const exact = parts.every(({ bound, range }) => bound === 'exact' && range === null);
  const fix = relation.confidence === 'stated' && exact && relation.recomputed ? replacing(whole, trimmed(relation.recomputed, whole.value.decimals)) : null;
  return { at: whole.at, message: relation.confidence === 'stated' ? 'sum' : 'likely', args, ...(fix ? { fix } : {}), related: parts.map((part: Figure) => ({ at: part.at, message: 'item' })), ...voice(relation.confidence) };
}

const voice = (confidence: Claim['relation']['confidence']): Pick<Found, 'severity'> => (confidence === 'stated' ? {} : { severity: 'info' });
