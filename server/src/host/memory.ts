/**
 * A host over files held in memory, for tests and for playgrounds that have no disk.
 */
import type { FolderEntry, Host } from './host';

/** What was logged, oldest first. */
export interface MemoryHost extends Host {
  readonly logged: readonly string[];
}

/** A host that knows exactly the files given: URI to text (as UTF-8) or bytes. Folders are what the URIs imply. */
export function memoryHost(files: Readonly<Record<string, string | Uint8Array>>): MemoryHost {
  const logged: string[] = [];
  return {
    logged,
    readFile: async (uri) => {
      const content = Object.hasOwn(files, uri) ? files[uri]! : null;
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    listFolder: async (uri) => entriesBelow(Object.keys(files), uri.endsWith('/') ? uri : `${uri}/`),
    log: (level, message) => void logged.push(`${level}: ${message}`),
  };
}

function entriesBelow(uris: readonly string[], folder: string): readonly FolderEntry[] {
  const kinds = new Map<string, FolderEntry['kind']>();
  for (const uri of uris) {
    if (!uri.startsWith(folder)) continue;
    const [name, ...rest] = uri.slice(folder.length).split('/');
    if (name) kinds.set(decodeURIComponent(name), rest.length ? 'folder' : 'file');
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, kind]) => ({ name, kind }));
}
