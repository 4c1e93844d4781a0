/**
 * Command: show the log.
 */
import type { Command } from './command';

export const showOutput: Command = {
  id: 'reportwright.showOutput',
  run: ({ log }) => {
    log.show();
    return Promise.resolve();
  },
};
