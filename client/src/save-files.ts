/**
 * Saves files that a code action has changed without showing them: a configuration or a baseline only holds once it is stored. Called by the action, by no menu.
 */
import { commands, Uri, workspace, type Disposable, type LogOutputChannel } from 'vscode';

/** The command that the server puts behind such an edit; its argument is a list of URIs. */
export function answerSaves(log: LogOutputChannel): Disposable {
  return commands.registerCommand('reportwright.saveFiles', async (uris: unknown) => {
    for (const uri of Array.isArray(uris) ? uris : []) {
      const document = await workspace.openTextDocument(Uri.parse(String(uri), true));
      if (document.isDirty && !(await document.save())) log.warn(`not saved: ${String(uri)}`);
    }
  });
}
