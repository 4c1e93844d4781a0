/** textDocument/documentSymbol: the outline. */

import { SymbolKind } from 'vscode-languageserver';
import type { Connection, DocumentSymbol, DocumentSymbolParams, SymbolInformation } from 'vscode-languageserver';
import { symbolsOf } from '../../features';
import type { ReportSymbol } from '../../features';
import type { Text } from '../../text';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';

type Symbols = DocumentSymbol[] | SymbolInformation[] | null;

export function documentSymbol(connection: Connection, current: Current): void {
  connection.onDocumentSymbol(
    guarded<DocumentSymbolParams, Symbols>(current, 'documentSymbol', null, async ({ workspace, abilities }, { textDocument: { uri } }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { analysis, language } = snapshot;
      const symbols = symbolsOf(analysis.report, analysis.foreign() ? null : analysis.alignment(), language);
      return abilities.symbolTree ? symbols.map((symbol) => treeOf(symbol, analysis.text)) : symbols.flatMap((symbol) => listOf(symbol, analysis.text, uri, ''));
    }),
  );
}

export const kindOf = (kind: ReportSymbol['kind']): SymbolKind => (kind === 'section' ? SymbolKind.String : SymbolKind.EnumMember);

function treeOf(symbol: ReportSymbol, text: Text): DocumentSymbol {
  return {
    name: symbol.name,
    ...(symbol.detail ? { detail: symbol.detail } : {}),
    kind: kindOf(symbol.kind),
    range: rangeOf(text, symbol.span),
    selectionRange: rangeOf(text, symbol.selection),
    children: symbol.children.map((child) => treeOf(child, text)),
  };
}

function listOf(symbol: ReportSymbol, text: Text, uri: string, container: string): SymbolInformation[] {
  const own = { name: symbol.name, kind: kindOf(symbol.kind), location: { uri, range: rangeOf(text, symbol.span) }, ...(container ? { containerName: container } : {}) };
  return [own, ...symbol.children.flatMap((child) => listOf(child, text, uri, symbol.name))];
}
