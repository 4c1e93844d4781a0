/** textDocument/codeAction, codeAction/resolve: quick fixes, all of a code, all that is safe. */

import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction, CodeActionParams, Connection, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { analyse } from '../../analysis';
import type { Snapshot } from '../../analysis';
import { fixAllAction, mendAll, quickFixes } from '../../features';
import type { Action } from '../../features';
import type { Finding } from '../../lint';
import type { Edit } from '../../text';
import { FIX_ALL } from '../capabilities';
import { rangeOf, spanOf, textEditsOf } from '../convert';
import { SOURCE } from '../diagnostics';
import { guarded } from '../guard';
import type { Current } from '../guard';
import type { Session } from '../session';

/** What an action that is worked out later carries with it; `code` null stands for all codes. */
interface Later {
  readonly uri: string;
  readonly code: string | null;
}

export function codeAction(connection: Connection, current: Current): void {
  connection.onCodeAction(
    guarded<CodeActionParams, CodeAction[] | null>(current, 'codeAction', null, async (session, { textDocument: { uri }, range, context }, token) => {
      const snapshot = await session.workspace.snapshot(uri);
      const findings = snapshot?.analysis.findings(() => token.isCancellationRequested);
      if (!snapshot || !findings) return null;
      const { analysis, language } = snapshot;
      const wanted = (kind: string): boolean => !context.only || context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
      const ours = context.diagnostics.filter((diagnostic) => diagnostic.source === SOURCE);
      const quick = wanted(CodeActionKind.QuickFix) ? quickFixes(named(findings, ours, snapshot), spanOf(analysis.text, range), language) : [];
      const all = wanted(FIX_ALL) ? fixAllAction(findings, language) : null;
      return [...quick.map((action) => actionFor(session, snapshot, action, ours)), ...(all ? [actionFor(session, snapshot, all, ours)] : [])];
    }),
  );
  connection.onCodeActionResolve(
    async (action, token) => {
      const answer = await guarded<CodeAction, CodeAction>(current, 'codeAction/resolve', action, async (session, unresolved) => {
        const later = unresolved.data as Later | undefined;
        const snapshot = later && (await session.workspace.snapshot(later.uri));
        return snapshot ? { ...unresolved, edit: editOf(session, snapshot, mended(snapshot, later.code)) } : unresolved;
      })(action, token);
      return answer;
    },
  );
}

/** Findings that the client's diagnostics name; all of them when it names none. */
function named(findings: readonly Finding[], ours: readonly Diagnostic[], { analysis }: Snapshot): readonly Finding[] {
  if (ours.length === 0) return findings;
  return findings.filter((finding) => ours.some((diagnostic) => isOf(diagnostic, finding, analysis.text)));
}

function isOf({ code, range }: Diagnostic, finding: Finding, text: Snapshot['analysis']['text']): boolean {
  const own = rangeOf(text, finding.span);
  return code === finding.code && own.start.line === range.start.line && own.start.character === range.start.character && own.end.line === range.end.line && own.end.character === range.end.character;
}

function actionFor(session: Session, snapshot: Snapshot, action: Action, ours: readonly Diagnostic[]): CodeAction {
  const { scope, title, preferred, findings } = action;
  const diagnostics = ours.filter((diagnostic) => findings.some((finding) => isOf(diagnostic, finding, snapshot.analysis.text)));
  const common: CodeAction = {
    title,
    kind: scope === 'all' ? FIX_ALL : CodeActionKind.QuickFix,
    ...(preferred ? { isPreferred: true } : {}),
    ...(scope !== 'all' && diagnostics.length > 0 ? { diagnostics } : {}),
  };
  if (scope === 'one') return { ...common, edit: editOf(session, snapshot, action.edits()) };
  const code = scope === 'code' ? findings[0]!.code : null;
  if (session.abilities.codeActionResolve) return { ...common, data: { uri: snapshot.document.uri, code } satisfies Later };
  return { ...common, edit: editOf(session, snapshot, mended(snapshot, code)) };
}

/** Edits that leave nothing safe to mend, of one code or of all. */
function mended({ analysis }: Snapshot, code: string | null): readonly Edit[] {
  let last = analysis;
  const check = (text: string): readonly Finding[] => (last = analyse(text, analysis.settings, last)).findings() ?? [];
  return mendAll(analysis.text.value, analysis.findings() ?? [], (finding) => code === null || finding.code === code, check).edits;
}

function editOf({ abilities }: Session, { document, analysis }: Snapshot, edits: readonly Edit[]): WorkspaceEdit {
  const { uri, version } = document;
  const own = textEditsOf(analysis.text, edits);
  return abilities.versionedEdits ? { documentChanges: [{ textDocument: { uri, version }, edits: own }] } : { changes: { [uri]: own } };
}
