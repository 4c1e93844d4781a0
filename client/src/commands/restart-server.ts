/**
 * Command: stop the language server and start it afresh.
 */
import type { Command } from './command';

export const restartServer: Command = {
  id: 'reportwright.restartServer',
  run: ({ session }) => session.restart(),
};
