/**
 * textDocument/formatting, rangeFormatting, onTypeFormatting. How wide tabs are and the like says nothing about a report, so the editor's options are not asked; what holds is
 * in reportwright.json.
 */

import type { Connection, DocumentFormattingParams, DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { formatEdits } from '../../analysis';
import { enterEdit } from '../../format';
import { touches } from '../../text';
import { spanOf, textEditsOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';

export function formatting(connection: Connection, current: Current): void {
  connection.onDocumentFormatting(
    guarded<DocumentFormattingParams, TextEdit[] | null>(current, 'formatting', null, async ({ workspace }, { textDocument: { uri } }) => {
      const snapshot = await workspace.snapshot(uri);
      return snapshot && textEditsOf(snapshot.analysis.text, formatEdits(snapshot.analysis.report, snapshot.format));
    }),
  );
  connection.onDocumentRangeFormatting(
    guarded<DocumentRangeFormattingParams, TextEdit[] | null>(current, 'rangeFormatting', null, async ({ workspace }, { textDocument: { uri }, range }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { text, report } = snapshot.analysis;
      const wanted = spanOf(text, range);
      // What good form is, the whole document says; of the edits those in the range are made.
      return textEditsOf(text, formatEdits(report, snapshot.format).filter((edit) => touches(edit.span, wanted)));
    }),
  );
  connection.onDocumentOnTypeFormatting((params, token) => {
    // A position without a version: it counts in the text as it is now, before the handler has waited its turn.
    const version = current()?.workspace.document(params.textDocument.uri)?.version;
    return guarded<DocumentOnTypeFormattingParams, TextEdit[] | null>(current, 'onTypeFormatting', null, async ({ workspace }, { textDocument: { uri }, position, ch }) => {
      const snapshot = ch === '\n' ? await workspace.snapshot(uri) : null;
      // Who typed on meanwhile has decided what stands there.
      if (!snapshot || snapshot.document.version !== version) return null;
      const edit = enterEdit(snapshot.analysis.report, position.line);
      return edit && textEditsOf(snapshot.analysis.text, [edit]);
    })(params, token);
  });
}
