/**
 * workspace/diagnostic: findings of the reports that lie in the folders and are not open; those that are open answer for themselves, unless their file changed under them. A client that takes answers bit by bit
 * asks again and again, so that its question is kept until there is something new to say.
 */

import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { CancellationToken, Connection, PreviousResultId, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { reportDiagnostics, resultIdOf } from '../diagnostics';
import { guarded } from '../guard';
import type { Current } from '../guard';
import type { Session } from '../session';

type Tell = (items: WorkspaceDocumentDiagnosticReport[]) => void;

const NOTHING: WorkspaceDiagnosticReport = { items: [] };

export function workspaceDiagnostic(connection: Connection, current: Current): void {
  connection.languages.diagnostics.onWorkspace((params, token, _, progress) => {
    const tell: Tell | null = progress ? (items) => progress.report({ items }) : null;
    return guarded<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>(current, 'workspace/diagnostic', NOTHING, async (session, { previousResultIds }) => {
      if (!tell) return { items: await reportsOf(session, previousResultIds, token, () => undefined) };
      // Listened for before looking, so that nothing falls between.
      const change = session.stored.change(token);
      const first = await reportsOf(session, previousResultIds, token, tell);
      if (first.every(({ kind }) => kind === DocumentDiagnosticReportKind.Unchanged)) {
        await change;
        if (!token.isCancellationRequested) await reportsOf(session, previousResultIds, token, tell);
      }
      return NOTHING;
    })(params, token);
  });
}

/** A word on each report, and on each that there was; what is new is told at once as well, and what is not all together at the end. */
async function reportsOf(session: Session, previous: readonly PreviousResultId[], token: CancellationToken, tell: Tell): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const before = new Map(previous.map(({ uri, value }) => [uri, value]));
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const add = (item: WorkspaceDocumentDiagnosticReport): void => {
    items.push(item);
    if (item.kind === DocumentDiagnosticReportKind.Full) tell([item]);
  };
  for await (const { uri, resultId } of session.stored.each(token)) {
    const isKnown = before.get(uri) === resultId;
    before.delete(uri);
    if (isKnown) add({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId });
    else add(await fullReport(session, uri));
  }
  for (const uri of session.stored.overtaken()) {
    const item = await openReport(session, uri, before.get(uri));
    if (item) add(item);
  }
  if (token.isCancellationRequested) return items;
  for (const uri of before.keys()) if (!session.workspace.document(uri)) add({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  const unchanged = items.filter(({ kind }) => kind === DocumentDiagnosticReportKind.Unchanged);
  if (unchanged.length > 0) tell(unchanged);
  return items;
}

async function fullReport({ stored, abilities }: Session, uri: string): Promise<WorkspaceDocumentDiagnosticReport> {
  const snapshot = await stored.snapshot(uri);
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, ...(snapshot ? { resultId: resultIdOf(snapshot), items: reportDiagnostics(snapshot, abilities) ?? [] } : { items: [] }) };
}

/** A word on an open report; null while it is checked on saving only and not saved. */
async function openReport({ workspace, abilities }: Session, uri: string, known: string | undefined): Promise<WorkspaceDocumentDiagnosticReport | null> {
  const timing = await workspace.timing(uri);
  const snapshot = timing?.run === 'onSave' && timing.dirty ? null : await workspace.snapshot(uri);
  if (!snapshot) return null;
  const resultId = resultIdOf(snapshot);
  const { version } = snapshot.document;
  if (resultId === known) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: reportDiagnostics(snapshot, abilities) ?? [] };
}
