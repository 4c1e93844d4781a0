/** Every method the server answers, one file each. */

import type { Connection } from 'vscode-languageserver';
import type { Current } from '../guard';
import { codeAction } from './code-action';
import { completion } from './completion';
import { diagnostic } from './diagnostic';
import { documentSymbol } from './document-symbol';
import { foldingRange } from './folding-range';
import { hover } from './hover';
import { ownRequests } from './own-requests';
import { selectionRange } from './selection-range';
import { textSync } from './text-sync';
import { workspaceChanges } from './workspace-changes';

export const methods: readonly ((connection: Connection, current: Current) => void)[] = [
  textSync, workspaceChanges, diagnostic, documentSymbol, foldingRange, selectionRange, hover, codeAction, completion, ownRequests,
];
