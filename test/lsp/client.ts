/**
 * A language client in the test's own process: a real connection over two streams, a server at the other end, files in memory. Speaks in offsets
 * and marked drafts, never in raw line numbers.
 */

import { PassThrough } from 'node:stream';
import {
  CodeActionRequest, CompletionRequest, ConfigurationRequest, createConnection, createProtocolConnection, DiagnosticRefreshRequest, DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification, DidSaveTextDocumentNotification, DocumentDiagnosticRequest,
  InitializedNotification, InitializeRequest, LogMessageNotification, PublishDiagnosticsNotification, RegistrationRequest, StreamMessageReader, StreamMessageWriter,
} from 'vscode-languageserver/node';
import type {
  ClientCapabilities, CodeAction, CodeActionContext, CompletionItem, CompletionList, Diagnostic, DocumentDiagnosticReport, InitializeResult, ProtocolConnection, PublishDiagnosticsParams, Range,
  TextEdit, WorkspaceEdit,
} from 'vscode-languageserver/node';
import { memoryHost } from '../../server/src/host';
import { nodeRuntime } from '../../server/src/lsp/main-node';
import type { InitializationOptions } from '../../server/src/lsp/requests';
import { startServer } from '../../server/src/lsp/server';
import { applyEdits, makeText, offsetAt, positionAt } from '../../server/src/text';
import { mark } from '../kit/marks';

/** What a full client says of itself: pull diagnostics, snippets, lazily made edits. */
export const FULL: ClientCapabilities = {
  workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true }, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    publishDiagnostics: { versionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } }, resolveSupport: { properties: ['edit'] }, dataSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    inlayHint: {},
    semanticTokens: { requests: { full: true, range: true }, tokenTypes: ['number', 'type', 'macro'], tokenModifiers: [], formats: ['relative'] },
  },
};

/** A client without pull diagnostics, versions or literals. */
export const PLAIN: ClientCapabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };

export interface ClientOptions {
  /** Files by URI; tests may change the object later. */
  readonly files?: Record<string, string | Uint8Array>;
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  readonly locale?: string;
  readonly initialization?: InitializationOptions;
  /** What the editor is set to, section `reportwright`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export type Client = Awaited<ReturnType<typeof connect>>;

/** Starts a server and says initialize. */
export async function connect(options: ClientOptions = {}) {
  const up = new PassThrough();
  const down = new PassThrough();
  const host = memoryHost(options.files ?? {});
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), { ...nodeRuntime, host: () => host });
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  return { ...(await speak(connection, options)), files: options.files ?? {} };
}

/** A client over any connection whose server has not been initialized. */
export async function speak(connection: ProtocolConnection, options: ClientOptions) {
  const published: PublishDiagnosticsParams[] = [];
  const logs: string[] = [];
  let refreshes = 0;
  let settings = options.settings ?? {};
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => void published.push(params));
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logs.push(message));
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(DiagnosticRefreshRequest.type, () => void refreshes++);
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest(InitializeRequest.type, {
    processId: null, rootUri: null, capabilities: options.capabilities ?? FULL, locale: options.locale ?? 'zh-cn',
    ...(options.initialization ? { initializationOptions: options.initialization } : {}),
    workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const texts = new Map<string, { text: string; version: number }>();

  const open = async (uri: string, text: string, languageId = 'annual-report'): Promise<void> => {
    texts.set(uri, { text, version: 1 });
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
  };
  /** Replaces `from..to` (offsets) and tells the server so, incrementally. */
  const edit = async (uri: string, from: number, to: number, put: string): Promise<void> => {
    const { text, version } = texts.get(uri)!;
    const value = makeText(text);
    texts.set(uri, { text: text.slice(0, from) + put + text.slice(to), version: version + 1 });
    const range = { start: positionAt(value, from), end: positionAt(value, to) };
    await connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version: version + 1 }, contentChanges: [{ range, text: put }] });
  };
  const textOf = (uri: string): string => texts.get(uri)!.text;
  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) });
  const items = async (uri: string): Promise<readonly Diagnostic[]> => {
    const report = await pull(uri);
    return report.kind === 'full' ? report.items : [];
  };
  const at = (uri: string, offset: number) => ({ textDocument: { uri }, position: positionAt(makeText(textOf(uri)), offset) });
  const rangeOf = (uri: string, from: number, to: number): Range => ({ start: positionAt(makeText(textOf(uri)), from), end: positionAt(makeText(textOf(uri)), to) });
  return {
    connection, initialized, published, logs, open, edit, textOf, pull, items, at, rangeOf,
    refreshes: () => refreshes,
    setSettings: (next: Readonly<Record<string, unknown>>) => void (settings = next),
    close: (uri: string) => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    save: (uri: string) => connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } }),
    filesChanged: (...uris: string[]) => connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: uris.map((uri) => ({ uri, type: 2 as const })) }),
    /** The draft with its diagnostics of the given codes put in as marks. */
    marked: async (uri: string, ...codes: string[]): Promise<string> => markedWith(textOf(uri), await items(uri), codes),
    actions: async (uri: string, from: number, to: number, context: Partial<CodeActionContext> = {}): Promise<readonly CodeAction[]> =>
      ((await connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range: rangeOf(uri, from, to), context: { diagnostics: [], ...context } })) ?? []) as CodeAction[],
    completions: async (uri: string, offset: number): Promise<readonly CompletionItem[]> =>
      ((await connection.sendRequest(CompletionRequest.type, at(uri, offset))) as CompletionList | null)?.items ?? [],
    /** Drops the text of a closed document, which this client keeps for looking back. */
    forget: (uri: string) => void texts.delete(uri),
    dispose: () => connection.dispose(),
  };
}

/** Diagnostics of the given codes (all, when none is given) as marks in a text. */
export function markedWith(text: string, diagnostics: readonly Diagnostic[], codes: readonly string[]): string {
  const value = makeText(text);
  const wanted = diagnostics.filter(({ code }) => codes.length === 0 || codes.includes(String(code)));
  return mark({ text, marks: wanted.map(({ code, range }) => ({ code: String(code), start: offsetAt(value, range.start), end: offsetAt(value, range.end) })) });
}

/** A text after the edits of a workspace edit that are for `uri`. */
export function applied(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const value = makeText(text);
  const changes = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : []));
  const own = [...changes, ...(edit?.changes?.[uri] ?? [])];
  return applyEdits(text, own.map(({ range, newText }) => ({ span: { start: offsetAt(value, range.start), end: offsetAt(value, range.end) }, text: newText })));
}

/** Waits until `test` is true; fails after two seconds. */
export async function until(what: string, test: () => boolean): Promise<void> {
  const end = Date.now() + 2000;
  while (!test()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A draft with one cursor ⟪|⟫ taken out, and where it stood. */
export function cursorIn(draft: string): { readonly text: string; readonly offset: number } {
  const offset = draft.indexOf('⟪|⟫');
  if (offset < 0 || draft.indexOf('⟪|⟫', offset + 1) >= 0) throw new Error('a draft needs exactly one ⟪|⟫');
  return { text: draft.replace('⟪|⟫', ''), offset };
}
