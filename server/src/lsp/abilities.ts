/**
 * What the client on the other side can do, read once from initialize. The rest of the server asks these names, not the protocol's tree.
 */

import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './requests';

export interface Abilities {
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  /** Findings of reports that are not open are wanted: our own client asks for them all day long, and so only where the user wants them; others ask when they do. */
  readonly closedReports: boolean;
  readonly diagnosticVersions: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly tags: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchRegistration: boolean;
  readonly folders: boolean;
  readonly symbolTree: boolean;
  /** Most folds it wants of a document. */
  readonly foldLimit: number;
  readonly hoverMarkdown: boolean;
  readonly codeLenses: boolean;
  readonly codeLensRefresh: boolean;
  readonly inlayHints: boolean;
  readonly inlayHintRefresh: boolean;
  readonly semanticTokens: boolean;
  readonly codeActionLiterals: boolean;
  readonly codeActionResolve: boolean;
  readonly versionedEdits: boolean;
  /** Edits may make files. */
  readonly createFiles: boolean;
  readonly snippets: boolean;
  /** It is our own client, which shows a rule's page by itself, without a network. */
  readonly rulePages: boolean;
}

export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const { textDocument, workspace } = capabilities;
  const options = initializationOptions as InitializationOptions | undefined;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport ?? false,
    closedReports: options?.files === true ? options.closedReports === true : true,
    diagnosticVersions: textDocument?.publishDiagnostics?.versionSupport ?? false,
    relatedInformation: (textDocument?.diagnostic?.relatedInformation ?? false) || (textDocument?.publishDiagnostics?.relatedInformation ?? false),
    codeDescription: (textDocument?.diagnostic?.codeDescriptionSupport ?? false) || (textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false),
    tags: textDocument?.diagnostic?.tagSupport !== undefined || textDocument?.publishDiagnostics?.tagSupport !== undefined,
    configuration: workspace?.configuration ?? false,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    folders: workspace?.workspaceFolders ?? false,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    foldLimit: textDocument?.foldingRange?.rangeLimit ?? 5000,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? true,
    codeLenses: textDocument?.codeLens !== undefined,
    codeLensRefresh: workspace?.codeLens?.refreshSupport ?? false,
    inlayHints: textDocument?.inlayHint !== undefined,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport ?? false,
    semanticTokens: textDocument?.semanticTokens !== undefined,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    codeActionResolve: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    createFiles: (workspace?.workspaceEdit?.documentChanges ?? false) && (workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false),
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    rulePages: options?.files === true,
  };
}
