/**
 * How the language client behaves: which texts it serves, when findings are asked for, what the server is told at its start. No state.
 */
import { env, workspace, type FileSystemWatcher, type LogOutputChannel, type TextDocument } from 'vscode';
import { DiagnosticPullMode, RevealOutputChannelOn, vsdiag, type LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/requests';
import { isDraft, reportSelector } from './report-document';

/** Options for a client that logs to `log`; `answered` is called after each answer with findings. */
export function clientOptions(watchers: FileSystemWatcher[], log: LogOutputChannel, answered: () => void): LanguageClientOptions {
  const initialization: InitializationOptions = { locale: chosenLocale(), files: true, closedReports: checksClosedReports() };
  return {
    documentSelector: reportSelector,
    outputChannel: log,
    // A log never jumps in front of a writer.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: initialization,
    synchronize: { fileEvents: watchers },
    markdown: { isTrusted: { enabledCommands: ['reportwright.explainFinding'] } },
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      onFocus: false,
      // Tabs that were never shown have no document; the server answers for open documents.
      onTabs: false,
      // True means: do not ask now.
      filter: (document, mode) => mode === DiagnosticPullMode.onType && chosenRun(document) === 'onSave',
    },
    middleware: {
      provideDiagnostics: async (document, previous, token, next) => {
        const uri = 'uri' in document ? document.uri : document;
        if (!isDraft(uri)) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        const report = await next(document, previous, token);
        answered();
        return report;
      },
    },
  };
}

/** True when reports that are not open are to be checked as well. */
export const checksClosedReports = (): boolean => workspace.getConfiguration('reportwright').get<string>('diagnosticMode') === 'workspace';

/** Language of findings: the setting, or VS Code's own. */
function chosenLocale(): string {
  const setting = workspace.getConfiguration('reportwright').get<string>('locale', 'auto');
  return setting === 'auto' ? env.language : setting;
}

const chosenRun = (document: TextDocument): string => workspace.getConfiguration('reportwright', document).get<string>('run', 'onType');
