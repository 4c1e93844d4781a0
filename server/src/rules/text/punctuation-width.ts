/**
 * Half-width marks in Chinese text. Where the document writes full width, each is a finding; where it writes half width throughout (copied from a web page, as a
 * rule), the file gets one with one fix. An ASCII full stop behind a Chinese sentence is always one. Names in 《》, numbers, times, addresses and Latin text keep theirs.
 */

import { endsInPoints, fullWidthOf, halfWidthMarks, WRITTEN, writtenOf } from '../../edit';
import { wideDigits } from './scan/wide-digits';
import type { HalfWidth } from '../../edit';
import type { Report } from '../../report';
import { placeOf } from '../../syntax';
import type { Edit } from '../../text';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import { punctuationStandard } from './scan/ground';
import page from './punctuation-width.md';

/** A mark and the block it stands in. */
interface Place {
  readonly index: number;
  readonly mark: HalfWidth;
}

function* check({ report, width }: ReportContext): Iterable<Found> {
  const marks: Place[] = [];
  const stops: Place[] = [];
  let inner = 0;
  let count = 0;
  report.tree.blocks.forEach((block, index) => {
    if (!WRITTEN.includes(report.roles[index]!)) return;
    for (const mark of halfWidthMarks(block)) {
      if (mark.kind === 'stop') stops.push({ index, mark });
      else if (mark.kind === 'inner') inner++;
      // The brackets of a numbering mark follow the document's numbering; they are turned with the rest or not at all, but one mark has them alike.
      else if (mark.kind !== 'numbering' || (mark.also < 0 && width === 'full')) marks.push({ index, mark });
      if (!isStop(mark.kind)) count += mark.also < 0 ? 1 : 2;
    }
  });
  if (endsInPoints(report)) yield foundAll(report, stops[0]!, 'allStops', stops.length + inner, isStop);
  else yield* stops.map((place) => foundOne(report, place, 'stop'));
  if (width === 'full') yield* marks.map((place) => foundOne(report, place, place.mark.kind === 'mark' ? 'mark' : 'bracket'));
  else if (marks.length > 0) yield foundAll(report, marks[0]!, 'all', count, (kind) => !isStop(kind));
  yield* wideDigits(report).map(({ at, digits }): Found => ({ at, message: 'digits', args: { digits }, fix: { safety: 'safe', title: 'turn', args: { instead: digits }, edits: () => [{ span: at, text: digits }] } }));
}

const isStop = (kind: HalfWidth['kind']): boolean => kind === 'stop' || kind === 'inner';

const EVIDENCE = punctuationStandard('中文文稿的标点用全角形式');

function foundOne(report: Report, { index, mark }: Place, message: string): Found {
  const written = writtenOf(report.tree.blocks[index]!);
  const instead = fullWidthOf(written[mark.at]!);
  const both = mark.also < 0 ? instead : instead + fullWidthOf(written[mark.also]!);
  return {
    at: placeOf(report.tree, index, { start: mark.at, end: mark.at + 1 }), message, args: message === 'bracket' ? { mark: written[mark.at]! } : { mark: written[mark.at]!, instead }, evidence: EVIDENCE,
    fix: { safety: 'safe', title: 'turn', args: { instead: both }, edits: () => editsOf(report, index, mark) },
  };
}

function foundAll(report: Report, first: Place, message: string, count: number, takes: (kind: HalfWidth['kind']) => boolean): Found {
  const edits = (): readonly Edit[] =>
    report.tree.blocks.flatMap((block, index) => (WRITTEN.includes(report.roles[index]!) ? halfWidthMarks(block).filter((mark) => takes(mark.kind)).flatMap((mark) => editsOf(report, index, mark)) : []));
  return { at: placeOf(report.tree, first.index, { start: first.mark.at, end: first.mark.at + 1 }), message, args: { count }, evidence: EVIDENCE, fix: { safety: 'safe', title: 'turnAll', args: { count }, edits } };
}

function editsOf({ tree }: Report, index: number, mark: HalfWidth): readonly Edit[] {
  const written = writtenOf(tree.blocks[index]!);
  return (mark.also < 0 ? [mark.at] : [mark.at, mark.also]).map((at) => ({ span: placeOf(tree, index, { start: at, end: at + 1 }), text: fullWidthOf(written[at]!) }));
}

export const punctuationWidth = defineReportRule({
  code: 'text/punctuation-width',
  group: 'text',
  since: '0.1.0',
  severity: 'info',
  basis: ['standard'],
  fix: 'safe',
  page,
  messages: {
    mark: { zh: '中文行文里的半角“{mark}”应当用全角“{instead}”（GB/T 15834）。', en: 'Half-width “{mark}” in Chinese text; write “{instead}” (GB/T 15834).' },
    bracket: { zh: '中文行文里的括号应当成对用全角（GB/T 15834），此处的“{mark}”是半角。', en: 'Brackets in Chinese text are full width on both sides (GB/T 15834); this “{mark}” is half width.' },
    stop: { zh: '中文句子以“。”收尾，此处误用了“{mark}”。', en: 'A Chinese sentence ends in 。; here stands “{mark}”.' },
    all: { zh: '全文以半角标点为主（共{count}处），中文行文应当用全角（GB/T 15834），可以一次改正。', en: 'The document writes its marks in half width ({count} of them); Chinese text takes full width (GB/T 15834). One fix turns them all.' },
    digits: { zh: '全文数字用半角，此处是全角；应写作“{digits}”。', en: 'The document writes its numbers in half width; here they are full width. Write {digits}.' },
    allStops: { zh: '全文有{count}处用“.”代替句号，可以一次改正。', en: '{count} sentences end in “.” instead of 。. One fix turns them all.' },
    turn: { zh: '改为“{instead}”', en: 'Change to “{instead}”' },
    turnAll: { zh: '全文改为全角（{count}处）', en: 'Turn all of them ({count})' },
  },
  check,
});
