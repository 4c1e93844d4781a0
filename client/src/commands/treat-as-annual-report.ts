/**
 * Command: give the text in the active editor the report language, whatever its file name.
 */
import { l10n, languages, window } from 'vscode';
import { reportLanguage } from '../report-document';
import type { Command } from './command';

export const treatAsAnnualReport: Command = {
  id: 'reportwright.treatAsAnnualReport',
  run: async () => {
    const document = window.activeTextEditor?.document;
    if (document) await languages.setTextDocumentLanguage(document, reportLanguage);
    else void window.showInformationMessage(l10n.t('Open the text first.'));
  },
};
