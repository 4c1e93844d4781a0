/**
 * Command: mend what is safe to mend in every report of the workspace. The server makes the edit; the user sees it rule by rule, all of them ticked, and either lets it
 * be done or has every change shown first. There VS Code leaves nothing ticked: whoever asks to look wants to decide one by one.
 */
import { l10n, ProgressLocation, ThemeIcon, window, workspace, type QuickInputButton, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FixWorkspaceRequest, type FixWorkspaceParams, type FixWorkspaceResult } from '../../../server/src/lsp/requests';
import type { Command } from './command';

export const fixWorkspace: Command = {
  id: 'reportwright.fixWorkspace',
  run: async ({ session }) => {
    const client = await session.client();
    const result = await mendings(client);
    if (!result) return;
    if (result.edit.documentChanges.length === 0) return void window.showInformationMessage(l10n.t('Nothing to fix: {0} reports checked.', result.reports));
    const wanted = await choose(rulesOf(result));
    if (!wanted || wanted.codes.size === 0) return;
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(limited(result, wanted));
    // As a refactoring: what was not open is saved, where the editor is set so.
    if (edit) await workspace.applyEdit(edit, { isRefactoring: true });
  },
};

/** Null when the user cancels while the server still reads. */
async function mendings(client: BaseLanguageClient): Promise<FixWorkspaceResult | null> {
  const params: FixWorkspaceParams = { folders: (workspace.workspaceFolders ?? []).map(({ uri }) => client.code2ProtocolConverter.asUri(uri)) };
  const progress = { location: ProgressLocation.Notification, title: l10n.t('Collecting fixes…'), cancellable: true };
  return window.withProgress(progress, async (_, token) => {
    try {
      return await client.sendRequest<FixWorkspaceResult | null>(FixWorkspaceRequest, params, token);
    } catch (cause) {
      if (token.isCancellationRequested) return null;
      throw cause;
    }
  });
}

/** One line a rule: how much it changes where, and what it is about. */
function rulesOf({ edit }: FixWorkspaceResult): readonly QuickPickItem[] {
  return Object.entries(edit.changeAnnotations).sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, { label, description }]): QuickPickItem => {
    const counts = edit.documentChanges.map(({ edits }) => edits.filter(({ annotationId }) => annotationId === code).length).filter((count) => count > 0);
    return { label, description: l10n.t('Changes: {0}, reports: {1}', counts.reduce((sum, count) => sum + count, 0), counts.length), detail: description };
  });
}

interface Wanted {
  readonly codes: ReadonlySet<string>;
  /** Every change is to be looked at first. */
  readonly look: boolean;
}

/** What of it is to be done; undefined when the list is left. */
function choose(rules: readonly QuickPickItem[]): Promise<Wanted | undefined> {
  const list = window.createQuickPick();
  const look: QuickInputButton = { iconPath: new ThemeIcon('open-preview'), tooltip: l10n.t('Look at each change first') };
  list.title = l10n.t('Fix all reports');
  list.placeholder = l10n.t('Enter changes what is ticked; the button shows each change first');
  list.canSelectMany = true;
  list.items = rules;
  list.selectedItems = rules;
  list.buttons = [look];
  return new Promise((resolve) => {
    const done = (isLook: boolean): void => {
      resolve({ codes: new Set(list.selectedItems.map(({ label }) => label)), look: isLook });
      list.hide();
    };
    list.onDidAccept(() => done(false));
    list.onDidTriggerButton(() => done(true));
    list.onDidHide(() => (resolve(undefined), list.dispose()));
    list.show();
  });
}

/** The part of the edit that is wanted. */
function limited({ edit }: FixWorkspaceResult, { codes, look }: Wanted): FixWorkspaceResult['edit'] {
  return {
    documentChanges: edit.documentChanges.map((change) => ({ ...change, edits: change.edits.filter(({ annotationId }) => codes.has(annotationId)) })).filter(({ edits }) => edits.length > 0),
    changeAnnotations: Object.fromEntries(Object.entries(edit.changeAnnotations).filter(([code]) => codes.has(code)).map(([code, annotation]) => [code, { ...annotation, needsConfirmation: look }])),
  };
}
