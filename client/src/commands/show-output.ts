/**
 * Command: show the log, where client and server say what they did and what failed.
 */
import type { Command } from './command';

export const showOutput: Command = {
  id: 'reportwright.showOutput',
  run: ({ log }) => {
    log.show();
    return Promise.resolve();
  },
};
