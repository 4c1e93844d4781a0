/**
 * Plain text and Markdown become reports only where a reportwright.json includes them. Reads that file and sets the language; the
 * meaning of every other setting in it belongs to the server.
 */
import { languages, Uri, workspace, type Disposable, type LogOutputChannel, type TextDocument } from 'vscode';
import { parse } from 'jsonc-parser';
// Not a second meaning of `include`: the same function as the server and the command line use.
import { matches } from '../../server/src/config/match';
import { folderOf, relativeTo } from './paths';
import { reportLanguage } from './report-document';

const candidates = new Set(['plaintext', 'markdown']);

/** Looks at each plain text that is open or opens, and again when a reportwright.json changes. */
export function claimIncluded(log: LogOutputChannel): Disposable {
  const closing = new Set<string>();
  const claim = (document: TextDocument): void => {
    if (!candidates.has(document.languageId) || document.isUntitled) return;
    void claimIf(document).catch((cause: unknown) => log.warn(`${document.uri.toString()}: ${String(cause)}`));
  };
  const opened = workspace.onDidOpenTextDocument((document) => {
    // A change of language is a close and an open in one turn: the user chose plain text, and that choice stands.
    if (!closing.has(document.uri.toString())) claim(document);
  });
  const closed = workspace.onDidCloseTextDocument((document) => {
    const key = document.uri.toString();
    closing.add(key);
    setTimeout(() => closing.delete(key), 0);
  });
  const all = (): void => workspace.textDocuments.forEach(claim);
  const watcher = workspace.createFileSystemWatcher('**/reportwright.json');
  const watching = [watcher.onDidCreate(all), watcher.onDidChange(all)];
  queueMicrotask(all);
  return { dispose: () => [opened, closed, watcher, ...watching].forEach((one) => one.dispose()) };
}

async function claimIf(document: TextDocument): Promise<void> {
  if ((await included(document.uri)) && !document.isClosed) await languages.setTextDocumentLanguage(document, reportLanguage);
}

/** True when the nearest reportwright.json upward includes the file and does not exclude it. */
async function included(uri: Uri): Promise<boolean> {
  for (const folder of foldersUpward(uri)) {
    const text = await readText(Uri.joinPath(folder, 'reportwright.json'));
    if (text !== undefined) return includes(parse(text), relativeTo(uri, folder));
  }
  return false;
}

/** Folders from the file up. A virtual folder is left at its root, since each step may be a request over the network. */
function foldersUpward(uri: Uri): readonly Uri[] {
  const last = uri.scheme === 'file' ? undefined : workspace.getWorkspaceFolder(uri)?.uri;
  const folders: Uri[] = [];
  for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder.path === '/' || folder.path === last?.path || folderOf(folder).path === folder.path) return folders;
  }
}

async function readText(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function includes(config: unknown, path: string): boolean {
  const { include, exclude } = (config ?? {}) as { readonly include?: unknown; readonly exclude?: unknown };
  const wanted = strings(include);
  return wanted.length > 0 && matches({ include: wanted, exclude: strings(exclude) }, path);
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
