/** textDocument/foldingRange: sections, comments, tables. */

import { FoldingRangeKind } from 'vscode-languageserver';
import type { Connection, FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { foldsOf } from '../../features';
import { guarded } from '../guard';
import type { Current } from '../guard';

export function foldingRange(connection: Connection, current: Current): void {
  connection.onFoldingRanges(
    guarded<FoldingRangeParams, FoldingRange[] | null>(current, 'foldingRange', null, async ({ workspace, abilities }, { textDocument: { uri } }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const folds = foldsOf(snapshot.analysis.report).slice(0, abilities.foldLimit);
      return folds.map(({ kind, startLine, endLine }) => ({ startLine, endLine, ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}) }));
    }),
  );
}
