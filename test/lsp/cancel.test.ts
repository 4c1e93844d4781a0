/** Work that the user gives up ends there: what goes through many files stops at the next one, and a check under way is not kept half done. */
import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, CodeActionResolveRequest, WorkspaceDiagnosticRequest, WorkspaceSymbolRequest } from 'vscode-languageserver/node';
import { analyse } from '../../server/src/analysis';
import type { Finding } from '../../server/src/lint';
import { FixWorkspaceRequest, LearnRequest } from '../../server/src/lsp/requests';
import { sources } from '../house/sources';
import { seeds } from '../kit/corpus';
import { grow } from '../kit/random';
import { connect, until } from './client';
import type { Client } from './client';

const ROOT = 'file:///work';
const DRAFT = `${ROOT}/draft.report`;
const REPORTS = 200;
let client: Client;
afterEach(() => client.dispose());

/** Files that count how often they are read. */
function countedFiles(): { readonly files: Record<string, string>; readonly read: () => number } {
  let read = 0;
  const files: Record<string, string> = {};
  for (let i = 0; i < REPORTS; i++) Object.defineProperty(files, `${ROOT}/${i}.report`, { enumerable: true, get: () => (read++, `${seeds[i % seeds.length]!.text}\n第${i}份`) });
  return { files, read: () => read };
}

describe('a request about a whole folder stops at the next file', () => {
  test.each([
    [LearnRequest, { folder: ROOT }],
    [FixWorkspaceRequest, { folders: [ROOT] }],
    [WorkspaceDiagnosticRequest.method, { previousResultIds: [] }],
    [WorkspaceSymbolRequest.method, { query: '' }],
  ])('%s', async (method, params) => {
    const { files, read } = countedFiles();
    client = await connect({ files, folders: [ROOT] });
    const before = read();
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(method, params, source.token);
    const refused = expect(answer).rejects.toMatchObject({ code: -32800 });
    await until('the first files', () => read() > before + 4);
    source.cancel();
    await refused;
    const at = read();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(read()).toBe(at);
    expect(at - before).toBeLessThan(REPORTS / 2);
  });
});

test('a check that is given up between two rules has no answer, and the next one is whole', async () => {
  client = await connect();
  const { text } = seeds[0]!;
  const said = (findings: readonly Finding[] | null) => findings!.map(({ code, span, message }) => ({ code, span, message }));
  const whole = said(analyse(text).findings());
  let asked = 0;
  const analysis = analyse(text);
  expect(analysis.findings(() => ++asked > 3)).toBeNull();
  expect(asked).toBeLessThan(8);
  expect(said(analysis.findings())).toEqual(whole);
});

test('saving never waits for us: nothing is done while it happens, and mending 1 MB is answered in time for an editor that asks for it', async () => {
  expect(sources.filter(({ path, text }) => path.startsWith('client/') && /onWillSave/.test(text)).map(({ path }) => path)).toEqual([]);
  client = await connect();
  await client.open(DRAFT, grow(seeds[0]!.text, 1_000_000));
  await client.items(DRAFT);
  const begun = performance.now();
  const [action] = await client.actions(DRAFT, 0, 0, { only: ['source.fixAll'] });
  const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, action!);
  // It takes 0.2 to 0.4 s alone, and shares the processor here; work that is not linear takes minutes.
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(edit?.documentChanges).toHaveLength(1);
});
