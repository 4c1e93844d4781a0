/**
 * What the core may ask of the machine it runs on: files to read, a place to complain. Only the interface; writing files is for the edges.
 */

/** An entry of a folder; `name` has no path in it. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

export type LogLevel = 'error' | 'warning' | 'info' | 'debug';

/** Places are URIs (`file:///a/b.txt`, `vscode-vfs://…`); every answer is a value, nothing rejects. */
export interface Host {
  /** The bytes of a file; null when there is none or it cannot be read. */
  readFile(uri: string): Promise<Uint8Array | null>;
  /** The files and folders in a folder, sorted by name; empty when there is none. Links count as what they point to. */
  listFolder(uri: string): Promise<readonly FolderEntry[]>;
  log(level: LogLevel, message: string): void;
}
