/** Defects of the text itself: pairs, doubled words and marks, lost stops, stray marks and spaces, leftovers. */
import { bodyLines, defect, inProse, isFullWidth, lastLine, replaced, type Break, type Defect } from './defect';
import { chainsOf, headingsOf, proseLines, quotedSpans, type Line } from '../reading';
import type { Span } from '../edits';

interface Pair extends Span {
  readonly open: string;
  readonly close: string;
}

const PAIRS: readonly (readonly [string, string])[] = [['“', '”'], ['《', '》'], ['（', '）'], ['(', ')']];

/** The pairs of one kind on a line whose marks all match, nested ones left out. */
function pairsOn(line: Line, [open, close]: readonly [string, string]): readonly Pair[] {
  let depth = 0;
  let deepest = 0;
  let start = 0;
  const pairs: Pair[] = [];
  for (let i = 0; i < line.text.length; i += 1) {
    if (line.text[i] === open) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      start = i;
    } else if (line.text[i] === close) {
      depth -= 1;
      if (depth < 0) return [];
      pairs.push({ start: line.start + start, end: line.start + i + 1, open, close });
    }
  }
  return depth === 0 && deepest === 1 ? pairs : [];
}

/** Marks of every kind match on the line: only then is what we break the one fault. */
const matched = (line: Line): boolean =>
  PAIRS.every(([open, close]) => line.text.split(open).length === line.text.split(close).length);

const unclosed = (open: string, close: string): Defect =>
  defect(`unclosed ${open}`, 'text/unbalanced-pair', (text) => {
    const markers = headingsOf(text).map((heading) => heading.marker);
    const quoted = quotedSpans(text);
    // Inside 《…》 the broken bracket crosses it: a finding on 《 is right as well.
    const begin = (pair: Pair): number => quoted.find((span) => span.start < pair.start && pair.end < span.end)?.start ?? pair.start;
    return proseLines(text).filter(matched).flatMap((line) =>
      pairsOn(line, [open, close])
        .filter((pair) => pair.end - pair.start >= 5 && markers.every((marker) => marker.end <= pair.start || marker.start >= pair.end))
        .map((pair): Break => ({
          edits: [{ start: pair.end - 1, end: pair.end, text: '' }],
          around: { start: begin(pair), end: line.end },
          note: `${close} taken from ${text.slice(pair.start, pair.end)}`,
        })));
  });

const strayClosing = (mark: string): Defect =>
  defect(`stray ${mark}`, 'text/unbalanced-pair', (text) => {
    if (mark === ')' && isFullWidth(text)) return [];
    if (mark === '）' && !isFullWidth(text)) return [];
    // Behind one that was never closed, it would close that.
    const [open] = PAIRS.find(([, close]) => close === mark)!;
    const lines = proseLines(text).filter((line) => matched(line) && text.slice(0, line.start).split(open).length <= text.slice(0, line.start).split(mark).length);
    return inProse(text, /(?<=[\p{Script=Han}](?<![一二三四五六七八九十]))(?=。)/gu, lines).map((match) => {
      const span = { start: match.index, end: match.index };
      return replaced(span, mark, `${mark} put before a full stop`);
    });
  });

/** Clause beginnings, 4 or 6 characters: words are mostly of two, so the cut falls between words. */
const doubledPhrase = defect('doubled phrase', 'text/repeated-phrase', (text, rng) => {
  const labels = chainsOf(text, 1).flat();
  return inProse(text, /(?<=[，,。；;])[\p{Script=Han}]{8,}(?=[，,。；;、])/gu).flatMap((match) => {
    const length = rng.pick([4, 6]);
    const phrase = match[0].slice(0, length);
    const span = { start: match.index, end: match.index + length };
    if (new Set(phrase).size < 4 || labels.some((label) => label.start >= span.start && label.start < span.end)) return [];
    if (/[零一二三四五六七八九十百千万亿两]/.test(phrase) || match[0].slice(length).startsWith(phrase.slice(0, 2))) return [];
    return [replaced(span, phrase + phrase, `${phrase} written twice`)];
  });
});

const missingStop = defect('missing stop', 'text/missing-terminal', (text) => {
  const headings = new Set(headingsOf(text).map((heading) => heading.line.start));
  return proseLines(text, 40).flatMap((line) => {
    const end = line.start + line.text.trimEnd().length;
    const sentences = line.text.split('。').length - 1;
    if (text[end - 1] !== '。' || !/\p{Script=Han}/u.test(text[end - 2]!) || sentences < (headings.has(line.start) ? 3 : 2)) return [];
    return [{
      edits: [{ start: end - 1, end, text: '' }],
      around: { start: end - 2, end },
      note: `last stop taken from …${text.slice(end - 12, end)}`,
    }];
  });
}, true);

const placeholder = (shape: string): Defect =>
  defect(`placeholder ${shape}`, 'text/placeholder', (text) =>
    inProse(text, /(?<=\p{Script=Han})\d+(?=[件个项次人户名份家场起])/gu, bodyLines(text)).map((match) =>
      replaced({ start: match.index, end: match.index + match[0].length }, shape, `${match[0]} → ${shape}`)));

const placeholderWords = (shape: string): Defect =>
  defect(`placeholder ${shape}`, 'text/placeholder', (text) =>
    inProse(text, /(?<=\p{Script=Han})(?=。)/gu, bodyLines(text)).map((match) => {
      const bracketed = isFullWidth(text) ? `（${shape}）` : `(${shape})`;
      return replaced({ start: match.index, end: match.index }, bracketed, `${bracketed} put before a full stop`);
    }));

const strayWidth = defect('stray half-width mark', 'text/punctuation-width', (text) =>
  isFullWidth(text)
    ? inProse(text, /(?<=\p{Script=Han})[，；：](?=\p{Script=Han})/gu).map((match) => {
        const half = { '，': ',', '；': ';', '：': ':' }[match[0]]!;
        return replaced({ start: match.index, end: match.index + 1 }, half, `${match[0]} → ${half}`);
      })
    : []);

const doubledStop = defect('doubled mark 。。', 'text/doubled-mark', (text) =>
  inProse(text, /(?<=\p{Script=Han})。/gu).map((match) => replaced({ start: match.index, end: match.index + 1 }, '。。', '。 written twice')));

const commaStop = defect('doubled mark ，。', 'text/doubled-mark', (text) =>
  inProse(text, /(?<=\p{Script=Han})。/gu).map((match) =>
    replaced({ start: match.index, end: match.index + 1 }, isFullWidth(text) ? '，。' : ',。', 'comma put before a full stop')));

const spaceBeforeStop = defect('stray space before a stop', 'text/stray-space', (text) =>
  inProse(text, /(?<=\p{Script=Han})(?=。)/gu).map((match) => replaced({ start: match.index, end: match.index }, ' ', 'space put before a full stop')));

/** Well inside a run of characters, so that no boundary of two parts can excuse the space. */
const spaceInWords = defect('stray space between characters', 'text/stray-space', (text) =>
  inProse(text, /(?<=\p{Script=Han}{4})(?=\p{Script=Han}{4})/gu).map((match) => ({
    edits: [{ start: match.index, end: match.index, text: ' ' }],
    around: { start: match.index, end: match.index },
    note: `space put into ${text.slice(match.index - 2, match.index)}|${text.slice(match.index, match.index + 2)}`,
  })));

const pairComma = defect('comma between pairs', 'text/pair-comma', (text) =>
  proseLines(text).flatMap((line) =>
    [...line.text.matchAll(/(?<=[》”])(?=[《“])/g)].flatMap((match) => {
      const at = line.start + match.index;
      if (`${text[at - 1]}${text[at]}` !== '》《' && `${text[at - 1]}${text[at]}` !== '”“') return [];
      return [replaced({ start: at, end: at }, '、', `、 put between ${text[at - 1]} and ${text[at]}`)];
    })));

/** A line of a web page behind the report; only where nothing of the kind is there yet. */
const residue = (shape: string): Defect =>
  defect(`residue ${shape}`, 'text/boilerplate', (text) => {
    const last = lastLine(text);
    if (!last) return [];
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    const start = last.end + lineBreak.length;
    return [{
      edits: [{ start: last.end, end: last.end, text: `${lineBreak}${shape}` }],
      around: { start: last.end, end: last.end },
      at: { start, end: start + shape.length },
      note: `${shape} put behind the report`,
    }];
  }, true);

export const textDefects: readonly Defect[] = [
  ...PAIRS.map(([open, close]) => unclosed(open, close)),
  ...['”', '》', '）', ')'].map(strayClosing),
  doubledPhrase, missingStop,
  ...['XX', '××', '____', '〔去年：17〕'].map(placeholder),
  ...['待补充', 'TODO'].map(placeholderWords),
  strayWidth, doubledStop, commaStop, spaceBeforeStop, spaceInWords, pairComma,
  ...['责编：司法局', '上一篇：某市2022年度工作总结', '分享到：微信 微博', '打印本页'].map(residue),
];
