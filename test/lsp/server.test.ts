/**
 * The server over a real stream pair: what it promises, what it answers, what it keeps silent about.
 */

import { afterEach, describe, expect, test } from 'vitest';
import { DidChangeConfigurationNotification, DocumentSymbolRequest, FoldingRangeRequest, HoverRequest, SelectionRangeRequest, CodeActionResolveRequest, CompletionResolveRequest } from 'vscode-languageserver/node';
import type { DocumentSymbol, Hover, MarkupContent, SelectionRange } from 'vscode-languageserver/node';
import { analyse } from '../../server/src/analysis';
import { engine } from '../../server/src/cli/engine';
import { CLIENT_REQUESTS } from '../../server/src/host';
import { ExplainRequest, LearnRequest, ListFolderRequest, ReadFileRequest, ShowProfileRequest } from '../../server/src/lsp/requests';
import type { ExplainResult, LearnResult, ShowProfileResult } from '../../server/src/lsp/requests';
import { seeds } from '../kit/corpus';
import { unmark } from '../kit/marks';
import { hostile, random, randomEdit } from '../kit/random';
import { PLAIN, applied, connect, cursorIn, markedWith, until } from './client';
import type { Client, ClientOptions } from './client';
import { flawed, flawedCodes } from './drafts';

const DRAFT = 'file:///work/draft.report';
const clients: Client[] = [];
const started = async (options?: ClientOptions): Promise<Client> => {
  const client = await connect(options);
  clients.push(client);
  return client;
};
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

const { text: flawedText } = unmark(flawed);

describe('initialize', () => {
  test('positions are UTF-16, and only what a client can use is promised', async () => {
    const { capabilities } = (await started()).initialized;
    expect(capabilities.positionEncoding).toBe('utf-16');
    expect(capabilities.diagnosticProvider).toEqual({ identifier: 'reportwright', interFileDependencies: false, workspaceDiagnostics: true });
    const plain = (await started({ capabilities: PLAIN })).initialized.capabilities;
    expect(plain.diagnosticProvider).toBeUndefined();
    expect(plain.codeActionProvider).toBeUndefined();
    expect([plain.inlayHintProvider, plain.semanticTokensProvider]).toEqual([undefined, undefined]);
  });

  test('every promise is kept: no request promised is unknown to the server', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const at = client.at(DRAFT, 10);
    const requests: Readonly<Record<string, unknown>> = {
      workspaceSymbolProvider: ['workspace/symbol', { query: '' }],
      documentSymbolProvider: ['textDocument/documentSymbol', at], foldingRangeProvider: ['textDocument/foldingRange', at], selectionRangeProvider: ['textDocument/selectionRange', { ...at, positions: [at.position] }],
      hoverProvider: ['textDocument/hover', at], completionProvider: ['textDocument/completion', at], diagnosticProvider: ['textDocument/diagnostic', at],
      definitionProvider: ['textDocument/definition', at], referencesProvider: ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
      inlayHintProvider: ['textDocument/inlayHint', { ...at, range: { start: at.position, end: at.position } }], semanticTokensProvider: ['textDocument/semanticTokens/full', at],
      documentFormattingProvider: ['textDocument/formatting', { ...at, options: { tabSize: 2, insertSpaces: true } }],
      documentRangeFormattingProvider: ['textDocument/rangeFormatting', { ...at, range: { start: at.position, end: at.position }, options: { tabSize: 2, insertSpaces: true } }],
      documentOnTypeFormattingProvider: ['textDocument/onTypeFormatting', { ...at, ch: '\n', options: { tabSize: 2, insertSpaces: true } }],
      codeActionProvider: ['textDocument/codeAction', { ...at, range: { start: at.position, end: at.position }, context: { diagnostics: [] } }],
    };
    const promised = Object.keys(client.initialized.capabilities).filter((key) => key.endsWith('Provider'));
    expect(promised.sort()).toEqual(Object.keys(requests).sort());
    for (const request of Object.values(requests)) {
      const [method, params] = request as [string, object];
      await expect(client.connection.sendRequest(method, params)).resolves.not.toThrow();
    }
  });

  test('the host and the protocol name the same requests', () => {
    expect(CLIENT_REQUESTS).toEqual({ readFile: ReadFileRequest, listFolder: ListFolderRequest });
  });
});

describe('pull diagnostics', () => {
  test('findings stand where the draft marks them, and equal those of the core', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    expect(await client.marked(DRAFT, ...flawedCodes)).toBe(flawed);
    const own = analyse(flawedText).findings()!;
    expect((await client.items(DRAFT)).map(({ code }) => code)).toEqual(own.map(({ code }) => code));
  });

  test('a diagnostic carries source, code, address of its page, and whether it can be mended', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const found = (await client.items(DRAFT)).find(({ code }) => code === 'text/doubled-mark')!;
    expect(found).toMatchObject({ source: 'reportwright', severity: 2, data: { fix: 'safe' } });
    expect(found.codeDescription?.href).toBe('https://github.com/reportwright/reportwright/blob/main/docs/rules/text/doubled-mark.md');
    expect(found.tags).toBeUndefined();
  });

  test('in our own client the code leads to the page itself, without a network', async () => {
    const client = await started({ initialization: { files: true } });
    await client.open(DRAFT, flawedText);
    const found = (await client.items(DRAFT)).find(({ code }) => code === 'text/doubled-mark')!;
    expect(found.codeDescription?.href).toBe('command:reportwright.explainFinding?%5B%22text%2Fdoubled-mark%22%5D');
  });

  test('an unchanged text is answered with its id alone, a changed one in full', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const first = await client.pull(DRAFT);
    expect(first.kind).toBe('full');
    const again = await client.pull(DRAFT, first.resultId!);
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
    const at = flawedText.indexOf('。。');
    await client.edit(DRAFT, at, at + 1, '');
    const after = await client.pull(DRAFT, first.resultId!);
    expect(after.kind).toBe('full');
    expect(await client.marked(DRAFT, 'text/doubled-mark')).toBe(client.textOf(DRAFT));
    await client.edit(DRAFT, at, at, '。');
    expect((await client.pull(DRAFT, first.resultId!)).kind).toBe('unchanged');
  });

  test('messages speak the language of the editor', async () => {
    const english = await started({ locale: 'en-GB' });
    await english.open(DRAFT, flawedText);
    for (const { message } of await english.items(DRAFT)) expect(message).toMatch(/[a-z]{3}/);
    const chinese = await started({ locale: 'zh-CN' });
    await chinese.open(DRAFT, flawedText);
    for (const { message } of await chinese.items(DRAFT)) expect(message).toMatch(/[\u4e00-\u9fff]{3}/);
  });
});

describe('text synchronization', () => {
  test('incremental edits come to what the whole text comes to', async () => {
    const client = await started();
    const rng = random(11);
    for (const seed of seeds.slice(0, 3)) {
      const uri = `file:///work/${seed.name}.report`;
      const text = seed.text.replaceAll('\n', rng.pick(['\n', '\r\n', '\r']));
      await client.open(uri, text);
      for (let i = 0; i < 40; i++) {
        const { start, end, text: put } = randomEdit(client.textOf(uri), rng);
        await client.edit(uri, start, end, put);
      }
      const marked = await client.marked(uri);
      const fresh = await started();
      await fresh.open(uri, client.textOf(uri));
      expect(marked).toBe(await fresh.marked(uri));
    }
  });

  test('a change of the whole text, and several changes in one message', async () => {
    const client = await started();
    await client.open(DRAFT, '一、甲');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: DRAFT, version: 2 },
      contentChanges: [{ text: flawedText }, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } }, text: '某县' }],
    });
    expect((await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: DRAFT } }))!.length).toBe(3);
  });
});

describe('push diagnostics, for a client that does not pull', () => {
  test('sent on opening with the version, after a pause when typing, taken back on closing', async () => {
    const client = await started({ capabilities: PLAIN });
    await client.open(DRAFT, flawedText);
    await until('the first findings', () => client.published.length === 1);
    expect(client.published[0]).toMatchObject({ uri: DRAFT, version: 1 });
    expect(markedWith(flawedText, client.published[0]!.diagnostics, flawedCodes)).toBe(flawed);
    const at = flawedText.indexOf('。。');
    await client.edit(DRAFT, at, at, '！');
    await client.edit(DRAFT, at, at + 2, '');
    await until('the findings after typing', () => client.published.length === 2);
    expect(client.published[1]).toMatchObject({ version: 3 });
    expect(client.published[1]!.diagnostics.some(({ code }) => code === 'text/doubled-mark')).toBe(false);
    await client.close(DRAFT);
    await until('the end', () => client.published.length === 3);
    expect(client.published[2]).toEqual({ uri: DRAFT, diagnostics: [] });
  });

  test('with run: onSave nothing is sent while typing', async () => {
    const client = await started({ capabilities: { ...PLAIN, workspace: { configuration: true } }, settings: { run: 'onSave' } });
    await client.open(DRAFT, flawedText);
    await until('the first findings', () => client.published.length === 1);
    await client.edit(DRAFT, 0, 0, '　');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(client.published.length).toBe(1);
    await client.save(DRAFT);
    await until('findings after saving', () => client.published.length === 2);
  });
});

describe('structure', () => {
  const children = (symbols: readonly DocumentSymbol[], depth = 0): string => symbols.map((symbol) => `${'  '.repeat(depth)}${symbol.name}${symbol.detail ? ` [${symbol.detail}]` : ''}\n${children(symbol.children ?? [], depth + 1)}`).join('');

  test('symbols nest, name their slot, hold their range', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: DRAFT } })) as DocumentSymbol[];
    expect(children(symbols)).toBe(
      '一、主要举措和成效 [主要举措和成效]\n  （一）强化党的领导\n  （三）规范行政执法\n二、存在的问题和原因 [存在的不足和原因]\n三、2025年工作安排 [下一年度主要安排]\n',
    );
    const last = symbols[1]!;
    expect(last.range.end).toEqual(client.at(DRAFT, flawedText.indexOf('变动较大。') + 5).position);
    expect(last.selectionRange).toEqual(client.rangeOf(DRAFT, flawedText.indexOf('二、'), flawedText.indexOf('二、') + '二、存在的问题和原因'.length));
  });

  test('folds end before the next heading', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const folds = (await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: DRAFT } }))!;
    const lines = flawedText.split('\n');
    expect(folds.map(({ startLine, endLine }) => `${lines[startLine]} … ${lines[endLine]!.slice(-6)}`)).toEqual([
      '一、主要举措和成效 … 20人次。。', '（一）强化党的领导 … 题会议9次。', '（三）规范行政执法 … 20人次。。', '二、存在的问题和原因 … 员变动较大。', '三、2025年工作安排 … 规范化建设。',
    ]);
  });

  test('a selection grows by word, sentence, paragraph, section, document', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const at = client.at(DRAFT, flawedText.indexOf('薄弱环节'));
    const [range] = (await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument: { uri: DRAFT }, positions: [at.position] }))!;
    const grown: string[] = [];
    for (let step: SelectionRange | undefined = range; step; step = step.parent) grown.push(textIn(flawedText, step.range));
    const paragraph = flawedText.split('\n').find((line) => line.includes('薄弱环节'))!;
    expect(grown).toEqual(['薄弱', '一年来，法治政府建设仍存在一些薄弱环节。', paragraph, `二、存在的问题和原因\n\n${paragraph}`, flawedText]);
  });
});

const textIn = (text: string, { start, end }: SelectionRange['range']): string => {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return text.slice(offset(start), offset(end));
};

describe('hover', () => {
  const hoverText = async (client: Client, offset: number): Promise<string> =>
    (((await client.connection.sendRequest(HoverRequest.type, client.at(DRAFT, offset))) as Hover | null)?.contents as MarkupContent | undefined)?.value ?? '';

  test('on a finding: message, ground, fix, address of the page', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const [found] = (await client.items(DRAFT)).filter(({ code }) => code === 'numbering/sequence');
    const text = await hoverText(client, flawedText.indexOf('（三）') + 1);
    expect(text.replace(/\\(.)/g, '$1')).toContain(found!.message);
    for (const part of ['numbering/sequence', '依据', 'https://github.com/reportwright/reportwright/blob/main/docs/rules/numbering/sequence.md']) expect(text).toContain(part);
  });

  test('on a heading: its slot, how many seeds have it, how they put it', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const text = await hoverText(client, flawedText.indexOf('二、存在') + 3);
    for (const part of ['存在的不足和原因', '5份样本中5份有', 'chaoyang', '《法治政府建设与责任落实督察工作规定》']) expect(text.replace(/\\(.)/g, '$1')).toContain(part);
    expect(await hoverText(client, flawedText.indexOf('专题会议'))).toBe('');
  });
});

describe('code actions', () => {
  test('a quick fix mends its finding, and only that', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const at = flawedText.indexOf('。。');
    const [action] = await client.actions(DRAFT, at + 1, at + 1, { only: ['quickfix'] });
    expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true });
    expect(applied(flawedText, action!.edit, DRAFT)).toBe(flawedText.replace('。。', '。'));
  });

  test('only what was asked for: kinds and diagnostics', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    expect((await client.actions(DRAFT, 0, flawedText.length, { only: ['refactor'] })).length).toBe(0);
    const [found] = (await client.items(DRAFT)).filter(({ code }) => code === 'numbering/enumeration');
    const actions = await client.actions(DRAFT, 0, flawedText.length, { only: ['quickfix'], diagnostics: [found!] });
    expect([...new Set(actions.map(({ diagnostics }) => diagnostics?.[0]?.code))]).toEqual(['numbering/enumeration']);
    expect((await client.actions(DRAFT, 0, 0, { only: ['source'] })).map(({ kind }) => kind)).toEqual(['source.fixAll.reportwright']);
  });

  test('fix all leaves nothing safe to mend: twice is once', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const fixAll = async (): Promise<string> => {
      const [action] = await client.actions(DRAFT, 0, 0, { only: ['source.fixAll'] });
      if (!action) return client.textOf(DRAFT);
      const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
      return applied(client.textOf(DRAFT), resolved.edit, DRAFT);
    };
    const once = await fixAll();
    expect(once).toBe(flawedText.replace('（三）', '（二）').replace('。。', '。').replace('三是普法', '二是普法'));
    await client.edit(DRAFT, 0, flawedText.length, once);
    expect(await fixAll()).toBe(once);
    expect(await client.actions(DRAFT, 0, 0, { only: ['source.fixAll'] })).toEqual([]);
  });
});

describe('completion', () => {
  const labels = async (draft: string): Promise<readonly string[]> => {
    const client = await started();
    const { text, offset } = cursorIn(draft);
    await client.open(DRAFT, text);
    return (await client.completions(DRAFT, offset)).map(({ label }) => label);
  };

  test('the next number of the run, and the first of the level below', async () => {
    expect((await labels(flawedText.replace('二、存在的问题', '⟪|⟫\n\n二、存在的问题'))).slice(0, 2)).toEqual(['（四）', '二、']);
  });

  test('the next item of the chain, inside the paragraph and on a line of its own', async () => {
    expect(await labels('一、存在的问题\n一是人手不足。二是形式单一。⟪|⟫')).toEqual(['三是']);
    expect(await labels('一、存在的问题\n一是人手不足。\n二是形式单一。\n⟪|⟫\n二、下一步')).toContain('三是');
    expect(await labels('一、存在的问题\n这里没有分项。⟪|⟫')).toEqual([]);
  });

  test('a missing section, in the numbering of the draft, found by pinyin initials, explained when looked at', async () => {
    const client = await started();
    const draft = cursorIn(flawedText.slice(0, flawedText.indexOf('三、2025')) + '⟪|⟫');
    await client.open(DRAFT, draft.text);
    const plan = (await client.completions(DRAFT, draft.offset)).find(({ data }) => (data as { key: string }).key === 'slot:plan')!;
    expect(plan.label).toBe('三、2025年工作安排');
    expect(plan.filterText).toMatch(/^2025ngzap\b/);
    const { newText } = plan.textEdit as { newText: string };
    expect(newText).toContain('\n');
    expect(newText).not.toMatch(/待补充|××|XX/);
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, plan);
    expect((resolved.documentation as MarkupContent).value).toContain('5份样本中5份有');
  });

  test('nothing in the middle of a sentence', async () => {
    expect(await labels(flawedText.replace('专题会议9次', '专题⟪|⟫会议9次'))).toEqual([]);
  });
});

describe('silence', () => {
  test('about documents that are no reports, whatever is asked', async () => {
    const client = await started();
    const uri = 'file:///work/notes.txt';
    await client.open(uri, flawedText, 'plaintext');
    expect(await client.pull(uri)).toEqual({ kind: 'full', items: [] });
    expect(await client.completions(uri, 0)).toEqual([]);
    expect(await client.actions(uri, 0, flawedText.length)).toEqual([]);
    expect(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })).toBeNull();
    expect(await client.pull('file:///never/opened.report')).toEqual({ kind: 'full', items: [] });
  });

  test('other editors: a name that says report is enough, and so is an include', async () => {
    const files = { 'file:///work/reportwright.json': '{ "include": ["drafts/**"], "exclude": ["drafts/old"] }' };
    const client = await started({ files });
    for (const [uri, spoken] of [
      ['file:///work/%E6%9F%90%E5%B8%822024%E5%B9%B4%E5%BA%A6%E6%8A%A5%E5%91%8A.txt', false],
      ['file:///work/某市2024年法治政府建设年度报告.txt', true],
      ['file:///work/drafts/a.txt', true],
      ['file:///work/drafts/old/a.txt', false],
      ['file:///work/readme.md', false],
    ] as const) {
      await client.open(uri, flawedText, 'plaintext');
      const named = decodeURIComponent(uri).includes('年度报告');
      expect([uri, (await client.items(uri)).length > 0]).toEqual([uri, spoken || named]);
    }
  });
});

describe('own requests', () => {
  test('a rule explains itself; an unknown code does not', async () => {
    const client = await started();
    const page: ExplainResult = await client.connection.sendRequest(ExplainRequest, { code: 'numbering/sequence' });
    expect(page!.markdown).toContain('# numbering/sequence');
    expect(await client.connection.sendRequest(ExplainRequest, { code: 'no/such-rule' })).toBeNull();
  });

  test('learning from a folder gives the very bytes that the command line gives', async () => {
    const files = Object.fromEntries(seeds.map(({ name, text }) => [`file:///seeds/${name}.txt`, text]));
    const client = await started({ files: { ...files, 'file:///seeds/README.md': '# no report' } });
    const learned: LearnResult = await client.connection.sendRequest(LearnRequest, { folder: 'file:///seeds' });
    expect(learned).toMatchObject({ ok: true, reports: 5 });
    const named = async function* () {
      for (const { name, text } of seeds) yield { name: `${name}.txt`, text };
    };
    const byCommand = await engine.learn(named(), null);
    expect(learned.ok && byCommand.ok && learned.profile === byCommand.profile).toBe(true);
    const nothing: LearnResult = await client.connection.sendRequest(LearnRequest, { folder: 'file:///empty' });
    expect(nothing.ok).toBe(false);
  });

  test('the profile that holds is shown with where it comes from', async () => {
    const client = await started();
    await client.open(DRAFT, flawedText);
    const shown: ShowProfileResult = await client.connection.sendRequest(ShowProfileRequest, { uri: DRAFT });
    for (const part of ['5/5', 'chaoyang', '自带模板']) expect(shown!.markdown).toContain(part);
    expect(await client.connection.sendRequest(ShowProfileRequest, { uri: 'file:///none' })).toBeNull();
  });
});

describe('hostile input', () => {
  test('nothing ends the server: it answers every request about every text', async () => {
    const client = await started();
    for (const [index, input] of hostile(random(3)).entries()) {
      const uri = `file:///work/hostile-${index}.report`;
      const text = input.text().slice(0, 300_000);
      await client.open(uri, text);
      const middle = Math.floor(text.length / 2);
      expect((await client.pull(uri)).kind).toBe('full');
      await client.completions(uri, middle);
      await client.actions(uri, 0, text.length);
      await client.connection.sendRequest(HoverRequest.type, client.at(uri, middle));
      await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
      await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
      await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument: { uri }, positions: [client.at(uri, middle).position] });
      await client.close(uri);
    }
    expect(client.logs.filter((line) => /Error/.test(line))).toEqual([]);
  });

  test('positions outside the text, ranges the wrong way round, unknown documents', async () => {
    const client = await started();
    await client.open(DRAFT, '一、甲');
    const far = { line: 9999, character: 9999 };
    await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: DRAFT }, position: far });
    await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument: { uri: DRAFT }, positions: [far, { line: 0, character: 0 }] });
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: DRAFT, version: 2 }, contentChanges: [{ range: { start: far, end: { line: 0, character: 0 } }, text: '乙' }] });
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///none', version: 2 }, contentChanges: [{ text: '' }] });
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: 7 });
    expect((await client.pull(DRAFT)).kind).toBe('full');
  });
});
