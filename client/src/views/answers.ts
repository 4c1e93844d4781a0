/**
 * What a view shows, asked for when the report in front has come to rest, and shown afresh only when it is something else: a tree that is built again under the mouse
 * misses the click. No tree here.
 */
import { EventEmitter, type Disposable, type Event, type TextDocument } from 'vscode';
import type { FrontReport } from './front';

/** An answer with the report it is about. */
export interface Answer<R> {
  readonly document: TextDocument | null;
  readonly result: R | null;
}

export interface Answers<R> extends Disposable {
  /** The answer that is shown; asked for when there is none yet. */
  shown(): Promise<Answer<R>>;
  /** The newest version of the text for which `answer` holds; null when there is none newer than its own. */
  version(answer: Answer<R>): number | null;
  /** There is something else to show. */
  readonly onDidChange: Event<undefined>;
  /** The view has come into sight, or gone out of it; out of sight nothing is asked. */
  see(isSeen: boolean): void;
}

/** Answers to one request about the report in front. */
export function answersTo<R extends object>(front: FrontReport, request: string): Answers<R> {
  const changed = new EventEmitter<undefined>();
  let isSeen = false;
  let asked = 0;
  let key = '';
  let current: Answer<R> | null = null;
  const ask = async (): Promise<Answer<R> | null> => {
    const turn = ++asked;
    const document = front.document();
    const result = await front.ask<R>(request);
    // The one that was asked last holds.
    return turn === asked ? { document, result } : null;
  };
  const look = async (): Promise<void> => {
    const next = isSeen ? await ask() : null;
    if (!next) return;
    current = next;
    if (key === (key = keyOf(next))) return;
    changed.fire(undefined);
  };
  const listening = front.onDidChange(() => void look());
  return {
    shown: async () => {
      if (current) return current;
      const first = await ask();
      if (first && !current) key = keyOf((current = first));
      return current ?? { document: null, result: null };
    },
    version: (answer) => (current && keyOf(answer) === key ? versionOf(current.result) : null),
    onDidChange: changed.event,
    see: (seen) => {
      isSeen = seen;
      if (seen && current) void look();
    },
    dispose: () => (listening.dispose(), changed.dispose()),
  };
}

/** Equal keys look the same: the version of the text is not shown. */
const keyOf = ({ document, result }: Answer<object>): string => JSON.stringify([document?.uri.toString() ?? null, result], (name, value: unknown) => (name === 'version' ? undefined : value));

function versionOf(result: unknown): number | null {
  const { version } = (result ?? {}) as { readonly version?: unknown };
  return typeof version === 'number' ? version : null;
}

/** Ids for entries that have nothing but words: the same words, the same id, and the second of them another one, so that the editor knows an entry again. */
export function distinct(): (...words: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (...words) => {
    const own = words.join('\n');
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    return count === 1 ? own : `${own}\n${count}`;
  };
}
