/**
 * Blanks: between characters and around marks, around numbers and before units as the document does it in the main, at the ends of lines.
 */

import { isSpace, RUNNING, strayBlanksOf, unitGapsOf, writtenOf } from '../edit';
import type { CompiledUnits, Report } from '../report';
import type { Block } from '../syntax';
import { isDigit, isHan } from '../text';
import type { Edit } from '../text';
import { one, written } from './marks';
import type { Change } from './marks';

/** So many numbers stand close to the text for one that does not, before a blank beside a number is stray. */
const HABIT = 3;

/** Stray blanks inside text, each a change of its own. Text that was cut at a margin keeps those beside numbers: they may stand for a line break. */
export function blankChanges(report: Report, units: CompiledUnits): readonly Change[] {
  const stray = strayBlanksOf(report).blanks.map(({ index, start, end }): Change => [one(report, index, start, end, '')]);
  const gaps = unitGapsOf(report, units).gaps.map(({ at }): Change => [{ span: at, text: '' }]);
  return [...stray, ...gaps, ...numberChanges(report)];
}

/** `共 12件` where the document writes 共12件. */
function numberChanges(report: Report): readonly Change[] {
  let tight = 0;
  let spaced = 0;
  const changes = written(report, (block, index) => {
    if (!RUNNING.includes(report.roles[index]!)) return [];
    const { text } = block;
    const found: Change[] = [];
    for (let at = runningFrom(block) + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isDigit(code) && isHan(text.charCodeAt(at - 1))) tight++;
      else if (code === 0x20 && isBeside(text, at)) {
        spaced++;
        if (isStray(block, at)) found.push([one(report, index, at, at + 1, '')]);
      }
    }
    return found;
  });
  return spaced * HABIT <= tight ? changes : [];
}

/** Where a block's running text begins: a blank in a heading or behind it may stand for a line break. */
const runningFrom = (block: Block): number => (block.marker || block.hashes ? block.bodyStart : 0);

/** One blank between a character and a number, on either side. */
function isBeside(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)];
  return (isHan(before) && isDigit(after)) || (isDigit(before) && isHan(after));
}

const YEAR = /^(?:19|20)\d\d\s?年/;
const CLAUSE = 40;

/** In the middle of a clause; not before a year, which may begin what hangs on a line. */
function isStray(block: Block, at: number): boolean {
  const { text } = block;
  const code = writtenOf(block).charCodeAt(at);
  if ((code !== 0x20 && code !== 0xa0) || YEAR.test(text.slice(at + 1, at + 8))) return false;
  return /[,。;:]/.test(text.slice(Math.max(0, at - CLAUSE), at)) && /[,。;:]/.test(text.slice(at + 1, at + CLAUSE));
}

/**
 * Blanks at the ends of lines, and on lines that hold nothing else. Tables, code and comments keep theirs, and so do two blanks before a line that goes on in Markdown,
 * where they break the line.
 */
export function lineEndChanges(report: Report): readonly Change[] {
  const { value, lineStarts } = report.tree.text;
  const markdown = report.tree.blocks.some(({ hashes, kind }) => hashes > 0 || kind === 'code');
  const kept = keptLines(report);
  return lineStarts.flatMap((start, line): readonly Change[] => {
    let end = lineStarts[line + 1] ?? value.length;
    while (end > start && isBreak(value.charCodeAt(end - 1))) end--;
    let from = end;
    while (from > start && isSpace(value.charCodeAt(from - 1))) from--;
    if (from === end || kept.has(line)) return [];
    if (markdown && from > start && value.slice(from, end) === '  ' && !isBlankLine(value, lineStarts[line + 1])) return [];
    return [[{ span: { start: from, end }, text: '' } satisfies Edit]];
  });
}

/** Lines of tables and code. */
function keptLines({ tree }: Report): ReadonlySet<number> {
  const { lineStarts } = tree.text;
  const kept = new Set<number>();
  let line = 0;
  tree.blocks.forEach(({ kind }, index) => {
    while (line + 1 < lineStarts.length && lineStarts[line + 1]! <= tree.starts[index]!) line++;
    if (kind === 'table' || kind === 'code' || kind === 'comment') kept.add(line);
  });
  return kept;
}

const isBreak = (code: number): boolean => code === 10 || code === 13;

function isBlankLine(value: string, start: number | undefined): boolean {
  if (start === undefined) return true;
  let at = start;
  while (at < value.length && isSpace(value.charCodeAt(at))) at++;
  return at >= value.length || isBreak(value.charCodeAt(at));
}
