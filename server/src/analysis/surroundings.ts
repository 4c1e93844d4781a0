/**
 * What the workspace needs of the program it lives in. Types only.
 */

import type { RuleLine } from '../config';
import type { Host } from '../host';
import type { Language } from '../lint';
import type { EditorSettings } from './choose';

/** What the workspace needs of the program it lives in. */
export interface Surroundings {
  readonly host: Host;
  /** What a configuration may say of rules. */
  readonly catalogue: readonly RuleLine[];
  /** Language where no configuration says another. */
  readonly language: Language;
  /** True for a file name that alone makes a document a report. */
  readonly namedAsReport: (name: string) => boolean;
  readonly editorSettings: (uri: string) => Promise<EditorSettings>;
  /** The workspace folder a document belongs to, or null. */
  readonly folderOf: (uri: string) => string | null;
  /** Milliseconds from any beginning. */
  readonly now: () => number;
  /** Resolves after other work had its turn. */
  readonly turn: () => Promise<void>;
}
