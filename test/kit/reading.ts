/**
 * A plain reader of reports for the generators: lines, numbered headings, enumeration chains, and which part of a report
 * states results, problems and plan. It knows well-formed published reports only (one paragraph a line) and is not the
 * product's parser: being separate is what lets it say where a finding is due.
 */
import type { Span } from './edits';

const DIGITS = '零一二三四五六七八九';
const NUMERAL = '[一二三四五六七八九十百千零]+';

/** 一 … 九千九百九十九, as headings write them (十一, 二十, 一百零三). */
export function chineseNumeral(value: number): string {
  if (value <= 0 || value > 9999) throw new RangeError(String(value));
  const units = ['', '十', '百', '千'];
  const digits = String(value).split('').map(Number);
  const written = digits
    .map((digit, i) => (digit === 0 ? '零' : DIGITS[digit]! + units[digits.length - 1 - i]!))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
  return value < 20 ? written.replace(/^一十/, '十') : written;
}

/** The value of a Chinese numeral below ten thousand, or NaN. */
export function numeralValue(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const character of numeral) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit !== undefined) {
      total += (digit || 1) * unit;
      digit = 0;
    } else digit = DIGITS.indexOf(character);
    if (digit < 0) return Number.NaN;
  }
  return total + digit;
}

export interface Line extends Span {
  readonly text: string;
  /** Where the next line begins (behind the line break). */
  readonly next: number;
}

/** Lines without their breaks; \n, \r\n and \r all end a line. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: match.index, text: text.slice(start, match.index), next: match.index + match[0].length });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length, text: text.slice(start), next: text.length });
  return lines;
}

export interface Heading extends Span {
  /** 1: 一、  2: （一）  3: 1. — `start` is the marker's first character, `end` lies behind the title's last. */
  readonly level: 1 | 2 | 3;
  readonly number: number;
  readonly numeral: Span;
  readonly marker: Span;
  readonly title: Span;
  /** The title is followed by text on its own line. */
  readonly runIn: boolean;
  readonly line: Line;
  /** Siblings share it: headings of one level, under one parent, in one run of numbers. */
  readonly group: number;
  /** From the heading's line to the line of the next heading of its level or above, or the end of the text. */
  readonly section: Span;
}

const HEADING = new RegExp(`^[ \\u3000\\t]*(?:#{1,6} +)?(?:(${NUMERAL})、|([(（])(${NUMERAL})[)）]|(\\d{1,2})[.．](?!\\d))`);
const TABLE_ROW = /(?: \d+){2,}$/;
const TITLE_LIMIT = 60;

type Bare = Omit<Heading, 'group' | 'section'>;

function headingOn(line: Line): Bare | null {
  const match = HEADING.exec(line.text);
  if (!match || TABLE_ROW.test(line.text)) return null;
  const [whole, plain, bracket, inBrackets, arabic] = match;
  const numeral = plain ?? inBrackets ?? arabic!;
  const number = arabic ? Number(arabic) : numeralValue(numeral);
  const level = plain ? 1 : inBrackets ? 2 : 3;
  const markerEnd = line.start + whole.length;
  const numeralEnd = markerEnd - 1;
  const start = numeralEnd - numeral.length - (bracket ? 1 : 0);
  const rest = line.text.slice(whole.length).replace(/\s+$/, '');
  const stop = rest.indexOf('。');
  const own = stop < 0 || stop === rest.length - 1;
  const length = own ? (stop < 0 ? rest.length : stop) : stop;
  if (length === 0 || length > TITLE_LIMIT || Number.isNaN(number)) return null;
  return {
    level, number, line, start, end: markerEnd + length, runIn: !own,
    numeral: { start: numeralEnd - numeral.length, end: numeralEnd },
    marker: { start, end: markerEnd },
    title: { start: markerEnd, end: markerEnd + length },
  };
}

/** Numbered headings in order, with their sibling groups and sections. */
export function headingsOf(text: string): readonly Heading[] {
  const bare = linesOf(text).map(headingOn).filter((heading): heading is Bare => heading !== null);
  const open: { level: number; group: number; number: number }[] = [];
  let groups = 0;
  return bare.map((heading, i) => {
    while (open.length && open.at(-1)!.level > heading.level) open.pop();
    const last = open.at(-1);
    const joins = last?.level === heading.level && !(heading.number === 1 && last.number >= 1);
    const group = joins ? last.group : (groups += 1);
    if (last?.level === heading.level) open.pop();
    open.push({ level: heading.level, group, number: heading.number });
    const next = bare.slice(i + 1).find((other) => other.level <= heading.level);
    return { ...heading, group, section: { start: heading.line.start, end: next ? next.line.start : text.length } };
  });
}

/** Sibling groups of at least `least` headings whose numbers run 1, 2, 3 … without a fault; attachment lists behind the body left out. */
export function siblingGroups(text: string, least: number): readonly (readonly Heading[])[] {
  const groups = new Map<number, Heading[]>();
  for (const heading of headingsOf(text)) groups.set(heading.group, [...(groups.get(heading.group) ?? []), heading]);
  const end = bodyEnd(text);
  return [...groups.values()].filter(
    (group) => group.length >= least && group.every((heading, i) => heading.number === i + 1 && heading.start < end),
  );
}

/** Lines of running text (at least `least` characters with a full stop in them), headings on their own line left out. */
export function proseLines(text: string, least = 30): readonly Line[] {
  const own = new Set(headingsOf(text).filter((heading) => !heading.runIn).map((heading) => heading.line.start));
  return linesOf(text).filter((line) => line.text.trim().length >= least && line.text.includes('。') && !own.has(line.start));
}

export interface Label extends Span {
  readonly number: number;
}

/** Chains 一是 … 二是 … 三是 … without a fault, inline or by paragraph, of at least `least` items; spans cover the labels. */
export function chainsOf(text: string, least: number): readonly (readonly Label[])[] {
  const chains: Label[][] = [];
  const barriers = headingsOf(text).map((heading) => heading.start);
  const crossed = (from: number, to: number): boolean => barriers.some((offset) => offset > from && offset < to);
  for (const match of text.matchAll(/(?<=^|[。；;：:，,\s])([一二三四五六七八九十]+)是/gm)) {
    const label = { start: match.index, end: match.index + match[0].length, number: numeralValue(match[1]!) };
    const chain = chains.at(-1);
    if (label.number === 1) chains.push([label]);
    else if (chain?.length && chain.at(-1)!.number + 1 === label.number && !crossed(chain.at(-1)!.start, label.start)) chain.push(label);
    // A label out of turn ends the chain and begins none.
    else chains.push([]);
  }
  return chains.filter((chain) => chain.length >= Math.max(1, least));
}

/** What lies inside 《》 or “”: names and quotations, which no generator may take for the report's own words. */
export function quotedSpans(text: string): readonly Span[] {
  return [...text.matchAll(/《[^《》\n]*》|“[^“”\n]*”/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** True where `span` touches none of `spans`. */
export function outside(span: Span, spans: readonly Span[]): boolean {
  return spans.every((other) => span.end <= other.start || span.start >= other.end);
}

export type Role = 'results' | 'problems' | 'plan';

export interface Part extends Span {
  readonly roles: readonly Role[];
  /** The heading that names the part, or null where only a paragraph states it. */
  readonly heading: Heading | null;
}

/** Headings and paragraphs of the five seeds whose role their words alone do not tell. Written in half width. */
const KNOWN_HEADINGS: readonly (readonly [string, readonly Role[]])[] = [
  ['提高思想认识,压紧压实法治政府建设责任', ['results']],
  ['明确目标任务,扎实推进法治政府建设', ['results']],
];
const KNOWN_PARAGRAPHS: readonly (readonly [RegExp, Role])[] = [
  [/^\d{4}年,新区法治政府建设工作虽然取得较大进展,但仍然存在/, 'problems'],
  [/^在\d{4}年的工作中,要着重做好以下工作/, 'plan'],
];

const fold = (text: string): string => text.trim().replace(/，/g, ',').replace(/：/g, ':');

function rolesOfTitle(title: string): readonly Role[] {
  const known = KNOWN_HEADINGS.find(([words]) => fold(title).startsWith(words));
  if (known) return known[1];
  const roles: Role[] = [];
  // A long title is a theme (`补齐短板,实施…攻坚`), whatever words it holds.
  if (title.length > 24) return roles;
  if (/存在.{0,6}问题|薄弱环节|短板弱项|(?:问题|不足)$/.test(title)) roles.push('problems');
  if (/下一?步|工作(?:安排|打算|思路|计划)$|打算$/.test(title)) roles.push('plan');
  if (!roles.length && /成效|举措|主要工作|基本情况|工作情况|开展情况/.test(title)) roles.push('results');
  return roles;
}

/** The last offset of running text: what follows (a date, web residue) belongs to no section. */
function bodyEnd(text: string): number {
  const last = linesOf(text).filter((line) => /[。；]\s*$/.test(line.text)).at(-1);
  return last ? last.next : text.length;
}

/**
 * The parts of a report that state results, problems and plan, in order: first-level sections (known headings of the
 * seeds, telling words elsewhere) and the seeds' known paragraphs. Spans are whole lines, line breaks included.
 */
export function partsOf(text: string): readonly Part[] {
  const end = bodyEnd(text);
  const paragraphs = linesOf(text).flatMap((line) => {
    const known = KNOWN_PARAGRAPHS.find(([pattern]) => pattern.test(fold(line.text)));
    return known ? [{ start: line.start, end: line.next, roles: [known[1]], heading: null }] : [];
  });
  const sections = headingsOf(text).filter((heading) => heading.level === 1).flatMap((heading) => {
    const roles = rolesOfTitle(text.slice(heading.title.start, heading.title.end));
    const cut = paragraphs.find((part) => part.start > heading.start && part.start < heading.section.end);
    const stop = Math.min(cut ? cut.start : heading.section.end, Math.max(end, heading.line.next));
    return roles.length ? [{ start: heading.section.start, end: stop, roles, heading }] : [];
  });
  return [...sections, ...paragraphs].sort((a, b) => a.start - b.start);
}
