/** initialize, initialized, shutdown: the frame of a session. */

import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import { version } from '../../../../package.json';
import { capabilitiesFor } from '../capabilities';
import type { Runtime } from '../runtime';
import { openSession } from '../session';
import type { Session } from '../session';

/** Files whose change can change findings of an open report; the server decides which do. */
const WATCHED = ['**/*.json', '**/*.{txt,md,report}'];

export function lifecycle(connection: Connection, runtime: Runtime, begin: (session: Session) => void, current: () => Session | null): void {
  connection.onInitialize((params) => {
    const session = openSession(connection, runtime, params);
    begin(session);
    return { capabilities: capabilitiesFor(session.abilities), serverInfo: { name: 'reportwright', version } };
  });
  connection.onInitialized(() => {
    const session = current();
    if (session) void subscribe(session).catch((error: unknown) => connection.console.warn(`registration: ${String(error)}`));
  });
  connection.onShutdown(() => undefined);
}

async function subscribe({ connection, abilities, ownClient, workspace, publisher, setFolders }: Session): Promise<void> {
  if (abilities.folders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      setFolders(added.map((folder) => folder.uri), removed.map((folder) => folder.uri));
      workspace.settingsChanged();
      publisher.refresh();
    });
  }
  if (abilities.configurationRegistration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'reportwright' });
  // Our own client watches by itself.
  if (abilities.watchRegistration && !ownClient) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map((globPattern) => ({ globPattern })) });
  }
}
