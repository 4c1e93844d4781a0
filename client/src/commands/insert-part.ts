/**
 * Command of the Structure view: put in a part that is missing.
 */
import { insertPart as insert } from '../structure-edits';
import type { StructureNode } from '../views/structure-node';
import type { Command } from './command';

export const insertPart: Command = {
  id: 'reportwright.insertPart',
  run: async ({ session }, [node]) => {
    if (node) await insert(session, node as StructureNode);
  },
};
