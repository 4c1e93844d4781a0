/**
 * How much the server does: nothing for a keystroke, nothing for a request that was given up, nothing twice. Counted, not timed.
 */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CancellationTokenSource, DocumentDiagnosticRequest, DocumentSymbolRequest, HoverRequest } from 'vscode-languageserver/node';
import type * as Analysing from '../../server/src/analysis/analysis';
import { seeds } from '../kit/corpus';
import { grow } from '../kit/random';
import { connect } from './client';
import type { Client } from './client';

const work = vi.hoisted(() => ({ analyses: 0, checks: 0 }));

vi.mock('../../server/src/analysis/analysis', async (original) => {
  const real = await original<typeof Analysing>();
  const analyse: typeof real.analyse = (...args) => {
    work.analyses++;
    const made = real.analyse(...args);
    return { ...made, findings: (cancelled) => (work.checks++, made.findings(cancelled)) };
  };
  return { ...real, analyse };
});

const DRAFT = 'file:///work/draft.report';
let client: Client;
beforeEach(async () => {
  client = await connect();
  Object.assign(work, { analyses: 0, checks: 0 });
});
afterEach(() => client.dispose());

test('a pull on a huge draft that is cancelled is given up before anything is read', async () => {
  await client.open(DRAFT, grow(seeds[0]!.text, 4_000_000));
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: DRAFT } }, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: -32800 });
  expect(work).toEqual({ analyses: 0, checks: 0 });
  expect((await client.items(DRAFT)).length).toBeGreaterThan(0);
  expect(work).toEqual({ analyses: 1, checks: 1 });
});

test('keystrokes cost nothing until someone asks, and then once', async () => {
  await client.open(DRAFT, seeds[1]!.text);
  for (let i = 0; i < 50; i++) await client.edit(DRAFT, 100 + i, 100 + i, '法');
  const first = await client.pull(DRAFT);
  expect(work.analyses).toBe(1);
  await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: DRAFT } });
  await client.connection.sendRequest(HoverRequest.type, client.at(DRAFT, 5));
  const { checks } = work;
  expect((await client.pull(DRAFT, first.resultId!)).kind).toBe('unchanged');
  expect(work).toEqual({ analyses: 1, checks });
});
