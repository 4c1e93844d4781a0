/**
 * Code actions that tell a rule to be quiet: here, in this section, in this file, everywhere, and everything that is found now. A comment in the text where it may stand; else, and
 * for plain text always, the configuration or the baseline, which are worked out when an action is chosen.
 */

import { CodeActionKind, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { noticeText, quieted } from '../analysis';
import type { FileChange, QuietStore, Quieting, Snapshot } from '../analysis';
import { lazy } from '../base';
import { allowHere, allowInFile, allowInSection, featureText, takesComments, withoutAllow } from '../features';
import type { FeatureText } from '../features';
import { nameOf } from '../host';
import type { Finding } from '../lint';
import { leastEdit, makeText } from '../text';
import type { Edit } from '../text';
import { ACCEPT_ALL } from './capabilities';
import { rangeOf, textEditsOf } from './convert';
import type { Session } from './session';

/** What such an action carries with it until it is chosen. `at` is the finding's place in the text of that `version`. */
export interface QuietLater {
  readonly uri: string;
  readonly quiet: { readonly kind: Quieting['kind']; readonly code: string; readonly at: readonly [number, number]; readonly version: number };
}

/** A selection of a whole report is no question about each of its findings. */
const MOST = 12;

/** What the tool says about itself is not to be argued with here. */
const OWN = ['config/invalid', 'lint/rule-failed'];

/** Actions for the findings at hand; `ours` are the client's diagnostics that they answer to. */
export async function quietActions(session: Session, snapshot: Snapshot, findings: readonly Finding[], ours: readonly Diagnostic[]): Promise<CodeAction[]> {
  const { analysis, document, language } = snapshot;
  const wanted = findings.filter(({ code }) => !OWN.includes(code)).slice(0, MOST);
  const codes = [...new Set(wanted.map(({ code }) => code))];
  const comments = takesComments(nameOf(document.uri), document.languageId);
  const store = lazy(() => session.workspace.quietStore(document.uri));
  const actions: (CodeAction | null)[] = [];
  const add = async (title: FeatureText, finding: Finding, edits: readonly Edit[] | null, quieting: Quieting): Promise<void> => {
    const text = rangeOf(analysis.text, finding.span);
    const diagnostics = ours.filter(({ code, range }) => code === finding.code && range.start.line === text.start.line && range.start.character === text.start.character);
    const action: CodeAction = { title: featureText(title, language, { code: finding.code }), kind: CodeActionKind.QuickFix, ...(diagnostics.length > 0 ? { diagnostics } : {}) };
    actions.push(edits ? { ...action, edit: ownEdit(session, snapshot, edits) } : await outside(session, snapshot, action, finding, quieting, store));
  };
  for (const finding of wanted) {
    if (finding.code === 'lint/unused-allow') await add('removeAllow', finding, withoutAllow(analysis.report, finding), { kind: 'here', finding });
    else await add('ignoreHere', finding, comments ? allowHere(analysis.report, finding) : null, { kind: 'here', finding });
  }
  for (const code of codes) {
    const first = wanted.find((finding) => finding.code === code)!;
    const inSection = comments && code !== 'lint/unused-allow' ? allowInSection(analysis.report, first) : null;
    if (inSection) await add('ignoreSection', first, inSection, { kind: 'here', finding: first });
    if (code !== 'lint/unused-allow') await add('ignoreFile', first, comments ? allowInFile(analysis.report, code) : null, { kind: 'file', code });
    await add('ruleOff', first, null, { kind: 'rule', code });
  }
  return actions.filter((action) => action !== null);
}

/** The action that accepts everything that is found in the report now; null when there is nothing, or nowhere to keep it. */
export async function acceptAction(session: Session, snapshot: Snapshot): Promise<CodeAction | null> {
  const [first] = snapshot.analysis.findings() ?? [];
  if (!first || snapshot.analysis.foreign()) return null;
  return outside(session, snapshot, { title: featureText('acceptAll', snapshot.language), kind: ACCEPT_ALL }, first, { kind: 'all' }, () => session.workspace.quietStore(snapshot.document.uri));
}

/** The action with its edit, once it was chosen; says why when there can be none. */
export async function resolveQuiet(session: Session, action: CodeAction, { uri, quiet }: QuietLater): Promise<CodeAction> {
  const snapshot = await session.workspace.snapshot(uri);
  const quieting = snapshot && quietingOf(snapshot, quiet);
  const changes = snapshot && quieting ? changesFor(session, snapshot, quieting, await session.workspace.quietStore(uri)) : null;
  if (changes) return { ...action, ...withChanges(session, changes) };
  if (snapshot) void session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: noticeText('not-quieted')[snapshot.language] });
  return action;
}

/** The files to change; null when it cannot be done. */
function changesFor(session: Session, snapshot: Snapshot, quieting: Quieting, store: QuietStore | null): readonly FileChange[] | null {
  const isThere = store && store.config !== null && (quieting.kind === 'rule' || quieting.kind === 'file' || store.baseline !== null);
  if (!session.abilities.createFiles && !isThere) return null;
  const changes = store && quieted(store, snapshot.document.uri, snapshot.analysis, quieting);
  return changes && (session.abilities.createFiles || changes.every(({ before }) => before !== null)) ? changes : null;
}

/** An edit of files that need not be open, and of files that are made by it. */
function workspaceEditOf(session: Session, changes: readonly FileChange[]): WorkspaceEdit {
  const edits = changes.map(({ uri, before, after }) => {
    const least = leastEdit(before ?? '', { span: { start: 0, end: before?.length ?? 0 }, text: after });
    return { uri, isNew: before === null, edits: textEditsOf(makeText(before ?? ''), least ? [least] : []), version: session.workspace.document(uri)?.version ?? null };
  });
  if (!session.abilities.versionedEdits) return { changes: Object.fromEntries(edits.map(({ uri, edits: own }) => [uri, own])) };
  return {
    documentChanges: edits.flatMap(({ uri, isNew, edits: own, version }) => [
      ...(isNew ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : []),
      { textDocument: { uri, version }, edits: own },
    ]),
  };
}

/** Worked out at once for a client that cannot ask later, and where it is not sure that it can be done at all. */
async function outside(session: Session, snapshot: Snapshot, action: CodeAction, { code, span }: Finding, quieting: Quieting, store: () => Promise<QuietStore | null>): Promise<CodeAction | null> {
  const { uri, version } = snapshot.document;
  if (session.abilities.codeActionResolve && session.abilities.createFiles) {
    if (!session.workspace.hasFolder(uri)) return null;
    return { ...action, data: { uri, quiet: { kind: quieting.kind, code, at: [span.start, span.end], version } } satisfies QuietLater };
  }
  const changes = changesFor(session, snapshot, quieting, await store());
  return changes && { ...action, ...withChanges(session, changes) };
}

/** Our own client saves what it did not show; others leave that to the user. */
function withChanges(session: Session, changes: readonly FileChange[]): Pick<CodeAction, 'edit' | 'command'> {
  const edit = workspaceEditOf(session, changes);
  return session.ownClient ? { edit, command: { title: '', command: 'reportwright.saveFiles', arguments: [changes.map(({ uri }) => uri)] } } : { edit };
}

function quietingOf({ analysis, document }: Snapshot, { kind, code, at, version }: QuietLater['quiet']): Quieting | null {
  if (kind === 'all') return { kind };
  if (kind === 'rule' || kind === 'file') return { kind, code };
  if (version !== document.version) return null;
  const finding = analysis.findings()?.find((one) => one.code === code && one.span.start === at[0] && one.span.end === at[1]);
  return finding ? { kind, finding } : null;
}

function ownEdit({ abilities }: Session, { document: { uri, version }, analysis }: Snapshot, edits: readonly Edit[]): WorkspaceEdit {
  const own = textEditsOf(analysis.text, edits);
  return abilities.versionedEdits ? { documentChanges: [{ textDocument: { uri, version }, edits: own }] } : { changes: { [uri]: own } };
}
