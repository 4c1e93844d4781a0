/** Every method the server answers, one file each. */

import type { Connection } from 'vscode-languageserver';
import type { Current } from '../guard';
import { codeAction } from './code-action';
import { completion } from './completion';
import { definition } from './definition';
import { diagnostic } from './diagnostic';
import { documentSymbol } from './document-symbol';
import { figures } from './figures';
import { foldingRange } from './folding-range';
import { hover } from './hover';
import { inlayHint } from './inlay-hint';
import { ownRequests } from './own-requests';
import { references } from './references';
import { selectionRange } from './selection-range';
import { semanticTokens } from './semantic-tokens';
import { textSync } from './text-sync';
import { workspaceChanges } from './workspace-changes';

export const methods: readonly ((connection: Connection, current: Current) => void)[] = [
  textSync, workspaceChanges, diagnostic, documentSymbol, foldingRange, selectionRange, hover, codeAction, completion, ownRequests, inlayHint, semanticTokens, definition, references, figures,
];
