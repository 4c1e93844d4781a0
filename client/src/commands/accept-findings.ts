/**
 * Command: accept everything that is found in the active report now. The server offers it as a code action, which is applied at once.
 */
import { commands } from 'vscode';
import type { Command } from './command';

export const acceptFindings: Command = {
  id: 'reportwright.acceptFindings',
  run: async () => {
    await commands.executeCommand('editor.action.sourceAction', { kind: 'source.acceptFindings.reportwright', apply: 'first' });
  },
};
