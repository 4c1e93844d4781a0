/**
 * How a failed command is told: one message, only because the user asked for something, with the way to the log.
 */
import { l10n, window, type LogOutputChannel } from 'vscode';

export async function explainFailure(log: LogOutputChannel, cause: unknown): Promise<void> {
  const reason = cause instanceof Error ? cause.message : String(cause);
  log.error(cause instanceof Error ? cause : reason);
  const showLog = l10n.t('Show log');
  const chosen = await window.showErrorMessage(l10n.t('Reportwright: {0}', reason), showLog);
  if (chosen === showLog) log.show();
}
