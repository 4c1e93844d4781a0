/**
 * Command: go on to the next place to fill in, and select it.
 */
import type { Command } from './command';

export const nextPlaceholder: Command = {
  id: 'reportwright.nextPlaceholder',
  run: ({ tour }) => tour.go(1),
};
