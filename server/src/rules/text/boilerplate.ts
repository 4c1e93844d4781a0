/**
 * What a web page leaves around a report when it is copied: date of publication, editor, share buttons, recommendations, page numbers. Which lines those are,
 * reading the report has decided; contacts and copies-to of an official letter are its own and stay.
 */

import { memoOn } from '../../base';
import type { Report } from '../../report';
import type { Block } from '../../syntax';
import type { Edit, Span } from '../../text';
import { defineReportRule } from '../rule';
import type { Found, ReportContext } from '../rule';
import page from './boilerplate.md';

interface Run {
  readonly first: number;
  readonly last: number;
}

const LONGEST = 24;

function* check({ report, grammar }: ReportContext): Iterable<Found> {
  const first = firstBody(report.roles);
  for (const run of runsOf(report, (index) => isResidue(report, index, first))) {
    const lines = run.last - run.first + 1;
    const at = spanOf(report, run);
    const sample = report.tree.text.value.slice(at.start, at.end).split(/[\r\n]/, 1)[0]!.trim();
    // Signature blocks name a contact too; only a web page has the rest.
    let web = false;
    for (let i = run.first; i <= run.last && !web; i++) web = grammar.residue.test(report.tree.blocks[i]!.text) && !grammar.imprint.test(report.tree.blocks[i]!.text);
    if (!web) continue;
    // What may be the report's only sign-off is not taken away unasked.
    const safety = report.signOff === null && holdsDate(report, run) ? 'suggested' : 'safe';
    yield { at, message: lines === 1 ? 'line' : 'lines', args: { lines, sample: sample.length > LONGEST ? `${sample.slice(0, LONGEST)}…` : sample }, fix: { safety, title: 'remove', args: { lines }, edits: () => [removal(report.tree.text.value, at)] } };
  }
  yield* pageLines(report);
}

const SHORT_DATE = /^\s*(?:\d{4}|[二〇零○一二三四五六七八九]{4})\s?年.{1,4}月.{1,4}日\s*$/;

function holdsDate({ tree }: Report, { first, last }: Run): boolean {
  for (let i = first; i <= last; i++) if (SHORT_DATE.test(tree.blocks[i]!.text)) return true;
  return false;
}

/** In front of the body only lines that are plainly residue count: a date or a name under the title belongs to the report. */
function isResidue({ tree, roles }: Report, index: number, first: number): boolean {
  if (roles[index] !== 'residue') return false;
  return index > first || tree.grammar.residue.test(tree.blocks[index]!.text);
}

const firstBody = (roles: Report['roles']): number => roles.findIndex((role) => role === 'opening' || role === 'heading' || role === 'body');

function runsOf({ roles }: Report, takes: (index: number) => boolean): readonly Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < roles.length; i++) {
    if (roles[i] !== 'residue' || !takes(i)) continue;
    const last = runs[runs.length - 1];
    let before = i - 1;
    while (roles[before] === 'page') before--;
    if (last && last.last === before) runs[runs.length - 1] = { first: last.first, last: i };
    else runs.push({ first: i, last: i });
  }
  return runs;
}

/** Page numbers of a PDF are one thing, however many pages it had. */
function* pageLines(report: Report): Iterable<Found> {
  const { tree, roles } = report;
  const pages: Span[] = [];
  tree.blocks.forEach((block, index) => {
    if (roles[index] === 'page') pages.push(spanOf(report, { first: index, last: index }));
    else for (const place of pagesWithin(block)) pages.push({ start: tree.starts[index]! + place.start, end: tree.starts[index]! + place.end });
  });
  const first = pages[0];
  if (!first) return;
  yield { at: first, message: 'pages', args: { count: pages.length }, fix: { safety: 'safe', title: 'removePages', args: { count: pages.length }, edits: () => pages.map((place) => removal(tree.text.value, place)) } };
}

/** Page lines in the middle of a paragraph that was joined from lines: what its text left out. */
const pagesWithin: (block: Block) => readonly Span[] = memoOn(({ map, raw }) => {
  const places: Span[] = [];
  if (map === null) return places;
  for (let i = 1; i < map.length - 1; i++) {
    if (map[i]! - map[i - 1]! < 4) continue;
    const between = raw.slice(map[i - 1]! + 1, map[i]!);
    const words = between.trim();
    if (words) places.push({ start: map[i - 1]! + 1 + between.indexOf(words), end: map[i - 1]! + 1 + between.indexOf(words) + words.length });
  }
  return places;
});

const spanOf = ({ tree }: Report, { first, last }: Run): Span => ({ start: tree.starts[first]!, end: tree.starts[last]! + tree.blocks[last]!.raw.length });

/** Removes the lines; at the end of the text also the blank lines before them. A run that shares a line with text leaves the line. */
function removal(value: string, place: Span): Edit {
  let { start, end } = place;
  while (start > 0 && isBlank(value.charCodeAt(start - 1))) start--;
  while (end < value.length && isBlank(value.charCodeAt(end))) end++;
  const alone = (start === 0 || isBreak(value.charCodeAt(start - 1))) && (end === value.length || isBreak(value.charCodeAt(end)));
  if (!alone) return { span: { start: place.start, end }, text: '' };
  while (end < value.length && isBreak(value.charCodeAt(end))) end++;
  if (end < value.length) return { span: { start, end }, text: '' };
  while (start > 0 && (isBreak(value.charCodeAt(start - 1)) || isBlank(value.charCodeAt(start - 1)))) start--;
  return { span: { start, end }, text: /[\r\n]$/.test(value) ? (value.includes('\r\n') ? '\r\n' : '\n') : '' };
}

const isBreak = (code: number): boolean => code === 10 || code === 13;
const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x3000 || code === 0xa0;

export const boilerplate = defineReportRule({
  code: 'text/boilerplate',
  group: 'text',
  since: '0.1.0',
  severity: 'warning',
  basis: ['practice'],
  fix: 'safe',
  page,
  tags: { line: 'unnecessary', lines: 'unnecessary' },
  messages: {
    line: { zh: '“{sample}”是网页上带来的内容，不属于报告正文。', en: '“{sample}” came along from a web page and is not part of the report.' },
    lines: { zh: '从“{sample}”起的{lines}行是网页上带来的内容，不属于报告正文。', en: '{lines} lines from “{sample}” on came along from a web page and are not part of the report.' },
    pages: { zh: '文中夹有{count}个页码行，是从排版文件里带出来的。', en: '{count} lines hold page numbers, left over from a laid-out file.' },
    remove: { zh: '删去这{lines}行', en: 'Remove these lines ({lines})' },
    removePages: { zh: '删去页码行（{count}个）', en: 'Remove the page numbers ({count})' },
  },
  check,
});
