/**
 * Reports of the workspace's folders that are not open: listed each time they are asked for, read once, and the little that was made of each kept until its file, or
 * what holds for it, changes. No text and no snapshot is kept.
 */

import type { CancellationToken, Range } from 'vscode-languageserver';
import { filesBelow } from '../analysis';
import type { Snapshot, Workspace } from '../analysis';
import { symbolsOf } from '../features';
import type { ReportSymbol } from '../features';
import { decoded } from '../host';
import type { Host } from '../host';
import { rangeOf } from './convert';
import { resultIdOf } from './diagnostics';

/** A heading or an item of a chain, with what stands above it. */
export interface PlacedSymbol {
  readonly kind: ReportSymbol['kind'];
  readonly name: string;
  /** The heading above; empty at the first level. */
  readonly container: string;
  readonly range: Range;
}

/** What is kept of a stored report. */
export interface StoredReport {
  readonly uri: string;
  readonly resultId: string;
  readonly symbols: readonly PlacedSymbol[];
}

export interface StoredReports {
  /** Reports below the folders that are not open, in the order of names; ends early when cancelled. */
  readonly each: (token: CancellationToken) => AsyncGenerator<StoredReport>;
  /** Such a report as it is stored now; null for any other file. */
  readonly snapshot: (uri: string) => Promise<Snapshot | null>;
  /** Resolves when something is no longer as it was, or when cancelled. */
  readonly change: (token: CancellationToken) => Promise<void>;
  /** Forgets what was made of these files; of all when undefined. */
  readonly changed: (uris?: readonly string[]) => void;
  /** Open reports whose file changed under them. An editor keeps a text for a while after its tab is closed, reads it anew from the file, and asks no more for its findings. */
  readonly overtaken: () => readonly string[];
}

interface Parts {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly turn: () => Promise<void>;
  readonly folders: () => readonly string[];
}

/** The stored reports beside a workspace, and that workspace as it tells of what bears on them. */
export function openStoredReports({ host, workspace, turn, folders }: Parts): { readonly stored: StoredReports; readonly workspace: Workspace } {
  const overtaken = new Map<string, boolean>();
  const known = new Map<string, Promise<StoredReport | null>>();
  const waiting = new Set<() => void>();
  const snapshot = (uri: string): Promise<Snapshot | null> => workspace.stored(uri, 'any');
  const read = async (uri: string): Promise<StoredReport | null> => {
    const stored = await snapshot(uri);
    return stored && { uri, resultId: resultIdOf(stored), symbols: placedSymbols(stored) };
  };
  const kept = (uri: string): Promise<StoredReport | null> => {
    const key = decoded(uri);
    const own = known.get(key) ?? read(uri);
    known.set(key, own);
    // What could not be read once may be readable the next time.
    own.catch(() => known.delete(key));
    return own;
  };
  const stored: StoredReports = {
    async *each(token) {
      const seen = new Set(workspace.documents().map(({ uri }) => decoded(uri)));
      for (const folder of folders()) {
        for await (const uri of filesBelow(host, folder)) {
          if (seen.has(decoded(uri))) continue;
          seen.add(decoded(uri));
          await turn();
          if (token.isCancellationRequested) return;
          const report = await kept(uri);
          if (report) yield report;
        }
      }
    },
    snapshot,
    change: (token) =>
      new Promise((resolve) => {
        const done = (): void => {
          waiting.delete(done);
          listening.dispose();
          resolve();
        };
        const listening = token.onCancellationRequested(done);
        waiting.add(done);
      }),
    changed: (uris) => {
      if (uris) for (const uri of uris) known.delete(decoded(uri));
      else known.clear();
      for (const done of [...waiting]) done();
    },
    overtaken: () => workspace.documents().flatMap(({ uri }) => (overtaken.has(decoded(uri)) ? [uri] : [])),
  };
  return { stored, workspace: telling(workspace, stored.changed, overtaken) };
}

/** The workspace, which tells of what may bear on reports that nobody asks for. `overtaken` are the keys of open reports whose file changed; true until the text followed. */
const telling = (workspace: Workspace, changed: StoredReports['changed'], overtaken: Map<string, boolean>): Workspace => ({
  ...workspace,
  open: (document) => (overtaken.delete(decoded(document.uri)), workspace.open(document), changed([document.uri])),
  // The file is told of first or the text; typing in a report that was read anew tells nothing.
  change: (uri, version, text) => {
    workspace.change(uri, version, text);
    if (!overtaken.get(decoded(uri))) return;
    overtaken.set(decoded(uri), false);
    changed([uri]);
  },
  close: (uri) => (overtaken.delete(decoded(uri)), workspace.close(uri), changed([uri])),
  filesChanged: (uris) => {
    const bears = workspace.filesChanged(uris);
    const opened = new Set(workspace.documents().map((document) => decoded(document.uri)));
    for (const key of uris.map(decoded)) if (opened.has(key)) overtaken.set(key, true);
    changed(bears ? undefined : uris);
    return bears;
  },
  settingsChanged: () => (workspace.settingsChanged(), changed()),
});

/** Headings and items of a report in document order; none of a text of another kind. */
export function placedSymbols({ analysis: { report, text, foreign }, language }: Snapshot): readonly PlacedSymbol[] {
  if (foreign()) return [];
  const flat = (symbols: readonly ReportSymbol[], container: string): readonly PlacedSymbol[] =>
    symbols.flatMap(({ kind, name, selection, children }) => [{ kind, name, container, range: rangeOf(text, selection) }, ...flat(children, name)]);
  return flat(symbolsOf(report, null, language), '');
}
