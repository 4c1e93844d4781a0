/**
 * The shape of a command and what it may use. One command a file; the list is in index.ts.
 */
import type { Extension, LogOutputChannel } from 'vscode';
import type { ReachableFiles } from '../files';
import type { Pages } from '../pages';
import type { Session } from '../session';
import type { Tour } from '../tour';
import type { PagePanel } from '../views/page-panel';

export interface Environment {
  readonly extension: Extension<unknown>;
  readonly session: Session;
  readonly files: ReachableFiles;
  readonly tour: Tour;
  readonly pages: Pages;
  readonly figures: PagePanel;
  readonly comparison: PagePanel;
  readonly log: LogOutputChannel;
}

export interface Command {
  /** As in package.json. */
  readonly id: string;
  /** A rejection is shown to the user with the way to the log. */
  readonly run: (environment: Environment, args: readonly unknown[]) => Promise<void>;
}
