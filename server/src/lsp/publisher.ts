/**
 * Diagnostics the server sends by itself: of reports, for clients that do not ask, and of configuration files, which a client need not even have
 * open. Holds what was sent last, to send nothing twice and to take back what no longer holds.
 */

import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import { isConfigUri } from '../analysis';
import type { Workspace } from '../analysis';
import { makeText } from '../text';
import type { Abilities } from './abilities';
import { noticeDiagnostics, reportDiagnostics, resultIdOf } from './diagnostics';

/** Milliseconds after the last keystroke before findings are sent unasked. */
const PAUSE = 250;

export interface Publisher {
  readonly opened: (uri: string) => void;
  readonly changed: (uri: string) => void;
  readonly saved: (uri: string) => void;
  readonly closed: (uri: string) => void;
  /** Something besides the texts has changed: asks the client to pull again, or sends everything again. */
  readonly refresh: () => void;
  /** What follows last year's reports may be another report now: asks the client for their lenses again. */
  readonly refreshLenses: () => void;
}

interface Parts {
  readonly connection: Connection;
  readonly abilities: Abilities;
  readonly workspace: Workspace;
  readonly turn: () => Promise<void>;
}

export function openPublisher(parts: Parts): Publisher {
  const { connection, abilities, workspace } = parts;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const sent = new Map<string, string>();
  const pulls = abilities.pullDiagnostics;
  /** One after the other: two rounds at once could send an older state last. */
  let configs: Promise<void> = Promise.resolve();

  const contained = (work: () => Promise<void>): void => void work().catch((error: unknown) => connection.console.error(`diagnostics: ${String(error)}`));
  const cancelTimer = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };
  const later = (uri: string, work: () => Promise<void>): void => {
    cancelTimer(uri);
    timers.set(uri, setTimeout(() => (timers.delete(uri), contained(work)), PAUSE));
  };
  const takeBack = async (uri: string): Promise<void> => {
    if (sent.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  /** Sends a report's findings, unless they are what was sent last. */
  const sendReport = async (uri: string): Promise<void> => {
    await parts.turn();
    const snapshot = await workspace.snapshot(uri);
    if (!snapshot) return takeBack(uri);
    const diagnostics = reportDiagnostics(snapshot, abilities) ?? [];
    const { version } = snapshot.document;
    const id = abilities.diagnosticVersions ? `${version} ${resultIdOf(snapshot)}` : resultIdOf(snapshot);
    if (sent.get(uri) === id) return;
    sent.set(uri, id);
    await connection.sendDiagnostics({ uri, ...(abilities.diagnosticVersions ? { version } : {}), diagnostics });
  };

  /** Sends what is wrong in the configuration files that open reports are under, and in those that are open; takes back the rest. */
  const sendConfigs = (): Promise<void> => (configs = configs.catch(() => undefined).then(sendAllConfigs));
  const sendAllConfigs = async (): Promise<void> => {
    const wanted = new Set<string>();
    for (const { uri } of workspace.documents()) {
      if (isConfigUri(uri)) wanted.add(uri);
      else {
        const config = await workspace.configOf(uri);
        if (config) wanted.add(config);
      }
    }
    for (const uri of [...sent.keys()].filter((known) => isConfigUri(known) && !wanted.has(known))) await takeBack(uri);
    for (const uri of wanted) {
      // An open one is asked for by a client that asks.
      if (pulls && workspace.document(uri)) await takeBack(uri);
      else await sendConfig(uri);
    }
  };
  const sendConfig = async (uri: string): Promise<void> => {
    const { notices, text, language } = await workspace.configNotices(uri);
    const diagnostics = noticeDiagnostics(notices, makeText(text), language, abilities);
    const id = JSON.stringify(diagnostics);
    if ((sent.get(uri) ?? '[]') === id) return;
    sent.set(uri, id);
    await connection.sendDiagnostics({ uri, diagnostics });
  };

  const opened = (uri: string): void => {
    if (!pulls && !isConfigUri(uri)) contained(() => sendReport(uri));
    contained(sendConfigs);
  };
  const refreshLenses = (): void => {
    if (abilities.codeLensRefresh) contained(() => connection.sendRequest(CodeLensRefreshRequest.type));
  };
  return {
    opened,
    refreshLenses,
    changed: (uri) => {
      if (pulls) return;
      later(uri, async () => {
        if (isConfigUri(uri)) await sendConfig(uri);
        else if ((await workspace.timing(uri))?.run === 'onType') await sendReport(uri);
      });
    },
    saved: opened,
    closed: (uri) => {
      cancelTimer(uri);
      contained(async () => {
        if (!isConfigUri(uri)) await takeBack(uri);
        await sendConfigs();
      });
    },
    refresh: () => {
      contained(sendConfigs);
      // Last year's report may be another one now.
      if (abilities.inlayHintRefresh) contained(() => connection.languages.inlayHint.refresh());
      if (pulls) {
        if (abilities.diagnosticRefresh) contained(() => connection.languages.diagnostics.refresh());
      } else for (const { uri } of workspace.documents()) if (!isConfigUri(uri)) contained(() => sendReport(uri));
    },
  };
}
