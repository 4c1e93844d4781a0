/** textDocument/inlayHint: how figures changed against last year's report. */

import type { Connection, InlayHint, InlayHintParams } from 'vscode-languageserver';
import { figureHints } from '../../features';
import { positionAt } from '../../text';
import { spanOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';

export function inlayHint(connection: Connection, current: Current): void {
  connection.languages.inlayHint.on(
    guarded<InlayHintParams, InlayHint[] | null>(current, 'inlayHint', null, async ({ workspace }, { textDocument: { uri }, range }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot?.previous || !snapshot.hints) return null;
      const { analysis, previous, language } = snapshot;
      const hints = figureHints(analysis.report, previous.report, analysis.units, spanOf(analysis.text, range), language);
      return hints.map(({ at, label, tooltip }) => ({ position: positionAt(analysis.text, at), label, tooltip, paddingLeft: true }));
    }),
  );
}
