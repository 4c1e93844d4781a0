// What every platform may use; host/node.ts is imported by its own path, by edges that run on Node.
export { CLIENT_REQUESTS, clientHost } from './client';
export type { SendRequest } from './client';
export type { FolderEntry, Host, LogLevel } from './host';
export { memoryHost } from './memory';
export type { MemoryHost } from './memory';
export { commonFolder, decoded, joinUri, nameOf, parentUri, relativeTo } from './uri';
