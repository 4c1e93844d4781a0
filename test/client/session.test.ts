/** What a session takes it gives back: watchers, answers and the server are gone when it is stopped, and a restart leaves one of each. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Connect, Session } from '../../client/src/session';

/** How many of each kind are alive. */
const alive = vi.hoisted(() => new Map<string, number>());

vi.mock('vscode', () => {
  const one = (kind: string) => {
    alive.set(kind, (alive.get(kind) ?? 0) + 1);
    let isOver = false;
    return { dispose: () => void (isOver || ((isOver = true), alive.set(kind, alive.get(kind)! - 1))) };
  };
  class EventEmitter<T> {
    readonly #heard = new Set<(value: T) => void>();
    readonly #own = one('emitter');
    readonly event = (listener: (value: T) => void) => (this.#heard.add(listener), { dispose: () => this.#heard.delete(listener) });
    fire(value: T): void {
      for (const listener of this.#heard) listener(value);
    }
    dispose(): void {
      this.#own.dispose();
    }
  }
  return {
    EventEmitter, Uri: class {}, FileType: {}, env: { language: 'zh-cn' }, l10n: { t: (text: string) => text }, window: {},
    workspace: {
      createFileSystemWatcher: () => one('watcher'), onDidChangeConfiguration: () => one('listener'), getConfiguration: () => ({ get: (_: string, usual: unknown) => usual }), textDocuments: [],
    },
    /** For the test's client. */
    one,
  };
});
vi.mock('vscode-languageclient', () => ({ DiagnosticPullMode: {}, RevealOutputChannelOn: {}, vsdiag: {}, CloseAction: {}, ErrorAction: {} }));

const { one } = (await import('vscode')) as unknown as { one: (kind: string) => { dispose(): void } };
const { openSession } = await import('../../client/src/session');

const log = { info: () => undefined, warn: () => undefined, error: () => undefined } as never;
const counts = (): Record<string, number> => Object.fromEntries([...alive].filter(([, count]) => count !== 0).sort());
const events: string[] = [];

/** A client that takes its time to stop. */
const connect: Connect = () => {
  const server = one('server');
  return {
    onRequest: () => one('answer'), onNotification: () => ({ dispose: () => undefined }),
    start: () => Promise.resolve(),
    stop: () => new Promise<void>((done) => setTimeout(() => (events.push('stopped'), server.dispose(), done()), 20)),
    dispose: () => Promise.resolve(),
  } as never;
};

const sessions: Session[] = [];
const opened = (make: Connect = connect): Session => {
  const session = openSession(make, { allow: () => undefined, allows: () => false }, log);
  sessions.push(session);
  return session;
};
afterEach(() => {
  sessions.splice(0).forEach((session) => session.dispose());
  expect(counts()).toEqual({});
  events.length = 0;
});

const SLEEPING = { emitter: 2, listener: 1 };
const RUNNING = { ...SLEEPING, answer: 2, server: 1, watcher: 3 };

describe('a session', () => {
  test('takes nothing before it is woken', () => {
    opened();
    expect(counts()).toEqual(SLEEPING);
  });

  test('stopped, it resolves when the server is gone, and keeps nothing', async () => {
    const session = opened();
    await session.client();
    expect(counts()).toEqual(RUNNING);
    await session.stop();
    expect(events).toEqual(['stopped']);
    expect(counts()).toEqual(SLEEPING);
    expect(session.state()).toBe('asleep');
  });

  test('restarted fifty times, it has one server', async () => {
    const session = opened();
    await session.client();
    for (let i = 0; i < 50; i++) await session.restart();
    expect(counts()).toEqual(RUNNING);
    await session.stop();
  });

  test('whose server does not start keeps nothing of it', async () => {
    const session = opened(() => ({ onRequest: () => one('answer'), onNotification: () => undefined, start: () => Promise.reject(new Error('no')), dispose: () => Promise.resolve() }) as never);
    await expect(session.client()).rejects.toThrow('no');
    expect(counts()).toEqual(SLEEPING);
    expect(session.state()).toBe('failed');
  });
});
