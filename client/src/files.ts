/**
 * Answers the server's requests for files through VS Code, so that the server works in virtual folders and in the browser.
 * The server may read what belongs to the workspace, what lies beside an open report or its reportwright.json, and folders the
 * user picked: nothing else, and it writes nothing.
 */
import { FileType, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ListFolderRequest,
  ReadFileRequest,
  type ListFolderParams,
  type ListFolderResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/lsp/requests';
import { folderOf, isBelow, normalized } from './paths';
import { isReport } from './report-document';

/** Bytes; a report is some kilobytes, so a larger file is not one, and it would have to cross the wire as base64. */
const largestFile = 32 * 1024 * 1024;

/** The folders the server may read. */
export interface ReachableFiles {
  /** Adds a folder that the user picked. */
  allow(folder: Uri): void;
  allows(uri: Uri): boolean;
}

/** Workspace folders and folders of open reports, plus those allowed later. */
export function reachableFiles(): ReachableFiles {
  const picked: Uri[] = [];
  return {
    allow: (folder) => void picked.push(folder),
    allows: (uri) => {
      if (workspace.getWorkspaceFolder(uri)) return true;
      const open = workspace.textDocuments.filter(isReport).map((document) => folderOf(document.uri));
      if ([...picked, ...open].some((folder) => isBelow(uri, folder))) return true;
      // The nearest reportwright.json is looked for upward from a report.
      return uri.path.endsWith('/reportwright.json') && open.some((folder) => isBelow(folder, folderOf(uri)));
    },
  };
}

/** Registers both answers; a file that cannot be read is null and a folder empty, as the requests say. */
export function answerFileRequests(client: BaseLanguageClient, files: ReachableFiles): Disposable {
  const read = client.onRequest(ReadFileRequest, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    const target = normalized(Uri.parse(uri, true));
    if (!files.allows(target)) return null;
    const base64 = await readBase64(target);
    // A configuration that was found upward may point at a profile or seeds beside it.
    if (base64 !== null && target.path.endsWith('/reportwright.json')) files.allow(folderOf(target));
    return base64 === null ? null : { base64 };
  });
  const list = client.onRequest(ListFolderRequest, async ({ uri }: ListFolderParams): Promise<ListFolderResult> => {
    const target = normalized(Uri.parse(uri, true));
    return files.allows(target) ? await listFolder(target) : [];
  });
  return { dispose: () => [read, list].forEach((one) => one.dispose()) };
}

async function readBase64(uri: Uri): Promise<string | null> {
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > largestFile ? null : toBase64(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function listFolder(uri: Uri): Promise<ListFolderResult> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({ name, kind: type & FileType.Directory ? 'folder' : 'file' }));
  } catch {
    return [];
  }
}

/** Base64 without Buffer, which the browser host lacks; in pieces, because a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(binary);
}
