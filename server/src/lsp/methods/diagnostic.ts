/** textDocument/diagnostic: findings when the client asks, or the word that nothing changed. */

import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Connection, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import { isConfigUri } from '../../analysis';
import { makeText } from '../../text';
import { noticeDiagnostics, reportDiagnostics, resultIdOf } from '../diagnostics';
import { guarded } from '../guard';
import type { Current } from '../guard';

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

export function diagnostic(connection: Connection, current: Current): void {
  connection.languages.diagnostics.on(
    guarded(current, 'diagnostic', NOTHING, async ({ workspace, stored, abilities, tellRestraint }, { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      if (isConfigUri(uri) && workspace.document(uri)) {
        const { notices, text, language } = await workspace.configNotices(uri);
        return { kind: DocumentDiagnosticReportKind.Full, items: noticeDiagnostics(notices, makeText(text), language, abilities) };
      }
      const timing = await workspace.timing(uri);
      tellRestraint(uri, timing?.restraint ?? null);
      // Between two savings the answer of the last one stands.
      if (timing?.run === 'onSave' && timing.dirty && previousResultId !== undefined) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
      // A client asks once more for what it has just closed.
      const snapshot = (await workspace.snapshot(uri)) ?? (abilities.closedReports && !workspace.document(uri) ? await stored.snapshot(uri) : null);
      if (!snapshot) return NOTHING;
      const resultId = resultIdOf(snapshot);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      const items = reportDiagnostics(snapshot, abilities, () => token.isCancellationRequested);
      tellRestraint(uri, (await workspace.timing(uri))?.restraint ?? null);
      return items ? { kind: DocumentDiagnosticReportKind.Full, resultId, items } : NOTHING;
    }),
  );
}
