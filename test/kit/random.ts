/**
 * Seeded randomness for tests, and what it makes of real reports: recombined ones, long ones, edits a writer makes, and
 * (re-exported) the hostile inputs. One seed number always gives one result.
 */
import type { Edit } from './edits';
import { headingsOf, linesOf } from './reading';

export { grow, recombine } from './recombine';
export { hostile } from './hostile';

export interface Rng {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number in [0, below). */
  readonly int: (below: number) => number;
  /** One of the list, which must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** The list in another order. */
  readonly shuffle: <T>(list: readonly T[]) => readonly T[];
}

/** A small generator (mulberry32): 32 bits of state, good enough to spread test cases. */
export function random(seed: number): Rng {
  // Neighbouring seeds would give neighbouring first values: spread them.
  let state = Math.imul((seed >>> 0) ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    pick: (list) => {
      if (!list.length) throw new RangeError('nothing to pick from');
      return list[int(list.length)]!;
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = int(i + 1);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
}

export interface WriterEdit extends Edit {
  readonly kind: 'insert' | 'delete' | 'replace' | 'paste' | 'delete line' | 'join lines' | 'split line' | 'insert heading' | 'clear';
}

const TYPED = [...'的法治政府一二三四五是、，。；：（）《》“”()1234567890年件%,.;: \n　#A-—XX', '一是', '（三）', '二、', '2024年', '𠮷', '\r\n', '\t'];

/** An offset that splits no surrogate pair. */
function offsetIn(text: string, rng: Rng): number {
  const offset = rng.int(text.length + 1);
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit < 0xe000 ? offset - 1 : offset;
}

/** One edit of the kind a writer makes; `start` and `end` speak of `text`. */
export function randomEdit(text: string, rng: Rng): WriterEdit {
  const at = offsetIn(text, rng);
  const lines = linesOf(text);
  const index = rng.int(lines.length);
  const line = lines[index]!;
  const after = (count: number): number => Math.min(text.length, at + [...text.slice(at, at + count * 2)].slice(0, count).join('').length);
  const kind = rng.int(16);
  if (kind < 4) return { kind: 'insert', start: at, end: at, text: rng.pick(TYPED) };
  if (kind < 8) return { kind: 'delete', start: at, end: after(1 + rng.int(3)), text: '' };
  if (kind < 10) return { kind: 'replace', start: at, end: after(1), text: rng.pick(TYPED) };
  if (kind === 10) return { kind: 'paste', start: line.next, end: line.next, text: `${rng.pick(lines).text}\n` };
  if (kind === 11) return { kind: 'delete line', start: line.start, end: line.next, text: '' };
  if (kind === 12) return { kind: 'join lines', start: line.end, end: line.next, text: '' };
  if (kind === 13) return { kind: 'split line', start: at, end: at, text: '\n' };
  if (kind === 14) {
    const headings = headingsOf(text.slice(0, 40_000));
    const title = headings.length ? rng.pick(headings) : null;
    const words = title ? text.slice(title.start, title.end) : '一、标题';
    return { kind: 'insert heading', start: line.start, end: line.start, text: `${words}\n` };
  }
  return rng.int(20) ? { kind: 'insert', start: at, end: at, text: rng.pick(TYPED) } : { kind: 'clear', start: 0, end: text.length, text: '' };
}
