/** workspace/didChangeWatchedFiles, workspace/didChangeConfiguration: what lies around the documents has changed. */

import type { Connection, DidChangeConfigurationParams, DidChangeWatchedFilesParams } from 'vscode-languageserver';
import { guardedNotice } from '../guard';
import type { Current } from '../guard';

export function workspaceChanges(connection: Connection, current: Current): void {
  connection.onDidChangeWatchedFiles(
    guardedNotice(current, 'didChangeWatchedFiles', ({ workspace, publisher, successors }, { changes }: DidChangeWatchedFilesParams) => {
      successors.forget();
      publisher.refreshLenses();
      if (workspace.filesChanged(changes.map((change) => change.uri))) publisher.refresh();
    }),
  );
  connection.onDidChangeConfiguration(
    guardedNotice(current, 'didChangeConfiguration', ({ workspace, publisher, setSettings }, { settings }: DidChangeConfigurationParams) => {
      setSettings(settings);
      workspace.settingsChanged();
      publisher.refresh();
    }),
  );
}
