/**
 * Hyphens of one block that stand for a span of time or a range of values: 2021-2025年, 10-20件. Codes, numbers of documents and telephones, and dates are none.
 */

import { memoOn } from '../../base';
import type { Block } from '../../syntax';
import { isHan } from '../../text';
import type { Span } from '../../text';
import { writtenOf } from './written';

/** A hyphen, offsets in `block.text`, and the mark that belongs there. */
export interface RangeDash extends Span {
  readonly kind: 'time' | 'value';
  readonly mark: '—' | '～';
}

const WINDOW = 14;
const LEFT = /(^|[^\dA-Za-z.\-–—~:/_@#\s])\s?(\d{1,6}(?:\.\d{1,2})?)\s?(%|年|月|日)?$/;
const RIGHT = /^(\d{1,6}(?:\.\d{1,2})?)(?!\s?[\dA-Za-z.\-–—~:/_@])\s?(.?)/;
/** Characters that measure or count: behind them stand values. Behind anything else a pair of numbers may be a date or a name. */
const MEASURES = new Set([...'个件项次人名户家份条起宗所处座台套篇场批种类门间辆天年岁周倍成万亿千百元里米吨亩分秒小时']);

/** The hyphens of a block, in order. */
export const rangeDashesOf: (block: Block) => readonly RangeDash[] = memoOn((block) => {
  const { text } = block;
  const found: RangeDash[] = [];
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
    const kind = writtenOf(block)[dash] === '-' ? kindAt(text, dash) : null;
    if (kind) found.push({ start: dash, end: dash + 1, kind, mark: kind === 'time' ? '—' : '～' });
  }
  return found;
});

/** What the hyphen at `dash` joins, or null when that is not certain. */
function kindAt(text: string, dash: number): 'time' | 'value' | null {
  const left = LEFT.exec(text.slice(Math.max(0, dash - WINDOW), dash));
  const right = left && RIGHT.exec(text.slice(dash + 1, dash + 1 + WINDOW));
  if (!left || !right || (left[1] === '' && dash > WINDOW)) return null;
  if (left[1] === '第' || left[1] === '“' || left[1] === '〔') return null;
  const [from, to] = [left[2]!, right[1]!];
  const [unit, behind] = [left[3] ?? '', right[2]!];
  if (/^0\d/.test(from) || /^0\d/.test(to)) return null;
  if (isYear(from) && isYear(to)) return isSpan(from, to) && (unit === '' || unit === '年') && (behind === '年' || behind === ')' || (behind === '学' && text.includes('学年', dash))) ? 'time' : null;
  const calendar = '年月日'.includes(behind) && behind !== '';
  if (unit && unit !== '%' && (calendar || isYear(to))) return 'time';
  if (unit === '' && (behind === '月' || behind === '日')) return Number(from) < Number(to) && Number(to) <= (behind === '月' ? 12 : 31) ? 'time' : null;
  if (Number(from) >= Number(to) || (unit !== '' && unit !== '%')) return null;
  if (behind === '%') return 'value';
  return unit === '' && isHan(behind.charCodeAt(0)) && MEASURES.has(behind) && !isYear(to) ? 'value' : null;
}

const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);

/** No plan runs longer than sixty years. */
const isSpan = (from: string, to: string): boolean => Number(to) > Number(from) && Number(to) - Number(from) <= 60;

