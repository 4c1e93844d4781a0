/**
 * What stands before and behind the body: title lines, address, web residue, sign-off, appendix. Works on blocks alone, before headings are known.
 */

import { memoOn } from '../base';
import { isHan } from '../text';
import type { Span } from '../text';
import { inSource } from '../syntax';
import type { Block, Tree } from '../syntax';
import type { Role, Title } from './report';

export interface Zones {
  readonly title: Title | null;
  /** Roles of the blocks outside the body; undefined means body. */
  readonly roles: readonly (Role | undefined)[];
  readonly signOff: Span | null;
  /** Offset in the first body block where its own text begins, when a title is glued to it; else 0. */
  readonly glued: { readonly block: number; readonly from: number } | null;
}

const LONGEST_TITLE = 60;
/** A date, or what a draft shows in its place. */
const DATE = /^(?:〔[^〕]{1,24}日〕|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|(?:\d{4}|[×Xx]{1,4})年(?:\d{1,2}|[×Xx]{1,2})月(?:\d{1,2}|[×Xx]{1,2})日|[二〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;

/** Han characters in a block's text. */
export const hanOf: (block: Block) => number = memoOn((block) => {
  let count = 0;
  for (let i = 0; i < block.text.length; i++) if (isHan(block.text.charCodeAt(i))) count++;
  return count;
});

export function readZones(tree: Tree): Zones {
  const roles: (Role | undefined)[] = tree.blocks.map((block) => (block.kind !== 'text' ? block.kind : isNote(tree, block) ? 'comment' : undefined));
  const body = firstBody(tree);
  const head = readHead(tree, body, roles);
  const signOff = readTail(tree, Math.max(body, 0), roles);
  return { ...head, roles, signOff };
}

/** A line of a draft's checklist says what is to be reported and is no part of the report. */
const isNote = ({ grammar }: Tree, block: Block): boolean => block.text.charCodeAt(0) === OPEN && grammar.note.test(block.text);

const OPEN = '〔'.charCodeAt(0);

/** First block that is running text or a numbered heading with more behind it; the number of blocks when there is none. */
function firstBody(tree: Tree): number {
  const at = tree.blocks.findIndex((block) => block.kind === 'text' && !isNote(tree, block) && !tree.grammar.residue.test(block.text) && (isMarked(block) || isProse(block)));
  return at < 0 ? tree.blocks.length : at;
}

const isMarked = (block: Block): boolean => block.marker !== null && block.marker.style !== 'arabic-paren' && block.marker.style !== 'circled';

/** Sentences; a line too long for a title; or a clause that leads over to the body (…，现将有关情况报告如下：). */
const isProse = (block: Block): boolean => /[。;]/.test(block.text) || (block.text.length > LONGEST_TITLE && block.hashes === 0) || (block.marker === null && /,[^:]*:$/.test(block.text)) || /如下:$/.test(block.text);

function readHead(tree: Tree, body: number, roles: (Role | undefined)[]): Pick<Zones, 'title' | 'glued'> {
  const { grammar } = tree;
  const lines: number[] = [];
  for (let i = 0; i < body; i++) {
    const block = tree.blocks[i]!;
    if (roles[i] !== undefined) continue;
    if (grammar.residue.test(block.text)) roles[i] = 'residue';
    else if (/:$/.test(block.text) && (lines.length > 0 || grammar.address.test(block.text))) roles[i] = 'address';
    else lines.push(i);
  }
  const chosen = titleLines(tree, lines, body < tree.blocks.length);
  for (const i of lines) roles[i] = chosen.includes(i) || repeatsTitle(tree, chosen, i) ? 'title' : 'residue';
  if (chosen.length > 0) return { title: titleOf(tree, chosen), glued: null };
  return gluedTitle(tree, body);
}

/** The lines of the title among the unpunctuated lines at the top. A lone line of a text without a body is not taken for one. */
function titleLines(tree: Tree, lines: readonly number[], hasBody: boolean): readonly number[] {
  const { grammar } = tree;
  const textOf = (i: number): string => headless(tree.blocks[i]!);
  const fits = lines.filter((i) => textOf(i).length <= LONGEST_TITLE && hanOf(tree.blocks[i]!) >= 2 && !DATE.test(textOf(i)) && !/[>|]/.test(textOf(i)));
  const last = likeliest(fits.filter((i) => grammar.titleEnd.test(textOf(i))), (i) => (/(?:19|20)\d\d\s?年/.test(textOf(i)) ? 2 : 0) + (textOf(i).length >= 10 ? 1 : 0));
  if (last === undefined) {
    const named = fits.find((i) => tree.blocks[i]!.hashes === 1) ?? fits.find((i) => hanOf(tree.blocks[i]!) >= 6 && hasBody && /(?:19|20)\d\d\s?年/.test(textOf(i))) ?? (hasBody ? fits.find((i) => hanOf(tree.blocks[i]!) >= 8) : undefined);
    return named === undefined ? [] : [named];
  }
  const before = last - 1;
  const broken = fits.includes(before) && !grammar.titleEnd.test(textOf(before)) && (textOf(last).length < 12 || /[年于度]$/.test(textOf(before)) || /(?:府|局|委|会|办|院|厅|关于)$/.test(textOf(before)));
  return broken ? [before, last] : [last];
}

/** The line with the highest score, the first of equals: a menu entry that ends like a title must not stand for it. */
function likeliest(lines: readonly number[], score: (line: number) => number): number | undefined {
  let best: number | undefined;
  for (const line of lines) if (best === undefined || score(line) > score(best)) best = line;
  return best;
}

const headless = (block: Block): string => block.text.replace(/^#{1,6}\s+/, '').replace(/^\*\*|\*\*$/g, '');

function repeatsTitle(tree: Tree, chosen: readonly number[], i: number): boolean {
  const bare = (block: Block): string => headless(block).replace(/\s/g, '');
  return chosen.some((line) => bare(tree.blocks[line]!) === bare(tree.blocks[i]!));
}

function titleOf(tree: Tree, lines: readonly number[]): Title {
  const first = lines[0]!;
  const last = lines[lines.length - 1]!;
  const text = lines.map((i) => tree.blocks[i]!.raw.replace(/^#{1,6}\s+/, '').replace(/^\*\*|\*\*$/g, '').replace(/\s*[\r\n]\s*/g, '')).join('');
  return { text, span: { start: tree.starts[first]!, end: tree.starts[last]! + tree.blocks[last]!.raw.length } };
}

/** A title that lost its line break and runs into the first paragraph. */
function gluedTitle(tree: Tree, body: number): Pick<Zones, 'title' | 'glued'> {
  const block = tree.blocks[body];
  if (!block || block.marker) return { title: null, glued: null };
  const head = block.text.slice(0, LONGEST_TITLE);
  for (let end = 6; end <= head.length; end++) {
    if (/[。,;:]/.test(head[end - 1]!)) break;
    if (!tree.grammar.titleEnd.test(head.slice(0, end)) || !(/^\s|^(?:19|20)\d\d\s?年/.test(block.text.slice(end)) || tree.grammar.residue.test(block.text.slice(end)))) continue;
    const place = inSource(block, { start: 0, end });
    const start = tree.starts[body]! + place.start;
    return { title: { text: block.raw.slice(place.start, place.end), span: { start, end: tree.starts[body]! + place.end } }, glued: { block: body, from: end } };
  }
  return { title: null, glued: null };
}

/** Marks sign-off, appendix and residue behind the body; answers the sign-off's place. */
function readTail(tree: Tree, body: number, roles: (Role | undefined)[]): Span | null {
  const { blocks, grammar } = tree;
  let lastProse = blocks.length - 1;
  while (lastProse > body && !(blocks[lastProse]!.kind === 'text' && roles[lastProse] === undefined && isProse(blocks[lastProse]!) && !grammar.residue.test(blocks[lastProse]!.text))) lastProse--;
  const tail = tailStart(tree, body, lastProse);
  let signOff: Span | null = null;
  let beyond: Role | undefined;
  for (let i = Math.max(tail, body + 1); i < blocks.length; i++) {
    const block = blocks[i]!;
    if (roles[i] !== undefined) continue;
    if (grammar.appendix.test(block.text)) beyond = 'appendix';
    else if (beyond !== 'appendix' && grammar.residue.test(block.text)) beyond = 'residue';
    else if (DATE.test(block.text) && (beyond === undefined || (beyond === 'residue' && signOff === null && isIssuer(tree, tail, i - 1)) || (beyond === 'appendix' && signOff === null && endsList(tree, tail, i - 1)))) {
      // Behind the list of what is attached, what follows the sign-off is that list's own kind or the attachments themselves.
      if (beyond !== 'appendix') beyond = undefined;
      const from = i - 1 >= tail && roles[i - 1] !== 'sign-off' && isSigner(blocks[i - 1]!) ? i - 1 : i;
      for (let k = from; k <= i; k++) roles[k] = 'sign-off';
      signOff = { start: tree.starts[from]!, end: tree.starts[i]! + block.raw.length };
      continue;
    }
    if (beyond) roles[i] = beyond;
  }
  for (let i = body; i < tail && i < blocks.length; i++) if (roles[i] === undefined && blocks[i]!.text.length <= 40 && !blocks[i]!.marker && grammar.residue.test(blocks[i]!.text)) roles[i] = 'residue';
  return signOff;
}

/** Where the tail begins: behind the last running text, or at an appendix that stands in the last third. */
function tailStart(tree: Tree, body: number, lastProse: number): number {
  const { blocks, grammar } = tree;
  const from = body + Math.floor((blocks.length - body) * 0.5);
  for (let i = Math.max(from, body + 1); i <= lastProse; i++) {
    if (blocks[i]!.kind === 'text' && blocks[i]!.text.length <= 60 && grammar.appendix.test(blocks[i]!.text)) return i;
  }
  return lastProse + 1;
}

/** Lines of the tail among which a sign-off is looked for behind residue. */
const NEAR_TAIL = 24;

/** Lines of a web page may stand before the sign-off: the body names who signs. */
const isIssuer = ({ blocks, grammar }: Tree, tail: number, at: number): boolean =>
  at >= tail && at < tail + NEAR_TAIL && isSigner(blocks[at]!) && !grammar.residue.test(blocks[at]!.text) && blocks.slice(0, tail).some(({ text }) => text.includes(blocks[at]!.text.trim()));

/** Lines that a list of attachments may hold before the sign-off (GB/T 9704: it stands between text and sign-off). */
const LONGEST_LIST = 12;

/** The signer stands right behind a list of attachments, and no attachment has begun. */
const endsList = ({ blocks }: Tree, tail: number, at: number): boolean =>
  at > tail && at <= tail + LONGEST_LIST && isSigner(blocks[at]!) && hanOf(blocks[at]!) >= 4 && blocks.slice(tail, at).every((block) => block.text.length <= 60 && !isProse(block));

const isSigner = (block: Block): boolean => !block.marker && block.hashes === 0 && block.text.length <= 30 && !/[。;,:]/.test(block.text);
