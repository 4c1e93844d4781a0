/** textDocument/didOpen, didChange, didSave, didClose. A change only stores the text; what follows from it is computed when asked for. */

import type { Connection } from 'vscode-languageserver';
import { makeText } from '../../text';
import { guardedNotice } from '../guard';
import type { Current } from '../guard';
import { applyChanges } from '../sync';

export function textSync(connection: Connection, current: Current): void {
  connection.onDidOpenTextDocument(
    guardedNotice(current, 'didOpen', ({ workspace, publisher }, { textDocument: { uri, languageId, version, text } }) => {
      workspace.open({ uri, languageId, version, text: makeText(text) });
      publisher.opened(uri);
      // A report that follows another one, it may be; alone it follows none that is seen.
      if (workspace.documents().length > 1) publisher.refreshLenses();
    }),
  );
  connection.onDidChangeTextDocument(
    guardedNotice(current, 'didChange', ({ workspace, publisher }, { textDocument: { uri, version }, contentChanges }) => {
      const document = workspace.document(uri);
      if (!document) return;
      workspace.change(uri, version, applyChanges(document.text, contentChanges));
      publisher.changed(uri);
    }),
  );
  connection.onDidSaveTextDocument(
    guardedNotice(current, 'didSave', ({ workspace, publisher, successors }, { textDocument: { uri } }) => {
      workspace.saved(uri);
      successors.forget();
      // Not every client watches files; a saved configuration or seed is known to have changed.
      if (workspace.filesChanged([uri])) publisher.refresh();
      publisher.saved(uri);
      if (workspace.documents().length > 1) publisher.refreshLenses();
    }),
  );
  connection.onDidCloseTextDocument(
    guardedNotice(current, 'didClose', ({ workspace, publisher, successors }, { textDocument: { uri } }) => {
      workspace.close(uri);
      successors.forget();
      publisher.closed(uri);
    }),
  );
}
