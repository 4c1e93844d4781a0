// Files by URI on three hosts, URI arithmetic, and writing that is never half done.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLIENT_REQUESTS, clientHost, joinUri, memoryHost, nameOf, parentUri, relativeTo } from '../../server/src/host';
import { nodeHost, pathOf, uriOf, WriteRefused, writeFileSafely } from '../../server/src/host/node';
import { ListFolderRequest, ReadFileRequest } from '../../server/src/lsp/requests';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'host-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const text = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString('utf8') : null);

describe('URI arithmetic', () => {
  it.each([
    ['file:///a/b/c.txt', 'file:///a/b'],
    ['file:///a', 'file:///'],
    ['file:///', null],
    ['file:///c%3A/x/y.txt', 'file:///c%3A/x'],
    ['vscode-vfs://github/owner/x.txt', 'vscode-vfs://github/owner'],
    ['vscode-vfs://github/x.txt', 'vscode-vfs://github/'],
    ['file:///a/b/', 'file:///a'],
    ['git:/a/b.txt?ref=x/y', 'git:/a'],
    ['untitled:Untitled-1', null],
    ['', null],
  ])('parent of %s is %s', (uri, parent) => expect(parentUri(uri)).toBe(parent));

  it('always ends', () => {
    for (const start of ['file:///a/b/c/d', 'x://h//a///b', 'scheme:/a', 'file://///']) {
      let uri: string | null = start;
      for (let steps = 0; uri !== null; steps++) {
        expect(steps).toBeLessThan(12);
        uri = parentUri(uri);
      }
    }
  });

  it.each([
    ['file:///a/b', 'c d.txt', 'file:///a/b/c%20d.txt'],
    ['file:///a/b', '../x/./y.txt', 'file:///a/x/y.txt'],
    ['file:///a', '../../../y.txt', 'file:///y.txt'],
    ['file:///a/b', '/etc/x', 'file:///etc/x'],
    ['file:///a', '样本\\一.txt', 'file:///a/%E6%A0%B7%E6%9C%AC/%E4%B8%80.txt'],
    ['file:///', 'x', 'file:///x'],
  ])('%s + %s', (base, path, whole) => expect(joinUri(base, path)).toBe(whole));

  it('relative paths are decoded, whatever was encoded', () => {
    expect(relativeTo('file:///c%3A/x', 'file:///c:/x/%E4%B8%80/b.txt')).toBe('一/b.txt');
    expect(relativeTo('file:///a/b', 'file:///a/bc/d.txt')).toBeNull();
    expect(relativeTo('file:///', 'file:///d.txt')).toBe('d.txt');
    expect(nameOf('file:///a/100%.txt')).toBe('100%.txt');
  });
});

describe('hosts', () => {
  it('memory: files, folders, nothing else', async () => {
    const host = memoryHost({ 'file:///a/x.txt': '一', 'file:///a/b/y.txt': '二' });
    expect(text(await host.readFile('file:///a/x.txt'))).toBe('一');
    expect(await host.readFile('file:///a/toString')).toBeNull();
    expect(await host.listFolder('file:///a')).toEqual([{ name: 'b', kind: 'folder' }, { name: 'x.txt', kind: 'file' }]);
  });

  it('node: by URI and by path, links by their target, absence quietly', async () => {
    const logged: string[] = [];
    const host = nodeHost((level, message) => logged.push(`${level} ${message}`));
    mkdirSync(join(folder, '子'));
    writeFileSync(join(folder, '报告 1%.txt'), '内容');
    symlinkSync(join(folder, '子'), join(folder, 'link'));
    symlinkSync(join(folder, 'gone'), join(folder, 'broken'));
    expect(text(await host.readFile(uriOf(join(folder, '报告 1%.txt'))))).toBe('内容');
    expect(text(await host.readFile(join(folder, '报告 1%.txt')))).toBe('内容');
    expect(pathOf(uriOf(folder))).toBe(folder);
    expect(await host.listFolder(uriOf(folder))).toEqual([{ name: 'link', kind: 'folder' }, { name: '子', kind: 'folder' }, { name: '报告 1%.txt', kind: 'file' }]);
    expect(await host.readFile(uriOf(join(folder, 'none')))).toBeNull();
    expect(await host.readFile(uriOf(folder))).toBeNull();
    expect(await host.listFolder(uriOf(join(folder, 'none')))).toEqual([]);
    expect(logged).toEqual([]);
    expect(await host.readFile('file://elsewhere/x')).toBeNull();
    expect(logged).toHaveLength(1);
  });

  it('client: speaks the protocol names and distrusts the answers', async () => {
    expect(CLIENT_REQUESTS).toEqual({ readFile: ReadFileRequest, listFolder: ListFolderRequest });
    const answers: Record<string, unknown> = { 'u:a': { base64: Buffer.from('内容').toString('base64') }, 'u:b': { base64: '***' }, 'u:c': 7, 'u:d': [{ name: 'x', kind: 'file' }, { name: 3 }, null, { name: 'a', kind: 'folder' }] };
    const logged: string[] = [];
    const host = clientHost(async (_method, { uri }) => {
      if (uri === 'u:e') throw new Error('gone');
      return answers[uri];
    }, (_level, message) => logged.push(message));
    expect(text(await host.readFile('u:a'))).toBe('内容');
    for (const uri of ['u:b', 'u:c', 'u:e', 'u:none']) expect(await host.readFile(uri)).toBeNull();
    expect(await host.listFolder('u:d')).toEqual([{ name: 'a', kind: 'folder' }, { name: 'x', kind: 'file' }]);
    expect(await host.listFolder('u:e')).toEqual([]);
    expect(logged).toHaveLength(2);
  });
});

describe('writeFileSafely', () => {
  const file = () => join(folder, 'f.txt');
  const refusal = async (attempt: Promise<void>): Promise<string> => {
    try {
      await attempt;
    } catch (error) {
      expect(error).toBeInstanceOf(WriteRefused);
      expect((error as WriteRefused).message).toContain((error as WriteRefused).path);
      return (error as WriteRefused).reason;
    }
    throw new Error('written');
  };

  it('creates and replaces, keeps permissions, leaves nothing else', async () => {
    await writeFileSafely(file(), '一');
    chmodSync(file(), 0o664);
    await writeFileSafely(file(), '二');
    expect(readFileSync(file(), 'utf8')).toBe('二');
    expect(statSync(file()).mode & 0o777).toBe(0o664);
    expect(readdirSync(folder)).toEqual(['f.txt']);
  });

  it('refuses what it should not touch, and changes nothing', async () => {
    writeFileSync(file(), '旧');
    chmodSync(file(), 0o444);
    symlinkSync(file(), join(folder, 'link'));
    mkdirSync(join(folder, 'sub'));
    expect(await refusal(writeFileSafely(file(), 'x'))).toBe('read-only');
    expect(await refusal(writeFileSafely(join(folder, 'link'), 'x'))).toBe('is-link');
    expect(await refusal(writeFileSafely(join(folder, 'sub'), 'x'))).toBe('is-folder');
    expect(await refusal(writeFileSafely(join(folder, 'none', 'f'), 'x'))).toBe('no-folder');
    expect(await refusal(writeFileSafely('/dev/null', 'x'))).toBe('not-a-file');
    expect(readFileSync(file(), 'utf8')).toBe('旧');
    expect(existsSync(join(folder, 'none'))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['f.txt', 'link', 'sub']);
  });

  it('refuses when the file is no longer what was read', async () => {
    writeFileSync(file(), '别人改过');
    expect(await refusal(writeFileSafely(file(), 'x', Buffer.from('读到的')))).toBe('changed');
    expect(readdirSync(folder)).toEqual(['f.txt']);
    await writeFileSafely(file(), 'x', Buffer.from('别人改过'));
    expect(readFileSync(file(), 'utf8')).toBe('x');
  });
});
