/**
 * Other clothes for a real report: the same words in another width, layout or script. Every variant is stated as edits,
 * so a span known in the old text can be carried into the new one. No variant breaks what was right.
 */
import { applyEdits, spanMap, type Edit, type Span } from './edits';
import { headingsOf, linesOf, outside, quotedSpans, type Heading, type Line } from './reading';

export interface Variant {
  readonly name: string;
  /** `width` folds marks; `glyphs` swaps look-alike characters; `layout` changes lines and spaces; `period` changes the year. */
  readonly layer: 'width' | 'glyphs' | 'layout' | 'period';
  /** Lines still begin where paragraphs begin; false where paragraphs can no longer be told apart. */
  readonly keepsLines: boolean;
  readonly edits: (text: string) => readonly Edit[];
  readonly apply: (text: string) => string;
}

function variant(name: string, layer: Variant['layer'], edits: Variant['edits'], keepsLines = true): Variant {
  return { name, layer, keepsLines, edits, apply: (text) => applyEdits(text, edits(text)) };
}

/** The text in the variant's clothes, and where a span of the old text lies in it. */
export function dressed(text: string, span: Span, clothes: Variant): { readonly text: string; readonly at: Span } {
  const edits = clothes.edits(text);
  return { text: applyEdits(text, edits), at: spanMap(edits)(span) };
}

const FULL: Readonly<Record<string, string>> = { ',': '，', '(': '（', ')': '）', ':': '：', ';': '；', '!': '！', '?': '？' };
const HALF: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(FULL).map(([half, full]) => [full, half]));
const CHINESE = /[\p{Script=Han}⺀-⿟《》〈〉“”‘’、。，；：！？（）％〔〕—]/u;

function addressSpans(text: string): readonly Span[] {
  return [...text.matchAll(/https?:\/\/[\w./?=&%#:;,~!()-]+|www\.[\w./?=&%#-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Half-width brackets with their partner on the same line: one Chinese neighbour, in or out, turns both. */
function bracketEdits(text: string): readonly Edit[] {
  const chinese = (offset: number): boolean => CHINESE.test(text[offset] ?? '');
  return linesOf(text).flatMap((line) => {
    const open: number[] = [];
    const edits: Edit[] = [];
    for (let i = line.start; i < line.end; i += 1) {
      if (text[i] === '(') open.push(i);
      if (text[i] !== ')') continue;
      const start = open.pop();
      const near = [i - 1, i + 1, ...(start === undefined ? [] : [start - 1, start + 1])];
      if (!near.some(chinese)) continue;
      edits.push({ start: i, end: i + 1, text: '）' });
      if (start !== undefined) edits.push({ start, end: start + 1, text: '（' });
    }
    return [...edits, ...open.filter((i) => chinese(i - 1) || chinese(i + 1)).map((i) => ({ start: i, end: i + 1, text: '（' }))];
  });
}

function fullWidthEdits(text: string): readonly Edit[] {
  const addresses = addressSpans(text);
  const brackets = bracketEdits(text);
  const turned = new Set(brackets.map((edit) => edit.end));
  const marks = [...text.matchAll(/[,:;!?]/g)].flatMap((match) => {
    const [start, end] = [match.index, match.index + 1];
    const near = CHINESE.test(text[start - 1] ?? '') || CHINESE.test(text[end] ?? '') || turned.has(start);
    return near ? [{ start, end, text: FULL[match[0]]! }] : [];
  });
  return [...marks, ...brackets].filter((edit) => outside(edit, addresses));
}

/** Half-width , ( ) : ; ! ? next to Chinese → full width. Digits, decimals, 15:24, addresses and 《》 stay. */
export const fullWidth = variant('full width', 'width', fullWidthEdits);
/** Full-width ，（）：；！？ → half width. */
export const halfWidth = variant('half width', 'width', (text) =>
  [...text.matchAll(/[，（）：；！？]/g)].map((match) => ({ start: match.index, end: match.index + 1, text: HALF[match[0]]! })));
export const toFullWidth = fullWidth.apply;
export const toHalfWidth = halfWidth.apply;

const filled = (text: string): readonly Line[] => linesOf(text).filter((line) => line.text.trim() !== '');

/** Every filled line trimmed and joined to the next by `separator`; blank lines go. */
export function oneLine(separator: '' | ' ' | '　　'): Variant {
  const shown = { '': 'nothing', ' ': 'a space', '　　': 'an indent' }[separator];
  return variant(`one line, joined by ${shown}`, 'layout', (text) => {
    const lines = filled(text).map((line) => ({
      start: line.start + line.text.length - line.text.trimStart().length,
      end: line.start + line.text.trimEnd().length,
    }));
    const gaps = lines.slice(1).map((line, i) => ({ start: lines[i]!.end, end: line.start, text: separator }));
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return [];
    return [{ start: 0, end: first.start, text: '' }, ...gaps, { start: last.end, end: text.length, text: '' }].filter((edit) => edit.start < edit.end || edit.text);
  }, false);
}
export const ontoOneLine = (text: string, separator: '' | ' ' | '　　'): string => oneLine(separator).apply(text);

export const crlfEnds = variant('CRLF', 'layout', (text) =>
  [...text.matchAll(/(?<!\r)\n/g)].map((match) => ({ start: match.index, end: match.index, text: '\r' })));
export const crlf = crlfEnds.apply;

const HANGS = /[，。、；：！？）》〉”’％,.;:!?)%]/;
const OPENS = /[（《〈“‘〔(]/;
const PAGE_LINES = 22;
/** Columns on paper: letters and digits take one, everything else two, marks of either width included. */
const columns = (character: string): number => (/[A-Za-z0-9 ]/.test(character) ? 1 : 2);
/** Typesetting never parts a number or a word, and leaves no opening mark behind at the end of a line; at a blank, no one could tell the break from it. */
const parts = (before: string, after: string): boolean =>
  !HANGS.test(after) && !OPENS.test(before) && before !== ' ' && after !== ' ' && !(/[A-Za-z0-9.]/.test(before) && /[A-Za-z0-9.]/.test(after));

/**
 * As copied out of a PDF: lines cut where `width` Han characters fit, as typesetting does (closing marks hang), no blank lines, `- 2 -` between pages.
 */
export function hardWrap(width = 28, withPageLines = true): Variant {
  return variant(`hard-wrapped at ${width}${withPageLines ? ' with page lines' : ''}`, 'layout', (text) => {
    const edits: Edit[] = [];
    let count = 0;
    const breakAt = (start: number, end: number): void => {
      count += 1;
      const page = withPageLines && count % PAGE_LINES === 0 ? `- ${count / PAGE_LINES} -\n` : '';
      const wanted = `\n${page}`;
      if (text.slice(start, end) !== wanted) edits.push({ start, end, text: wanted });
    };
    const lines = filled(text);
    lines.forEach((line, i) => {
      let column = 0;
      for (let at = line.start; at < line.end; at += text.codePointAt(at)! > 0xffff ? 2 : 1) {
        if (column + columns(text[at]!) > width * 2 && parts(text[at - 1]!, text[at]!)) {
          breakAt(at, at);
          column = 0;
        }
        column += columns(text[at]!);
      }
      const next = lines[i + 1];
      if (next) breakAt(line.end, next.start);
    });
    return edits;
  }, false);
}
export const hardWrapped = (text: string, width = 28, withPageLines = true): string => hardWrap(width, withPageLines).apply(text);

/** Kangxi radicals that PDF text layers give for everyday characters; NFKC folds each back. */
const RADICALS: Readonly<Record<string, string>> = {
  一: '⼀', 二: '⼆', 八: '⼋', 十: '⼗', 人: '⼈', 入: '⼊', 力: '⼒', 口: '⼝', 大: '⼤', 工: '⼯', 心: '⼼', 文: '⽂',
  方: '⽅', 日: '⽇', 月: '⽉', 水: '⽔', 生: '⽣', 用: '⽤', 立: '⽴', 行: '⾏', 自: '⾃', 金: '⾦', 高: '⾼',
};

export const kangxi = variant('Kangxi radicals', 'glyphs', (text) =>
  [...text.matchAll(new RegExp(`[${Object.keys(RADICALS).join('')}]`, 'g'))].map((match) => ({ start: match.index, end: match.index + 1, text: RADICALS[match[0]]! })));
export const withKangxi = kangxi.apply;

/** The title, where a first line short and without a stop stands for one; else null. */
function titleLine(text: string): Line | null {
  const first = filled(text)[0];
  return first && first.text.length <= 40 && !/[。：:；，,]\s*$/.test(first.text) && !headingsOf(first.text).length ? first : null;
}

export const indented = variant('indented by two ideographic spaces', 'layout', (text) => {
  const title = titleLine(text);
  return filled(text)
    .filter((line) => line.start !== title?.start && !/^[ \u3000\t]/.test(line.text))
    .map((line) => ({ start: line.start, end: line.start, text: '　　' }));
});
export const withIndent = indented.apply;

/** 2023年 → 2023 年, 共21件 → 共 21 件, as Word's automatic spacing leaves in a PDF. */
export const spaced = variant('spaced digits', 'layout', (text) => {
  const addresses = addressSpans(text);
  return [...text.matchAll(/(?<=\p{Script=Han})(?=\d)|(?<=\d%?)(?=\p{Script=Han})/gu)]
    .map((match) => ({ start: match.index, end: match.index, text: ' ' }))
    .filter((edit) => outside(edit, addresses));
});
export const spacedDigits = spaced.apply;

const ownLine = (heading: Heading): boolean => !heading.runIn;

/** `# title`, `## 一、…`, `### （一）…` for headings on their own line; paragraphs parted by a blank line. */
export const asMarkdown = variant('Markdown', 'layout', (text) => {
  const title = titleLine(text);
  const hashes = new Map(headingsOf(text).filter(ownLine).map((heading) => [heading.line.start, `${'#'.repeat(heading.level + 1)} `]));
  if (title) hashes.set(title.start, '# ');
  return filled(text).flatMap((line, i) => {
    const prefix = hashes.get(line.start) ?? '';
    const indent = prefix ? line.text.length - line.text.trimStart().length : 0;
    const parted = i === 0 || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(0, line.start));
    const written = (parted ? '' : '\n') + prefix;
    return written || indent ? [{ start: line.start, end: line.start + indent, text: written }] : [];
  });
});
export const markdown = asMarkdown.apply;

/**
 * Another year's report: 2023年 → 2024年 and 2024-02-22 → 2025-02-22, where that is safe: never inside 《》 or “”, never a
 * plan span (2021-2025年), never a bare number.
 */
export function shifted(by: number): Variant {
  return variant(`years moved by ${by}`, 'period', (text) => {
    const quoted = quotedSpans(text);
    return [...text.matchAll(/(?<![\d—–~～至到-])20\d\d(?=\s?年|-\d\d-\d\d)(?!-\d\d年)/g)]
      .map((match) => ({ start: match.index, end: match.index + 4, text: String(Number(match[0]) + by) }))
      .filter((edit) => outside(edit, quoted));
  });
}
export const shiftYears = (text: string, by: number): string => shifted(by).apply(text);

/** `（一）标题。正文` → `（一）标题` and the text on the next line. */
export const headingsOnOwnLine = variant('headings on their own line', 'layout', (text) =>
  headingsOf(text).filter((heading) => heading.runIn && heading.level === 2).map((heading) => ({ start: heading.end, end: heading.end + 1, text: '\n' })));

/** `（一）标题` on its own line, right before a paragraph → `（一）标题。正文`. */
export const headingsRunIn = variant('run-in headings', 'layout', (text) => {
  const lines = filled(text);
  const starts = new Set(headingsOf(text).map((heading) => heading.line.start));
  return headingsOf(text).filter((heading) => ownLine(heading) && heading.level === 2).flatMap((heading) => {
    const next = lines[lines.findIndex((line) => line.start === heading.line.start) + 1];
    if (!next || starts.has(next.start) || !next.text.includes('。')) return [];
    return [{ start: heading.end, end: next.start + next.text.length - next.text.trimStart().length, text: '。' }];
  });
});

/** Every variant that keeps a report's meaning and year. */
export const variants: readonly Variant[] = [
  fullWidth, halfWidth, kangxi, spaced, indented, crlfEnds, asMarkdown, headingsOnOwnLine, headingsRunIn,
  oneLine(''), oneLine(' '), oneLine('　　'), hardWrap(28, true), hardWrap(28, false),
];
