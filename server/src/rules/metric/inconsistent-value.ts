/**
 * Reports one figure with two values: the opening or a heading against the text, or a total that is stated twice. Two activities of one name are common, so only
 * values that lie as near to each other as a slip of the pen are called the same figure.
 */

import { compare } from '../../report';
import type { CompiledUnits, Figure } from '../../report';
import { defineReportRule } from '../rule';
import type { Found } from '../rule';
import page from './inconsistent-value.md';
import { byKey, isIntended, isScoped, repeatedMentions } from './mentions';
import type { Mention } from './mentions';
import { written } from './recompute';

/** Names of totals that stand in the text twice must say more than those that the opening repeats. */
const LONG_SUBJECT = 6;
/** Fewer digits are equal or different by chance. */
const LEAST_DIGITS = 3;

export const inconsistentValue = defineReportRule({
  code: 'metric/inconsistent-value',
  group: 'metric',
  since: '0.1.0',
  severity: 'warning',
  basis: ['arithmetic'],
  fix: null,
  page,
  messages: {
    two: { zh: '“{name}”前文为{first}，此处为{second}；请核对，口径不同的请写明。', en: '“{name}” is {first} before and {second} here. Check them, or say what was counted differently.' },
    first: { zh: '前一处', en: 'The first one' },
  },
  *check({ report, units }) {
    for (const mentions of byKey(repeatedMentions(report, units)).values()) {
      const found = mentions.length > 1 ? conflict(mentions, units) : null;
      if (found) yield found;
    }
  },
});

/** Two values and no more, each surely of the whole year and the whole field. */
function conflict(mentions: readonly Mention[], units: CompiledUnits): Found | null {
  const [first] = mentions;
  const other = mentions.find((mention) => compare(mention.figure.amount, first!.figure.amount) !== 0);
  if (!other || mentions.some(({ figure }) => compare(figure.amount, first!.figure.amount) !== 0 && compare(figure.amount, other.figure.amount) !== 0)) return null;
  if (!isOne(first!, other, units)) return null;
  if (mentions.some((mention) => mention.figure.bound !== 'exact' || isScoped(mention, units) || isIntended(mention, units))) return null;
  const args = { name: other.figure.subject, first: written(first!.figure), second: written(other.figure) };
  return { at: other.placed.at, message: 'two', args, related: [{ at: first!.placed.at, message: 'first' }] };
}

function isOne(a: Mention, b: Mention, units: CompiledUnits): boolean {
  if (a.placed.block === b.placed.block && a.figure.sentence === b.figure.sentence) return false;
  const head = a.head || b.head;
  if (a.figure.unit === '%') return head && a.figure.verb === '' && a.figure.subject.length >= LONG_SUBJECT && units.claims.bounded.test(a.figure.subject);
  if (a.figure.kind === 'percent' || a.figure.scale !== b.figure.scale || a.figure.value.decimals !== b.figure.value.decimals) return false;
  const whole = (mention: Mention): boolean => mention.total || mention.head;
  if (!whole(a) || !whole(b) || a.figure.verb === '' || !(head || a.figure.subject.length >= LONG_SUBJECT)) return false;
  return isSlip(digitsOf(a.figure), digitsOf(b.figure), head);
}

const digitsOf = (figure: Figure): string => figure.value.digits.toString();

/** One digit different or two swapped; where the opening repeats the text, as many digits and less than a fifth apart will do. */
function isSlip(a: string, b: string, head: boolean): boolean {
  if (a.length !== b.length || a.length < LEAST_DIGITS) return false;
  const apart = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  const [i, j] = apart;
  const swapped = apart.length === 2 && j === i! + 1 && a[i!] === b[j] && a[j] === b[i!];
  const near = Math.abs(Number(a) - Number(b)) * (head ? 5 : 20) <= Math.max(Number(a), Number(b));
  return head ? near || swapped || apart.length === 1 : near || swapped;
}
