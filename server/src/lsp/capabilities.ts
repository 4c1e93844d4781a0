/**
 * What the server says it can do: exactly what methods/ answers, and nothing the client could not use.
 */

import { CodeActionKind, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import { TOKEN_LEGEND } from './methods/semantic-tokens';

/** Kind of the action that mends everything safe; a user may name it in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.reportwright`;

/** Kind of the action that numbers on from the cursor; the command *Renumber from here* asks for it by this name. */
export const RENUMBER = `${CodeActionKind.RefactorRewrite}.reportwright.renumber`;

/** Kind of the action that accepts what is found in a report now. */
export const ACCEPT_ALL = `${CodeActionKind.Source}.acceptFindings.reportwright`;

export function capabilitiesFor(abilities: Abilities): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(abilities.pullDiagnostics ? { diagnosticProvider: { identifier: 'reportwright', interFileDependencies: false, workspaceDiagnostics: abilities.closedReports } } : {}),
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    ...(abilities.codeLenses ? { codeLensProvider: { resolveProvider: false } } : {}),
    ...(abilities.inlayHints ? { inlayHintProvider: { resolveProvider: false } } : {}),
    ...(abilities.semanticTokens ? { semanticTokensProvider: { legend: TOKEN_LEGEND, full: true, range: true } } : {}),
    ...(abilities.codeActionLiterals ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, RENUMBER, ACCEPT_ALL], resolveProvider: abilities.codeActionResolve } } : {}),
    completionProvider: { resolveProvider: true, triggerCharacters: ['（', '(', '《'] },
    ...(abilities.folders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
  };
}
