/** textDocument/codeAction, codeAction/resolve: quick fixes, all of a code, all that is safe. */

import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import type { CodeAction, CodeActionParams, Connection, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import type { Snapshot } from '../../analysis';
import { featureText, fixAllAction, quickFixes } from '../../features';
import type { Action } from '../../features';
import { renumberFrom } from '../../format';
import type { Finding } from '../../lint';
import { touches } from '../../text';
import type { Edit } from '../../text';
import { ACCEPT_ALL, FIX_ALL, RENUMBER } from '../capabilities';
import { rangeOf, spanOf, textEditsOf } from '../convert';
import { SOURCE } from '../diagnostics';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { mended } from '../mended';
import { acceptAction, quietActions, resolveQuiet } from '../quiet-actions';
import type { QuietLater } from '../quiet-actions';
import type { Session } from '../session';

/** What an action that is worked out later carries with it; without `code` it is about all codes. Never null: Neovim drops members that are. */
interface Later {
  readonly uri: string;
  readonly code?: string;
}

export function codeAction(connection: Connection, current: Current): void {
  connection.onCodeAction(
    guarded<CodeActionParams, CodeAction[] | null>(current, 'codeAction', null, async (session, { textDocument: { uri }, range, context }, token) => {
      // A light bulb that nobody asked for must not cost the check that typing was spared.
      const timing = context.triggerKind === CodeActionTriggerKind.Automatic ? await session.workspace.timing(uri) : null;
      if (timing?.restraint && timing.dirty) return null;
      const snapshot = await session.workspace.snapshot(uri);
      const findings = snapshot?.analysis.findings(() => token.isCancellationRequested);
      if (!snapshot || !findings) return null;
      const { analysis, language } = snapshot;
      const wanted = (kind: string): boolean => !context.only || context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
      const ours = context.diagnostics.filter((diagnostic) => diagnostic.source === SOURCE);
      const here = named(findings, ours, snapshot);
      const span = spanOf(analysis.text, range);
      const quick = wanted(CodeActionKind.QuickFix) ? quickFixes(here, span, language, findings) : [];
      const quiet = wanted(CodeActionKind.QuickFix) && !analysis.foreign() ? await quietActions(session, snapshot, here.filter((finding) => touches(finding.span, span)), ours) : [];
      // Not among what a light bulb lists by itself: it is about the whole report.
      const accept = context.only && wanted(ACCEPT_ALL) ? await acceptAction(session, snapshot) : null;
      const all = wanted(FIX_ALL) ? fixAllAction(findings, language) : null;
      return [...quick.map((action) => actionFor(session, snapshot, action, ours)), ...quiet, ...(accept ? [accept] : []), ...(all ? [actionFor(session, snapshot, all, ours)] : []), ...(wanted(RENUMBER) ? renumberAction(session, snapshot, spanOf(analysis.text, range).start) : [])];
    }),
  );
  connection.onCodeActionResolve(
    async (action, token) => {
      const answer = await guarded<CodeAction, CodeAction>(current, 'codeAction/resolve', action, async (session, unresolved) => {
        const later = unresolved.data as Later | QuietLater | undefined;
        if (later && 'quiet' in later) return resolveQuiet(session, unresolved, later);
        const snapshot = later && (await session.workspace.snapshot(later.uri));
        return snapshot ? { ...unresolved, edit: editOf(session, snapshot, mended(snapshot, later.code ?? null)) } : unresolved;
      })(action, token);
      return answer;
    },
  );
}

/** Numbering on from the place asked for, where that changes anything. */
function renumberAction(session: Session, snapshot: Snapshot, offset: number): readonly CodeAction[] {
  const edits = renumberFrom(snapshot.analysis.report, offset);
  return edits.length > 0 ? [{ title: featureText('renumberHere', snapshot.language), kind: RENUMBER, edit: editOf(session, snapshot, edits) }] : [];
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
  if (session.abilities.codeActionResolve) return { ...common, data: { uri: snapshot.document.uri, ...(code === null ? {} : { code }) } satisfies Later };
  return { ...common, edit: editOf(session, snapshot, mended(snapshot, code)) };
}

function editOf({ abilities }: Session, { document, analysis }: Snapshot, edits: readonly Edit[]): WorkspaceEdit {
  const { uri, version } = document;
  const own = textEditsOf(analysis.text, edits);
  return abilities.versionedEdits ? { documentChanges: [{ textDocument: { uri, version }, edits: own }] } : { changes: { [uri]: own } };
}
