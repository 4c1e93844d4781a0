/** A view is built again only when there is something else to show, and speaks of the newest text all the same. */
import { expect, test, vi } from 'vitest';

vi.mock('vscode', () => ({
  EventEmitter: class<T> {
    readonly #heard = new Set<(value: T) => void>();
    readonly event = (listener: (value: T) => void) => (this.#heard.add(listener), { dispose: () => this.#heard.delete(listener) });
    fire(value: T): void {
      for (const listener of this.#heard) listener(value);
    }
    dispose(): void {
      this.#heard.clear();
    }
  },
}));

const { answersTo, distinct } = await import('../../client/src/views/answers');

interface Shown {
  readonly version: number;
  readonly items: readonly string[];
}

/** A report in front whose server answers what the test says, when it says so. */
function front() {
  const heard = new Set<() => void>();
  const waiting: ((result: Shown | null) => void)[] = [];
  const document = { uri: 'file:///a.report' };
  return {
    front: { document: () => document, ask: () => new Promise((answer) => waiting.push(answer as never)), onDidChange: (listener: () => void) => (heard.add(listener), { dispose: () => heard.delete(listener) }), dispose: () => undefined } as never,
    rest: () => heard.forEach((listener) => listener()),
    asked: () => waiting.length,
    answer: async (at: number, result: Shown | null) => {
      waiting[at]!(result);
      await new Promise((done) => setTimeout(done, 0));
    },
  };
}

async function opened(first: Shown) {
  const server = front();
  const answers = answersTo<Shown>(server.front, 'some/request');
  let changes = 0;
  answers.onDidChange(() => changes++);
  answers.see(true);
  const shown = answers.shown();
  await server.answer(0, first);
  return { server, answers, answer: await shown, changes: () => changes };
}

test('the same answer about a newer text changes nothing but the version', async () => {
  const { server, answers, answer, changes } = await opened({ version: 1, items: ['a'] });
  expect(answer.result?.items).toEqual(['a']);
  server.rest();
  await server.answer(1, { version: 2, items: ['a'] });
  expect([changes(), answers.version(answer)]).toEqual([0, 2]);
  server.rest();
  await server.answer(2, { version: 3, items: ['a', 'b'] });
  expect([changes(), answers.version(answer)]).toEqual([1, null]);
  expect((await answers.shown()).result?.items).toEqual(['a', 'b']);
  expect(server.asked()).toBe(3);
});

test('an answer that was overtaken is dropped', async () => {
  const { server, answers, changes } = await opened({ version: 1, items: ['a'] });
  server.rest();
  server.rest();
  await server.answer(2, { version: 3, items: ['new'] });
  await server.answer(1, { version: 2, items: ['old'] });
  expect(changes()).toBe(1);
  expect((await answers.shown()).result?.items).toEqual(['new']);
});

test('nothing is asked out of sight, and all of it when the view comes back', async () => {
  const { server, answers, changes } = await opened({ version: 1, items: ['a'] });
  answers.see(false);
  server.rest();
  expect(server.asked()).toBe(1);
  answers.see(true);
  await server.answer(1, { version: 2, items: [] });
  expect(changes()).toBe(1);
});

test('entries of the same words get ids of their own, and keep them', () => {
  const ids = (words: readonly string[]): readonly string[] => {
    const id = distinct();
    return words.map((word) => id('group', word));
  };
  expect(new Set(ids(['a', 'b', 'a', 'a'])).size).toBe(4);
  expect(ids(['a', 'b', 'a']).slice(0, 2)).toEqual(ids(['a', 'b']));
});
