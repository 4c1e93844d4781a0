/**
 * The shape of a command and what it may use. One command a file; the list is in index.ts.
 */
import type { LogOutputChannel } from 'vscode';
import type { ReachableFiles } from '../files';
import type { Pages } from '../pages';
import type { Session } from '../session';
import type { FiguresPanel } from '../views/figures-panel';

export interface Environment {
  readonly session: Session;
  readonly files: ReachableFiles;
  readonly pages: Pages;
  readonly figures: FiguresPanel;
  readonly log: LogOutputChannel;
}

export interface Command {
  /** As in package.json. */
  readonly id: string;
  /** A rejection is shown to the user with the way to the log. */
  readonly run: (environment: Environment, args: readonly unknown[]) => Promise<void>;
}
