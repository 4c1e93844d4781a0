/**
 * The built programs: that each starts, speaks, and ends, and that the one for the browser needs nothing of Node. Skipped where nothing is built.
 */

import { spawn, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';
import { createProtocolConnection, ExitNotification, IPCMessageReader, IPCMessageWriter, ShutdownRequest, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { DataCallback, Message, MessageReader, MessageWriter, ProtocolConnection } from 'vscode-languageserver/node';
import { ReadFileRequest } from '../../server/src/lsp/requests';
import { unmark } from '../kit/marks';
import { speak } from './client';
import { flawed, flawedCodes } from './drafts';

const DRAFT = 'file:///work/draft.report';
const { text } = unmark(flawed);
const built = (file: string): boolean => existsSync(file);
const children: { kill: () => unknown }[] = [];
afterAll(() => children.forEach((child) => child.kill()));

/** Opens a draft, reads its findings, says good-bye; answers the exit code. */
async function visit(connection: ProtocolConnection, ended: Promise<number | null>): Promise<number | null> {
  const client = await speak(connection, {});
  await client.open(DRAFT, text);
  expect(await client.marked(DRAFT, ...flawedCodes)).toBe(flawed);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  return ended;
}

describe.each([
  ['dist/server.node.js', ['--stdio']],
  ['dist/cli.js', ['lsp', '--stdio']],
  ['dist/cli.js', ['lsp']],
])('%s %j', (file, args) => {
  test.skipIf(!built(file))('speaks over standard input and output, once, and ends when told', async () => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    expect(await visit(createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)), ended)).toBe(0);
  });
});

test.skipIf(!built('dist/server.node.js'))('dist/server.node.js speaks over node-ipc, as the extension starts it', async () => {
  const child = fork('dist/server.node.js', ['--node-ipc'], { silent: true });
  children.push(child);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  expect(await visit(createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)), ended)).toBe(0);
});

describe.skipIf(!built('dist/server.web.js'))('dist/server.web.js', () => {
  test('holds no module of Node', () => {
    const inputs = JSON.parse(readFileSync('dist/inputs.json', 'utf8')) as Readonly<Record<string, readonly string[]>>;
    const own = inputs['dist/server.web.js'] ?? [];
    expect(own.length).toBeGreaterThan(50);
    expect(own.filter((path) => builtinModules.includes(path.replace(/^.*:/, '')) || path.includes('host/node') || path.includes('main-node') || /\/lib\/node\//.test(path))).toEqual([]);
    const source = readFileSync('dist/server.web.js', 'utf8');
    expect([...source.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual([]);
    expect(source).not.toMatch(/["']node:/);
  });

  test('runs where there is nothing but what a worker has, and reads files through the client', async () => {
    const { connection } = worker(readFileSync('dist/server.web.js', 'utf8'), JSON.parse(readFileSync('dist/server.web.json', 'utf8')));
    const asked: string[] = [];
    connection.onRequest(ReadFileRequest, ({ uri }: { uri: string }) => {
      asked.push(uri);
      return uri === 'file:///work/reportwright.json' ? { base64: Buffer.from('{ "rules": { "text/doubled-mark": "off" } }').toString('base64') } : null;
    });
    const client = await speak(connection, { initialization: { files: true } });
    await client.open(DRAFT, text);
    const codes = (await client.items(DRAFT)).map(({ code }) => code);
    expect(codes).toContain('numbering/sequence');
    expect(codes).not.toContain('text/doubled-mark');
    expect(asked).toContain('file:///work/reportwright.json');
  });
});

/** A worker's world around a script that was sent its texts, and a connection to it. */
function worker(script: string, texts: unknown): { readonly connection: ProtocolConnection } {
  let toClient: DataCallback = () => undefined;
  const inside: { onmessage?: (event: { data: unknown }) => void; postMessage: (message: Message) => void; addEventListener: () => void; self?: unknown } = {
    postMessage: (message) => queueMicrotask(() => toClient(structuredClone(message))),
    addEventListener: () => undefined,
  };
  const world = createContext({ ...inside, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, TextDecoder, TextEncoder, atob, btoa, console, performance, crypto, URL });
  runInContext('globalThis.self = globalThis;', world);
  runInContext(script, world);
  const deliver = (data: unknown): void => (world as unknown as { onmessage: (event: { data: unknown }) => void }).onmessage({ data });
  deliver(texts);
  const nothing = () => ({ dispose: () => undefined });
  const common = { onError: nothing, onClose: nothing, dispose: () => undefined };
  const reader: MessageReader = { ...common, onPartialMessage: nothing, listen: (callback) => ((toClient = callback), nothing()) };
  const writer: MessageWriter = {
    ...common,
    end: () => undefined,
    write: async (message) => {
      const data = structuredClone(message);
      setTimeout(() => deliver(data), 0);
    },
  };
  return { connection: createProtocolConnection(reader, writer) };
}
