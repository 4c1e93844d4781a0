/**
 * Blocks → sections: which blocks are headings, and how they nest.
 */

import type { Block, Mark, Tree, Verdict } from '../syntax';
import { isRunIn, placeOf, readNumbering } from '../syntax';
import type { Role, Section } from './report';
import { hanOf } from './zones';

const LONGEST_PLAIN = 30;

interface Head {
  readonly block: number;
  readonly mark: Mark;
}

type Open = { -readonly [K in keyof Section]: Section[K] } & { children: Open[]; rank: number };

/** Sections in document order; sets the role of their blocks. */
export function readSections(tree: Tree, roles: (Role | undefined)[]): readonly Section[] {
  const heads = headsOf(tree, roles);
  const verdicts = readNumbering(heads.map((head) => head.mark));
  const sections: Open[] = [];
  const stack: Open[] = [];
  const end = bodyEnd(roles);
  heads.forEach((head, i) => {
    const verdict = verdicts[i]!;
    if (verdict.kind === 'stray') return;
    while (stack.length && stack[stack.length - 1]!.rank >= verdict.rank) stack.pop()!.end = head.block;
    const parent = stack[stack.length - 1] ?? null;
    const section = openSection(tree, head.block, verdict, parent, sections.length);
    roles[head.block] = 'heading';
    const before = sections[sections.length - 1];
    if (before) before.bodyEnd = head.block;
    parent?.children.push(section);
    sections.push(section);
    stack.push(section);
  });
  for (const open of stack) open.end = end;
  const last = sections[sections.length - 1];
  if (last) last.bodyEnd = end;
  return sections;
}

function bodyEnd(roles: readonly (Role | undefined)[]): number {
  let end = roles.length;
  while (end > 0 && (roles[end - 1] === 'residue' || roles[end - 1] === 'appendix' || roles[end - 1] === 'sign-off' || roles[end - 1] === 'page')) end--;
  return end;
}

function openSection(tree: Tree, index: number, verdict: Verdict, parent: Open | null, order: number): Open {
  const block = tree.blocks[index]!;
  const { marker } = block;
  const title = block.title.end > block.title.start ? block.title : { start: 0, end: block.text.length };
  const titleSpan = placeOf(tree, index, title);
  const written = marker ? { start: marker.start, end: marker.start + marker.written.length } : { start: title.start, end: title.start };
  const markerSpan = placeOf(tree, index, written);
  return {
    index: order, depth: (parent?.depth ?? 0) + 1, rank: verdict.rank, marker, verdict,
    title: tree.text.value.slice(titleSpan.start, titleSpan.end).replace(/\s*[\r\n]+\s*/g, ''),
    words: block.text.slice(title.start, title.end),
    headSpan: { start: markerSpan.start, end: titleSpan.end }, titleSpan, markerSpan,
    runIn: isRunIn(block), parent, children: [], block: index, bodyEnd: index + 1, end: index + 1,
  };
}

function headsOf(tree: Tree, roles: readonly (Role | undefined)[]): readonly Head[] {
  const heads: Head[] = [];
  tree.blocks.forEach((block, i) => {
    if (roles[i] !== undefined || block.kind !== 'text') return;
    if (block.marker) heads.push({ block: i, mark: block.marker });
    else if (block.hashes > 0) heads.push({ block: i, mark: { style: 'plain', strong: true } });
    else {
      const strong = tree.grammar.plainHeading.test(block.text);
      if (couldHead(tree, roles, i, strong)) heads.push({ block: i, mark: { style: 'plain', strong } });
    }
  });
  return heads;
}

/** A short line without a stop, between longer text: it may be a heading that has no number. Where its words say so too, any closed paragraph may go before. */
function couldHead(tree: Tree, roles: readonly (Role | undefined)[], i: number, strong: boolean): boolean {
  const block = tree.blocks[i]!;
  const { text } = block;
  if (text.length > LONGEST_PLAIN || text.length < 3 || /[。,;:!?,…]$/.test(text) || /[。;]/.test(text) || hanOf(block) < 3) return false;
  const next = neighbour(tree, roles, i, 1);
  const before = neighbour(tree, roles, i, -1);
  return next !== null && (next.text.length >= 50 || next.marker !== null || (strong && /[。:]$/.test(next.text))) && (before === null || before.text.length >= 40 || (strong && /[。!?]$/.test(before.text)) || roles[i - 1] === 'address');
}

function neighbour(tree: Tree, roles: readonly (Role | undefined)[], i: number, step: number): Block | null {
  for (let k = i + step; k >= 0 && k < tree.blocks.length; k += step) {
    const role = roles[k];
    if (role === undefined) return tree.blocks[k]!;
    if (role === 'table') return null;
    if (role !== 'page' && role !== 'comment') return step < 0 ? null : null;
  }
  return null;
}
