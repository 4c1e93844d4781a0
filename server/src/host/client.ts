/**
 * A host that has no files of its own and asks the editor's client for them: the only way out of a web worker. It speaks through a function,
 * so nothing of the protocol library is needed here.
 */
import type { FolderEntry, Host, LogLevel } from './host';

/** Sends a request to the client and resolves with its answer. */
export type SendRequest = (method: string, params: { readonly uri: string }) => Promise<unknown>;

/** Names of the two requests; the protocol's own list is lsp/requests.ts, a test keeps them equal. */
export const CLIENT_REQUESTS = { readFile: 'reportwright/readFile', listFolder: 'reportwright/listFolder' } as const;

/** A host over the client's answers. An answer of the wrong shape or a failed request counts as "no such file" and is logged. */
export function clientHost(sendRequest: SendRequest, log: (level: LogLevel, message: string) => void = () => {}): Host {
  const ask = async (method: string, uri: string): Promise<unknown> => {
    try {
      return await sendRequest(method, { uri });
    } catch (error) {
      log('warning', `${method} ${uri}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  };
  return {
    readFile: async (uri) => bytesOf(await ask(CLIENT_REQUESTS.readFile, uri)),
    listFolder: async (uri) => entriesOf(await ask(CLIENT_REQUESTS.listFolder, uri)),
    log,
  };
}

function bytesOf(answer: unknown): Uint8Array | null {
  const base64 = isObject(answer) ? answer['base64'] : null;
  if (typeof base64 !== 'string') return null;
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function entriesOf(answer: unknown): readonly FolderEntry[] {
  if (!Array.isArray(answer)) return [];
  return answer.filter(isEntry).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function isEntry(value: unknown): value is FolderEntry {
  return isObject(value) && typeof value['name'] === 'string' && (value['kind'] === 'file' || value['kind'] === 'folder');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
