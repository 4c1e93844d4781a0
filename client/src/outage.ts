/**
 * What happens when the server ends by itself: how often it is started again, and the one message when it no longer is. The language client would say the same
 * thing up to three times, and offer nothing to do; its own messages go to the log.
 */
import { l10n, type Disposable, type LogOutputChannel, type Memento } from 'vscode';
import { CloseAction, ErrorAction, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { tellUnasked } from './notice';
import type { Session } from './session';

/** The name of the message under which it is silenced. */
export const outage = 'outage';

/** Restarts within this many milliseconds, beyond which the server is held to be broken. */
const mostRestarts = 4;
const period = 3 * 60_000;

/** Says whether one more restart is worth it; `renew` forgets the earlier ones. */
export function restartAllowance(now: () => number = Date.now): { take(): boolean; renew(): void } {
  let taken: readonly number[] = [];
  return {
    take: () => {
      taken = [...taken.filter((time) => now() - time < period), now()];
      return taken.length <= mostRestarts;
    },
    renew: () => void (taken = []),
  };
}

/** Client options that leave restarting to us. `ended` is called when the connection closes by itself, `faulty` at an error on it. */
export function handlers(ended: () => void, faulty: (cause: Error) => void): Pick<LanguageClientOptions, 'errorHandler' | 'initializationFailedHandler'> {
  return {
    errorHandler: {
      closed: () => {
        ended();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
      error: (cause) => {
        faulty(cause);
        return { action: ErrorAction.Continue, handled: true };
      },
    },
    initializationFailedHandler: () => false,
  };
}

/** Makes a client write its failures to the log, whatever it thinks of their weight. */
export function silence(client: BaseLanguageClient, log: LogOutputChannel): void {
  client.error = (message, data) => log.error(data === undefined || data === null ? message : `${message} ${data instanceof Error ? (data.stack ?? data.message) : String(data)}`);
}

/** Tells that the server does not run, once each time it comes to that, unless the user wants to hear no more of it; the language status says so all the same. */
export function tellOutages(session: Session, memory: Memento, log: LogOutputChannel): Disposable {
  let isShown = false;
  const tell = async (): Promise<void> => {
    const restart = l10n.t('Restart');
    const showLog = l10n.t('Show log');
    const chosen = await tellUnasked(memory, outage, l10n.t('The language server does not run: reports are not checked.'), restart, showLog);
    isShown = false;
    if (chosen === showLog) log.show();
    // A failure is told as this one was.
    if (chosen === restart) await session.restart().catch(() => undefined);
  };
  return session.onDidChangeState((state) => {
    if (state !== 'failed' || isShown) return;
    isShown = true;
    void tell();
  });
}
