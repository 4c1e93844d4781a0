/**
 * The host on a machine with a disk: node:fs behind the Host interface, by `file:` URI or plain path, and the safe way to write a file. The only
 * file of the core that needs Node; what may be written and when is decided at the edges.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { lstat, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FolderEntry, Host, LogLevel } from './host';

/** Codes that mean "there is no such file", which is an answer, not a problem. */
const ABSENT: readonly string[] = ['ENOENT', 'ENOTDIR', 'EISDIR'];

/** A host over the local disk. What cannot be read counts as absent and is logged. */
export function nodeHost(log: (level: LogLevel, message: string) => void = () => {}): Host {
  const unlessAbsent = (uri: string, error: unknown): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (!ABSENT.includes(code)) log('warning', `${uri}: ${code}`);
  };
  return {
    readFile: async (uri) => {
      try {
        return await readFile(pathOf(uri));
      } catch (error) {
        unlessAbsent(uri, error);
        return null;
      }
    },
    listFolder: async (uri) => {
      try {
        return await entriesOf(pathOf(uri));
      } catch (error) {
        unlessAbsent(uri, error);
        return [];
      }
    },
    log,
  };
}

/** The local path of a `file:` URI; a plain path is made absolute. */
export function pathOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : resolve(uri);
}

/** The `file:` URI of a local path, percent-encoded. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

async function entriesOf(folder: string): Promise<readonly FolderEntry[]> {
  const entries: FolderEntry[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const kind = entry.isSymbolicLink() ? await kindBehind(join(folder, entry.name)) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : null;
    if (kind) entries.push({ name: entry.name, kind });
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function kindBehind(link: string): Promise<FolderEntry['kind'] | null> {
  const target = await stat(link).catch(() => null);
  return target?.isDirectory() ? 'folder' : target?.isFile() ? 'file' : null;
}

/** Why a file was left alone. `system` carries the code of the operating system, e.g. `ENOSPC`. */
export type WriteObstacle = 'is-folder' | 'is-link' | 'not-a-file' | 'no-folder' | 'read-only' | 'changed' | 'system';

/** Nothing was written; the file is as it was. */
export class WriteRefused extends Error {
  constructor(
    readonly path: string,
    readonly reason: WriteObstacle,
    readonly code: string = '',
  ) {
    super(`${path}: ${reason}${code ? ` (${code})` : ''}`);
    this.name = 'WriteRefused';
  }
}

/** Temporary files of writes under way, for a process that is told to stop. */
const underWay = new Set<string>();

/** Removes the temporary files of writes under way, at once: the last act of an interrupted process. */
export function removeTemporaryFiles(): void {
  for (const path of underWay) rmSync(path, { force: true });
  underWay.clear();
}

/**
 * Writes `text` as UTF-8 in one step: readers see the old file or the new one. Refuses links (the rename would replace the link, and writing
 * through it would change a file nobody named), folders, devices and files without a write permission. With `expected`, refuses when the file
 * no longer holds those bytes. Keeps the file's permission bits. Rejects with `WriteRefused` and leaves no temporary file behind.
 */
export async function writeFileSafely(path: string, text: string, expected?: Uint8Array): Promise<void> {
  const target = resolve(path);
  const mode = await permissionOf(path, target);
  const temporary = join(dirname(target), `.${basename(target).slice(0, 80)}.${randomBytes(6).toString('hex')}.tmp`);
  underWay.add(temporary);
  try {
    await writeNew(temporary, text, mode);
    if (expected && !(await readFile(target)).equals(expected)) throw new WriteRefused(path, 'changed');
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw refusal(path, error);
  } finally {
    underWay.delete(temporary);
  }
}

/** Permission bits of the file to replace, null when there is none; rejects when it must not be replaced. */
async function permissionOf(path: string, target: string): Promise<number | null> {
  const folder = await stat(dirname(target)).catch(() => null);
  if (!folder?.isDirectory()) throw new WriteRefused(path, 'no-folder');
  const old = await lstat(target).catch(() => null);
  if (!old) return null;
  if (old.isSymbolicLink()) throw new WriteRefused(path, 'is-link');
  if (old.isDirectory()) throw new WriteRefused(path, 'is-folder');
  if (!old.isFile()) throw new WriteRefused(path, 'not-a-file');
  // The bits, not access(): a rename needs no permission on the file, and whoever runs this may be allowed everything.
  if ((old.mode & 0o222) === 0) throw new WriteRefused(path, 'read-only');
  return old.mode & 0o777;
}

async function writeNew(temporary: string, text: string, mode: number | null): Promise<void> {
  const file = await open(temporary, 'wx', mode ?? 0o666);
  try {
    // Again, because open() takes the umask away.
    if (mode !== null) await file.chmod(mode);
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

function refusal(path: string, error: unknown): WriteRefused {
  if (error instanceof WriteRefused) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new WriteRefused(path, 'read-only', code);
  return new WriteRefused(path, 'system', code);
}
