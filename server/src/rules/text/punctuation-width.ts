/**
 * Half-width marks in Chinese text. Where the document writes full width, each is a finding; where it writes half width throughout (copied from a web page, as a
 * rule), the file gets one with one fix. An ASCII full stop behind a Chinese sentence is always one. Names in 《》, numbers, times, addresses and Latin text keep theirs.
 */

import { placeOf } from '../../syntax';
import type { Edit } from '../../text';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import { punctuationStandard, WRITTEN } from './scan/roles';
import { halfWidthMarks } from './scan/half-width';
import type { HalfWidth } from './scan/half-width';
import page from './punctuation-width.md';

/** More ASCII full stops than this are the document's way of writing. */
const HABIT = 3;

interface Placed extends HalfWidth {
  readonly index: number;
}

function* check({ report, width }: ReportContext): Iterable<Found> {
  const marks: Placed[] = [];
  const stops: Placed[] = [];
  report.tree.blocks.forEach((block, index) => {
    if (!WRITTEN.includes(report.roles[index]!)) return;
    for (const mark of halfWidthMarks(block)) (mark.kind === 'stop' ? stops : marks).push({ ...mark, index });
  });
  const evidence = punctuationStandard('中文文稿的标点用全角形式');
  const edits = (places: readonly Placed[]): readonly Edit[] => places.flatMap((place) => place.changes.map(({ at, to }) => ({ span: placeOf(report.tree, place.index, { start: at, end: at + 1 }), text: to })));
  const one = (place: Placed, message: string): Found => {
    const [{ at, from, to }] = place.changes as readonly [HalfWidth['changes'][number]];
    return { at: placeOf(report.tree, place.index, { start: at, end: at + 1 }), message, args: { mark: from, instead: to }, evidence, fix: { safety: 'safe', title: 'turn', args: { instead: place.changes.map((change) => change.to).join('') }, edits: () => edits([place]) } };
  };
  const all = (places: readonly Placed[], message: string): Found => {
    const count = places.reduce((sum, place) => sum + place.changes.length, 0);
    const [first] = places as readonly [Placed];
    const at = first.changes[0]!.at;
    return { at: placeOf(report.tree, first.index, { start: at, end: at + 1 }), message, args: { count }, evidence, fix: { safety: 'safe', title: 'turnAll', args: { count }, edits: () => edits(places) } };
  };
  if (stops.length > HABIT) yield all(stops, 'allStops');
  else yield* stops.map((place) => one(place, 'stop'));
  // The brackets of a numbering mark follow the document's numbering; they are turned with the rest or not at all.
  const text = marks.filter((place) => place.kind !== 'numbering');
  if (width === 'full') yield* text.map((place) => one(place, place.kind === 'pair' ? 'bracket' : 'mark'));
  else if (text.length > 0) yield { ...all(marks, 'all'), at: all(text, 'all').at };
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
    allStops: { zh: '全文有{count}处用“.”代替句号，可以一次改正。', en: '{count} sentences end in “.” instead of 。. One fix turns them all.' },
    turn: { zh: '改为“{instead}”', en: 'Change to “{instead}”' },
    turnAll: { zh: '全文改为全角（{count}处）', en: 'Turn all of them ({count})' },
  },
  check,
});
