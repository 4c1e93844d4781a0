/**
 * Command: show the page of a rule, given its code or the finding at the cursor.
 */
import { l10n, languages, window, type Diagnostic } from 'vscode';
import { ExplainRequest, type ExplainParams, type ExplainResult } from '../../../server/src/lsp/requests';
import type { Session } from '../session';
import type { Command } from './command';

export const explainFinding: Command = {
  id: 'reportwright.explainFinding',
  run: async ({ session, pages }, args) => {
    const code = typeof args[0] === 'string' ? args[0] : await codeAtCursor();
    if (code === undefined) return;
    const markdown = await pageOf(session, code);
    if (markdown !== null) await pages.show(FOLDER + code, markdown);
    else void window.showInformationMessage(l10n.t('There is no page for “{0}”.', code));
  },
};

const FOLDER = 'explain/';

/** The page at a path that this command gave it; null for any other path. */
export async function explainedAgain(session: Session, path: string): Promise<string | null> {
  return path.startsWith(FOLDER) ? pageOf(session, path.slice(FOLDER.length)) : null;
}

async function pageOf(session: Session, code: string): Promise<string | null> {
  const params: ExplainParams = { code };
  return (await (await session.client()).sendRequest<ExplainResult>(ExplainRequest, params))?.markdown ?? null;
}

/** The code of the finding at the cursor; asks when there are several; undefined when there is none or the user turns away. */
async function codeAtCursor(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const at = editor?.selection.active;
  const here = editor && at ? languages.getDiagnostics(editor.document.uri).filter((finding) => isOurs(finding) && finding.range.contains(at)) : [];
  const messages = new Map(here.map((finding) => [codeOf(finding), finding.message]));
  if (messages.size === 0) {
    void window.showInformationMessage(l10n.t('There is no finding at the cursor.'));
    return undefined;
  }
  if (messages.size === 1) return [...messages.keys()][0];
  const items = [...messages].map(([label, detail]) => ({ label, detail }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which finding?') }))?.label;
}

const isOurs = (finding: Diagnostic): boolean => finding.source === 'reportwright' && finding.code !== undefined;

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
