/**
 * Command: number on from the cursor. The server offers it as a code action, which is applied at once.
 */
import { commands } from 'vscode';
import type { Command } from './command';

export const renumber: Command = {
  id: 'reportwright.renumber',
  run: async () => {
    await commands.executeCommand('editor.action.codeAction', { kind: 'refactor.rewrite.reportwright.renumber', apply: 'first' });
  },
};
