/** Reports of the folders that are not open: their findings for a client that wants them, and headings of all reports by their words. */
import iconv from 'iconv-lite';
import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, WorkspaceDiagnosticRequest, WorkspaceSymbolRequest } from 'vscode-languageserver/node';
import type { PreviousResultId, SymbolInformation, WorkspaceDiagnosticReport, WorkspaceDiagnosticReportPartialResult, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { seeds } from '../kit/corpus';
import { defects, inject } from '../kit/defects';
import { connect, until } from './client';
import type { Client, ClientOptions } from './client';

const ROOT = 'file:///work';
const [A, B, GBK, OPEN] = ['a.report', 'sub/b.report', 'gbk.report', 'open.report'].map((name) => `${ROOT}/${name}`) as [string, string, string, string];
const broken = (index: number): string => inject(seeds[index]!.text, defects.find(({ kind }) => kind === 'doubled mark 。。')!, 3)!.text;
const files = (): Record<string, string | Uint8Array> => ({
  [A]: broken(0), [B]: broken(1), [GBK]: new Uint8Array(iconv.encode(broken(2), 'gb18030')), [`${ROOT}/notes.txt`]: broken(0), [`${ROOT}/.git/c.report`]: broken(0),
});

const clients: Client[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));
async function started(options: ClientOptions = {}): Promise<Client> {
  const client = await connect({ files: files(), folders: [ROOT], ...options });
  clients.push(client);
  return client;
}

const ask = (client: Client, previousResultIds: PreviousResultId[] = []): Promise<WorkspaceDiagnosticReport> => client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
const idsOf = (items: readonly WorkspaceDocumentDiagnosticReport[]): PreviousResultId[] => items.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));
const kinds = (items: readonly WorkspaceDocumentDiagnosticReport[]): Record<string, string> => Object.fromEntries(items.map(({ uri, kind }) => [uri.slice(ROOT.length + 1), kind]));

describe('findings', () => {
  test('of every report that is not open, in any encoding, as it has them when it is open', async () => {
    const client = await started({ files: { ...files(), [OPEN]: 'stale' } });
    await client.open(OPEN, broken(3));
    const { items } = await ask(client);
    expect(kinds(items)).toEqual({ 'a.report': 'full', 'gbk.report': 'full', 'sub/b.report': 'full' });
    const [first] = items;
    await client.open(A, broken(0));
    expect(first!.kind === 'full' && first!.items).toEqual(await client.items(A));
  });

  test('come once: what is known is unchanged, what changed comes again, what is gone is empty', async () => {
    const client = await started();
    const ids = idsOf((await ask(client)).items);
    expect(kinds((await ask(client, ids)).items)).toEqual({ 'a.report': 'unchanged', 'gbk.report': 'unchanged', 'sub/b.report': 'unchanged' });
    client.files[A] = seeds[0]!.text;
    delete client.files[B];
    await client.filesChanged(A, B);
    const { items } = await ask(client, ids);
    expect(kinds(items)).toEqual({ 'a.report': 'full', 'gbk.report': 'unchanged', 'sub/b.report': 'full' });
    const itemsOf = (uri: string) => items.flatMap((item) => (item.uri === uri && item.kind === 'full' ? item.items : []));
    expect(itemsOf(A).map(({ code }) => code)).not.toContain('text/doubled-mark');
    expect(itemsOf(B)).toEqual([]);
  });

  test('follow the configuration of their folder', async () => {
    const client = await started();
    const ids = idsOf((await ask(client)).items);
    client.files[`${ROOT}/reportwright.json`] = '{ "exclude": ["sub/**"], "rules": { "text/doubled-mark": "off" } }';
    await client.filesChanged(`${ROOT}/reportwright.json`);
    const { items } = await ask(client, ids);
    expect(kinds(items)).toEqual({ 'a.report': 'full', 'gbk.report': 'full', 'sub/b.report': 'full' });
    expect(items.flatMap((item) => (item.kind === 'full' ? item.items : [])).filter(({ code }) => code === 'text/doubled-mark')).toEqual([]);
  });

  test('a report that was just closed is answered as it is stored', async () => {
    const client = await started();
    await client.open(A, seeds[0]!.text);
    await client.close(A);
    expect((await client.items(A)).map(({ code }) => code)).toContain('text/doubled-mark');
  });

  test('a client that takes them bit by bit gets each at once, and its next question waits for something new', async () => {
    const client = await started();
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    const stream = (token: string, previousResultIds: PreviousResultId[], cancel?: CancellationTokenSource): Promise<WorkspaceDiagnosticReport> => {
      client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, ({ items }: WorkspaceDiagnosticReportPartialResult) => void parts.push(...items));
      return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds, partialResultToken: token }, cancel?.token);
    };
    expect(await stream('1', [])).toEqual({ items: [] });
    expect(Object.keys(kinds(parts))).toEqual(['a.report', 'gbk.report', 'sub/b.report']);
    const ids = idsOf(parts);
    let answered = false;
    const waiting = stream('2', ids).then((answer) => ((answered = true), answer));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(answered).toBe(false);
    client.files[B] = seeds[1]!.text;
    await client.filesChanged(B);
    expect(await waiting).toEqual({ items: [] });
    expect(parts.at(-1)?.kind).toBe('unchanged');
    expect(parts.filter(({ uri, kind }) => uri === B && kind === 'full')).toHaveLength(2);
    const cancel = new CancellationTokenSource();
    const given = stream('3', idsOf(parts.filter(({ uri }, i) => parts.findLastIndex((other) => other.uri === uri) === i)), cancel);
    await new Promise((resolve) => setTimeout(resolve, 100));
    cancel.cancel();
    await expect(given).rejects.toMatchObject({ code: -32800 });
  });

  /** Asks as VS Code does: bit by bit, again as soon as it is answered, with what it was told last. `codes` are those of a report, as told last. */
  function following(client: Client): { codes: (uri: string) => readonly unknown[]; answers: () => number; stop: () => void } {
    const told = new Map<string, WorkspaceDocumentDiagnosticReport>();
    const ids = new Map<string, PreviousResultId>();
    const cancel = new CancellationTokenSource();
    let answers = 0;
    const note = (item: WorkspaceDocumentDiagnosticReport): void => {
      if (item.kind === 'full') told.set(item.uri, item);
      for (const id of idsOf([item])) ids.set(item.uri, id);
    };
    const next = async (): Promise<void> => {
      const partialResultToken = `following ${answers}`;
      const listening = client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, ({ items }: WorkspaceDiagnosticReportPartialResult) => items.forEach(note));
      await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [...ids.values()], partialResultToken }, cancel.token);
      listening.dispose();
      answers++;
      await next();
    };
    void next().catch(() => undefined);
    const codes = (uri: string): readonly unknown[] => {
      const item = told.get(uri);
      return item?.kind === 'full' ? item.items.map(({ code }) => code) : [];
    };
    return { codes, answers: () => answers, stop: () => cancel.cancel() };
  }

  test('a report that was opened and closed follows its file', async () => {
    const client = await started();
    const { codes, stop } = following(client);
    await until('its findings', () => codes(A).includes('text/doubled-mark'));
    await client.open(A, broken(0));
    await client.items(A);
    await client.close(A);
    client.files[A] = seeds[0]!.text;
    await client.filesChanged(A);
    await until('the mended file', () => !codes(A).includes('text/doubled-mark'));
    client.files[A] = broken(0);
    await client.filesChanged(A);
    await until('the broken file', () => codes(A).includes('text/doubled-mark'));
    stop();
  });

  test.each([['file', 'text'], ['text', 'file']])('a report whose tab is closed while its text is kept follows its file: %s told first, then %s', async (first) => {
    const client = await started();
    const { codes, stop } = following(client);
    await until('its findings', () => codes(A).includes('text/doubled-mark'));
    await client.open(A, broken(0));
    const put = async (text: string): Promise<void> => {
      client.files[A] = text;
      if (first === 'file') await client.filesChanged(A);
      // The editor reads the file anew a moment later; nobody asks for the findings of a text that is not shown.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await client.edit(A, 0, client.textOf(A).length, text);
      if (first === 'text') await client.filesChanged(A);
    };
    await put(seeds[0]!.text);
    await until('the mended text', () => !codes(A).includes('text/doubled-mark'));
    await put(broken(0));
    await until('the broken text', () => codes(A).includes('text/doubled-mark'));
    await client.close(A);
    client.files[A] = seeds[0]!.text;
    await client.filesChanged(A);
    await until('the mended file', () => !codes(A).includes('text/doubled-mark'));
    stop();
  });

  test('typing in an open report asks nothing of the others', async () => {
    const client = await started();
    await client.open(A, broken(0));
    const { codes, answers, stop } = following(client);
    await until('findings', () => codes(B).includes('text/doubled-mark') && answers() > 0);
    const before = answers();
    for (let i = 0; i < 5; i++) await client.edit(A, 0, 0, '甲');
    await client.items(A);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answers()).toBe(before);
    stop();
  });

  test('our own client is offered them only where the user wants them', async () => {
    const offered = async (options: ClientOptions) => (await started(options)).initialized.capabilities.diagnosticProvider;
    expect(await offered({})).toMatchObject({ workspaceDiagnostics: true });
    expect(await offered({ initialization: { files: true } })).toMatchObject({ workspaceDiagnostics: false });
    expect(await offered({ initialization: { files: true, closedReports: true } })).toMatchObject({ workspaceDiagnostics: true });
  });
});

describe('headings', () => {
  const named = async (client: Client, query: string): Promise<readonly SymbolInformation[]> => (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) as SymbolInformation[];

  test('are found in open and stored reports, by words in their order and by initials, and lie where they say', async () => {
    const client = await started();
    await client.open(OPEN, seeds[3]!.text);
    const all = await named(client, '');
    expect(new Set(all.map(({ location: { uri } }) => uri))).toEqual(new Set([A, B, GBK, OPEN]));
    const one = all.find(({ location, name }) => location.uri === B && /\p{Script=Han}{6}/u.test(name))!;
    const some = await named(client, [...one.name].filter((_, i) => i % 2 === 0).join(''));
    expect(some).toContainEqual(one);
    expect(some.length).toBeLessThan(all.length);
    const line = (client.files[B] as string).split('\n')[one.location.range.start.line]!;
    expect(line.replace(/\s/g, '')).toContain(one.name.replace(/\s/g, '').replace(/…$/, '').slice(0, 20));
    expect((await named(client, 'zzzzqqqq'))).toEqual([]);
    expect((await named(client, 'gz')).length).toBeGreaterThan(0);
  });

  test('follow the files, and a text of another kind has none', async () => {
    const client = await started();
    expect(await named(client, '新添的一节')).toEqual([]);
    client.files[A] = `${seeds[0]!.text}\n十九、新添的一节\n\n内容。\n`;
    await client.filesChanged(A);
    expect((await named(client, '新添的一节')).map(({ location: { uri } }) => uri)).toEqual([A]);
  });
});
