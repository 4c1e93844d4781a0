/**
 * reportwright/fixWorkspace: the safe fixes of every report in folders, open or stored, as one edit whose parts the user confirms. Each rule is a group of its own in
 * the preview, so that one may be taken and another left.
 */

import type { Connection } from 'vscode-languageserver';
import { filesBelow } from '../../analysis';
import type { Snapshot } from '../../analysis';
import { codesOfEdits, ruleOf, summaryOf } from '../../features';
import type { Language } from '../../lint';
import { textEditsOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { mended } from '../mended';
import { FixWorkspaceRequest } from '../requests';
import type { FixWorkspaceParams, FixWorkspaceResult, WireAnnotation, WireDocumentEdit } from '../requests';
import type { Session } from '../session';

export function fixWorkspace(connection: Connection, current: Current): void {
  connection.onRequest(
    FixWorkspaceRequest,
    guarded<FixWorkspaceParams, FixWorkspaceResult | null>(current, FixWorkspaceRequest, null, async (session, { folders }, token) => {
      const documentChanges: WireDocumentEdit[] = [];
      const changeAnnotations: Record<string, WireAnnotation> = {};
      let reports = 0;
      for await (const uri of reportsOf(session, folders)) {
        await session.turn();
        if (token.isCancellationRequested) return null;
        const open = await session.workspace.snapshot(uri);
        const snapshot = open ?? (await session.workspace.stored(uri));
        if (!snapshot) continue;
        reports++;
        const edits = annotatedEdits(snapshot, session.language, changeAnnotations);
        if (edits.length > 0) documentChanges.push({ textDocument: { uri, version: open ? open.document.version : null }, edits });
      }
      return { reports, edit: { documentChanges, changeAnnotations } };
    }),
  );
}

/** Open documents first: a loose file belongs to no folder. */
async function* reportsOf({ workspace, host }: Session, folders: readonly string[]): AsyncGenerator<string> {
  const seen = new Set(workspace.documents().map(({ uri }) => uri));
  yield* seen;
  for (const folder of folders) {
    for await (const uri of filesBelow(host, folder)) {
      if (seen.has(uri)) continue;
      seen.add(uri);
      yield uri;
    }
  }
}

function annotatedEdits(snapshot: Snapshot, language: Language, annotations: Record<string, WireAnnotation>): WireDocumentEdit['edits'] {
  const { analysis } = snapshot;
  const edits = mended(snapshot, null);
  const codes = codesOfEdits(edits, analysis.findings() ?? []);
  return textEditsOf(analysis.text, edits).map((edit, i) => {
    const code = codes[i]!;
    annotations[code] ??= { label: code, description: describe(code, language), needsConfirmation: true };
    return { ...edit, annotationId: code };
  });
}

function describe(code: string, language: Language): string {
  const rule = ruleOf(code);
  return rule ? summaryOf(rule.page, language) : '';
}
