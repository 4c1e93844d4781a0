/**
 * Command: go back to the place to fill in before this one, and select it.
 */
import type { Command } from './command';

export const previousPlaceholder: Command = {
  id: 'reportwright.previousPlaceholder',
  run: ({ tour }) => tour.go(-1),
};
