/**
 * What differs between Node and a web worker, as a value: the entries make one each, the server takes it.
 */

import type { Host } from '../host';
import type { LogLevel, SendRequest } from '../host';

export interface Runtime {
  /** The way to files; `ask` speaks to the client and is null when the client answers no such request. */
  readonly host: (ask: SendRequest | null, log: (level: LogLevel, message: string) => void) => Host;
  /** Resolves after messages that have arrived were read, so that a cancellation among them is seen. */
  readonly turn: () => Promise<void>;
}
