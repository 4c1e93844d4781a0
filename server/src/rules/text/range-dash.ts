/**
 * A hyphen where a span of time or a range of values is meant: 2021-2025年, 10-20件. Codes, numbers of documents and telephones, and dates keep theirs.
 */

import { isHan } from '../../text';
import { defineBlockRule } from '../rule';
import type { BlockContext, Found } from '../rule';
import { punctuationStandard, WRITTEN } from './scan/roles';
import { MOST_PER_BLOCK, writtenOf } from './scan/written';
import page from './range-dash.md';

const WINDOW = 14;
const LEFT = /(^|[^\dA-Za-z.\-–—~:/_@#\s])\s?(\d{1,6}(?:\.\d{1,2})?)\s?(%|年|月|日)?$/;
const RIGHT = /^(\d{1,6}(?:\.\d{1,2})?)(?!\s?[\dA-Za-z.\-–—~:/_@])\s?(.?)/;
/** Characters that measure or count: behind them stand values. Behind anything else a pair of numbers may be a date or a name. */
const MEASURES = new Set([...'个件项次人名户家份条起宗所处座台套篇场批种类门间辆天年岁周倍成万亿千百元里米吨亩分秒小时']);

function* check({ block }: BlockContext): Iterable<Found> {
  const { text } = block;
  let found = 0;
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
    if (writtenOf(block)[dash] !== '-') continue;
    const kind = kindAt(text, dash);
    if (!kind) continue;
    const [mark, message] = kind === 'time' ? ['—', 'time'] : ['～', 'value'];
    const at = { start: dash, end: dash + 1 };
    yield {
      at, message, evidence: punctuationStandard(kind === 'time' ? '时间起止用一字线' : '数值范围用浪纹线'),
      fix: { safety: 'safe', title: 'replace', args: { mark }, edits: () => [{ span: at, text: mark }] },
    };
    if (++found >= MOST_PER_BLOCK) return;
  }
}

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

export const rangeDash = defineBlockRule({
  code: 'text/range-dash',
  group: 'text',
  since: '0.1.0',
  severity: 'hint',
  basis: ['standard'],
  fix: 'safe',
  roles: WRITTEN,
  page,
  messages: {
    time: { zh: '时间起止之间用一字线“—”，不用短横线（GB/T 15834）。', en: 'A span of time takes the dash —, not a hyphen (GB/T 15834).' },
    value: { zh: '数值范围用浪纹线“～”，不用短横线（GB/T 15834）。', en: 'A range of values takes ～, not a hyphen (GB/T 15834).' },
    replace: { zh: '改为“{mark}”', en: 'Change to {mark}' },
  },
  check,
});
