/**
 * Items of a chain (一是…；二是…。) that are closed by ； although they hold a full stop: the inner stop then closes more than the outer mark. Chains run inside a
 * paragraph or over paragraphs, so the rule sees the report.
 */

import { memoOn } from '../../base';
import { depthReader, isSpace } from '../../edit';
import { itemMarksOf, placeOf } from '../../syntax';
import type { Block } from '../../syntax';
import type { Span } from '../../text';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import { punctuationStandard } from './scan/ground';
import page from './list-mark.md';

interface Item {
  readonly ordinal: number;
  /** The block's text begins with it, and it is the only one there: it goes on with the paragraphs around. */
  readonly initial: boolean;
  /** The ； that closes it, or null when another mark does. */
  readonly semicolon: Span | null;
  /** It holds a stop of its own, quotations and brackets left out. */
  readonly stopped: boolean;
}

const itemsOf: (block: Block) => readonly Item[] = memoOn((block) => {
  const marks = itemMarksOf(block);
  if (marks.length === 0) return [];
  const { text } = block;
  const depthAt = depthReader(text);
  return marks.map((mark, i) => {
    let end = marks[i + 1]?.start ?? text.length;
    while (end > mark.end && isSpace(text.charCodeAt(end - 1))) end--;
    const closed = end > mark.end && text[end - 1] === ';';
    return { ordinal: mark.ordinal, initial: mark.initial, semicolon: closed ? { start: end - 1, end } : null, stopped: closed && holdsStop(text, mark.end, end - 1, depthAt) };
  });
});

function holdsStop(text: string, from: number, to: number, depthAt: (at: number) => number): boolean {
  const outside = depthAt(from);
  for (let at = text.indexOf('。', from); at >= 0 && at < to; at = text.indexOf('。', at + 1)) if (depthAt(at) <= outside) return true;
  return false;
}

type Placed = Item & { readonly index: number };

function* check({ report }: ReportContext): Iterable<Found> {
  const { tree, roles } = report;
  let chain: Placed[] = [];
  let last = -1;
  for (let index = 0; index < tree.blocks.length; index++) {
    const role = roles[index]!;
    if (role !== 'body' && role !== 'heading' && role !== 'opening') continue;
    for (const item of itemsOf(tree.blocks[index]!)) {
      const goesOn = chain.length > 0 && item.ordinal === chain[chain.length - 1]!.ordinal + 1 && (index === last || (item.initial && role !== 'heading' && isNext(report, last, index)));
      if (!goesOn) {
        yield* judge(report, chain);
        chain = [];
      }
      chain.push({ ...item, index });
      last = index;
    }
  }
  yield* judge(report, chain);
}

/** Nothing but page lines and comments between two blocks. */
function isNext({ roles }: ReportContext['report'], before: number, index: number): boolean {
  for (let i = before + 1; i < index; i++) if (roles[i] !== 'page' && roles[i] !== 'comment') return false;
  return true;
}

function* judge({ tree }: ReportContext['report'], chain: readonly Placed[]): Iterable<Found> {
  const wrong = chain.find((item) => item.stopped);
  if (!wrong || chain.length < 2) return;
  const places = chain.flatMap((item) => (item.semicolon ? [placeOf(tree, item.index, item.semicolon)] : []));
  yield {
    at: placeOf(tree, wrong.index, wrong.semicolon!), message: 'stopped', evidence: punctuationStandard('分项内部已用句号的，各分项末尾都用句号'),
    fix: { safety: 'safe', title: 'stops', args: { count: places.length }, edits: () => places.map((span) => ({ span, text: '。' })) },
  };
}

export const listMark = defineReportRule({
  code: 'text/list-mark',
  group: 'text',
  since: '0.1.0',
  severity: 'hint',
  basis: ['standard'],
  fix: 'safe',
  page,
  messages: {
    stopped: { zh: '这一项内部已经用了句号，末尾不宜再用分号；各项末尾请统一用句号。', en: 'This item holds a full stop, so a semicolon cannot close it. End every item of the list with 。.' },
    stops: { zh: '本组各项末尾的分号改为句号（{count}处）', en: 'End the items of this list with 。 ({count})' },
  },
  check,
});
