/** Every method the server answers, one file each. */

import type { Connection } from 'vscode-languageserver';
import type { Current } from '../guard';
import { codeAction } from './code-action';
import { codeLens } from './code-lens';
import { comparison } from './comparison';
import { completion } from './completion';
import { definition } from './definition';
import { diagnostic } from './diagnostic';
import { documentSymbol } from './document-symbol';
import { figures } from './figures';
import { drafting } from './drafting';
import { filling } from './filling';
import { fixWorkspace } from './fix-workspace';
import { foldingRange } from './folding-range';
import { formatting } from './formatting';
import { hover } from './hover';
import { inlayHint } from './inlay-hint';
import { lastYear } from './last-year';
import { ownRequests } from './own-requests';
import { references } from './references';
import { selectionRange } from './selection-range';
import { semanticTokens } from './semantic-tokens';
import { status } from './status';
import { structure } from './structure';
import { templates } from './templates';
import { textSync } from './text-sync';
import { workspaceChanges } from './workspace-changes';
import { workspaceDiagnostic } from './workspace-diagnostic';
import { workspaceSymbol } from './workspace-symbol';

export const methods: readonly ((connection: Connection, current: Current) => void)[] = [
  textSync, workspaceChanges, diagnostic, workspaceDiagnostic, documentSymbol, workspaceSymbol, foldingRange, selectionRange, hover, codeAction, completion, ownRequests, fixWorkspace, inlayHint, semanticTokens, definition, references, figures, structure, status, formatting, codeLens, comparison, drafting, filling, templates, lastYear,
];
