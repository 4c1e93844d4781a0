/**
 * From the paths on the command line to files, one by one: a folder of any size is never held whole. Finds and reports; reads no content.
 */
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { compareText } from '../../base';
import { isHiddenName } from '../../config';

/** `path` as the user would write it, `absolute` to open it. */
export interface FoundFile {
  readonly kind: 'file';
  readonly path: string;
  readonly absolute: string;
  /** The folder named on the command line that it was found in; null when the file itself was named. */
  readonly root: string | null;
  /** It was found through a link that leads out of `root`: to be read, not to be written. */
  readonly isOutside: boolean;
}

export interface WalkProblem {
  readonly kind: 'problem';
  readonly path: string;
  readonly id: 'no-such-file' | 'unreadable' | 'empty-folder';
  readonly code: string;
}

/** Decides whether a file in a folder is a report. */
export type Accept = (file: FoundFile) => Promise<boolean>;

/**
 * What had its turn, by real path, so that links cannot lead in circles or to the same file twice. A folder's value: a report was found in it.
 */
interface Visited {
  readonly folders: Map<string, boolean>;
  readonly files: Set<string>;
}

/**
 * The files that `paths` stand for: a file is taken as it is, a folder is walked in the order of names (UTF-16 code units), depth first.
 * Files in folders pass `accept`. What cannot be read is yielded as a problem, as is a folder without any file accepted. Never rejects for
 * what is on the disk.
 */
export async function* walk(paths: readonly string[], cwd: string, accept: Accept): AsyncGenerator<FoundFile | WalkProblem> {
  const visited: Visited = { folders: new Map(), files: new Set() };
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const about = await inspect(absolute);
    if (about.kind === 'problem') yield problem(path, about.code);
    else if (about.kind === 'folder') yield* walkNamed({ path, absolute, root: absolute, rootReal: about.real, real: about.real }, accept, visited);
    else if (isNew(visited.files, about.real)) yield { kind: 'file', path, absolute, root: null, isOutside: false };
  }
}

interface Folder {
  readonly path: string;
  readonly absolute: string;
  readonly root: string;
  readonly rootReal: string;
  readonly real: string;
}

/** `seen` stands for reports that were already given by another path. */
type Step = FoundFile | WalkProblem | 'seen';

async function* walkNamed(folder: Folder, accept: Accept, visited: Visited): AsyncGenerator<FoundFile | WalkProblem> {
  let empty = true;
  for await (const step of walkFolder(folder, accept, visited)) {
    empty = false;
    if (step !== 'seen') yield step;
  }
  if (empty) yield { kind: 'problem', path: folder.path, id: 'empty-folder', code: '' };
}

async function* walkFolder(folder: Folder, accept: Accept, visited: Visited): AsyncGenerator<Step> {
  const known = visited.folders.get(folder.real);
  if (known) yield 'seen';
  if (known !== undefined) return;
  visited.folders.set(folder.real, false);
  let names: string[];
  try {
    names = await readdir(folder.absolute);
  } catch (error) {
    return yield problem(folder.path, codeOf(error));
  }
  names.sort(compareText);
  for (const name of names) {
    if (isHiddenName(name)) continue;
    for await (const step of walkEntry(folder, name, accept, visited)) {
      visited.folders.set(folder.real, true);
      yield step;
    }
  }
}

async function* walkEntry(folder: Folder, name: string, accept: Accept, visited: Visited): AsyncGenerator<Step> {
  const { root, rootReal } = folder;
  const path = join(folder.path, name);
  const absolute = join(folder.absolute, name);
  const about = await inspect(absolute);
  if (about.kind === 'folder') return yield* walkFolder({ path, absolute, root, rootReal, real: about.real }, accept, visited);
  // Pipes and devices in a folder are nobody's report, and reading one may never end.
  if (about.kind === 'special') return;
  const isOutside = about.kind === 'file' && !about.real.startsWith(rootReal.endsWith(sep) ? rootReal : rootReal + sep);
  const file: FoundFile = { kind: 'file', path, absolute, root, isOutside };
  if (!(await accept(file))) return;
  if (about.kind === 'problem') yield problem(path, about.code);
  else yield isNew(visited.files, about.real) ? file : 'seen';
}

type About = { readonly kind: 'folder' | 'file' | 'special'; readonly real: string } | { readonly kind: 'problem'; readonly code: string };

async function inspect(absolute: string): Promise<About> {
  try {
    const stats = await stat(absolute);
    const kind = stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'special';
    return { kind, real: await realpath(absolute) };
  } catch (error) {
    return { kind: 'problem', code: codeOf(error) };
  }
}

function problem(path: string, code: string): WalkProblem {
  return { kind: 'problem', path, id: code === 'ENOENT' || code === 'ENOTDIR' ? 'no-such-file' : 'unreadable', code };
}

function isNew(seen: Set<string>, path: string): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  return true;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
