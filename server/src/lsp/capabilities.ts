/**
 * What the server says it can do: exactly what methods/ answers, and nothing the client could not use.
 */

import { CodeActionKind, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import { TOKEN_LEGEND } from './methods/semantic-tokens';

/** Kind of the action that mends everything safe; a user may name it in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.reportwright`;

export function capabilitiesFor(abilities: Abilities): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(abilities.pullDiagnostics ? { diagnosticProvider: { identifier: 'reportwright', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    ...(abilities.inlayHints ? { inlayHintProvider: { resolveProvider: false } } : {}),
    ...(abilities.semanticTokens ? { semanticTokensProvider: { legend: TOKEN_LEGEND, full: true, range: true } } : {}),
    ...(abilities.codeActionLiterals ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: abilities.codeActionResolve } } : {}),
    completionProvider: { resolveProvider: true, triggerCharacters: ['（', '('] },
    ...(abilities.folders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
  };
}
