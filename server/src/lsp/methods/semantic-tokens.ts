/** textDocument/semanticTokens: figures, their units, and places to be filled in. */

import { SemanticTokensBuilder, SemanticTokenTypes } from 'vscode-languageserver';
import type { Connection, SemanticTokens, SemanticTokensLegend, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver';
import type { Analysis } from '../../analysis';
import { figureTokens, TOKEN_KINDS } from '../../features';
import type { TokenKind } from '../../features';
import { positionAt } from '../../text';
import type { Span } from '../../text';
import { spanOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';

/** Names that every editor has a colour for. */
const NAMES: Readonly<Record<TokenKind, SemanticTokenTypes>> = { number: SemanticTokenTypes.number, unit: SemanticTokenTypes.type, placeholder: SemanticTokenTypes.macro };

export const TOKEN_LEGEND: SemanticTokensLegend = { tokenTypes: TOKEN_KINDS.map((kind) => NAMES[kind]), tokenModifiers: [] };

export function semanticTokens(connection: Connection, current: Current): void {
  const empty: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    guarded<SemanticTokensParams, SemanticTokens>(current, 'semanticTokens', empty, async ({ workspace }, { textDocument: { uri } }) => {
      const snapshot = await workspace.snapshot(uri);
      return snapshot ? encoded(snapshot.analysis, { start: 0, end: Infinity }) : empty;
    }),
  );
  connection.languages.semanticTokens.onRange(
    guarded<SemanticTokensRangeParams, SemanticTokens>(current, 'semanticTokens/range', empty, async ({ workspace }, { textDocument: { uri }, range }) => {
      const snapshot = await workspace.snapshot(uri);
      return snapshot ? encoded(snapshot.analysis, spanOf(snapshot.analysis.text, range)) : empty;
    }),
  );
}

function encoded({ report, text, units }: Analysis, within: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { kind, span } of figureTokens(report, units)) {
    if (span.end <= within.start || span.start >= within.end) continue;
    const { line, character } = positionAt(text, span.start);
    builder.push(line, character, span.end - span.start, TOKEN_KINDS.indexOf(kind), 0);
  }
  return builder.build();
}
