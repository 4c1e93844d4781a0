/**
 * Telling a rule to be quiet outside the text: in the nearest configuration, or in the baseline it names. Old texts in, new texts out; nothing is written.
 */

import { BASELINE_FILE_NAME, CONFIG_FILE_NAME, readBaseline, settingIn, withSetting, writeBaseline } from '../config';
import { joinUri, relativeTo } from '../host';
import { accepting } from '../lint';
import type { Finding, Identity } from '../lint';
import type { Analysis } from './analysis';

/** Where a report's configuration and baseline are or would be, and their texts; null for a file that is not there. */
export interface QuietStore {
  /** The configuration's folder. */
  readonly folder: string;
  readonly config: string | null;
  readonly baselinePath: string | null;
  readonly baseline: string | null;
}

/** A file with its new text; `before` is null for a file to be made. */
export interface FileChange {
  readonly uri: string;
  readonly before: string | null;
  readonly after: string;
}

/** What is to be quiet: a rule everywhere, a rule in this file, one finding, or everything that is found now. */
export type Quieting =
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'file'; readonly code: string }
  | { readonly kind: 'here'; readonly finding: Finding }
  | { readonly kind: 'all' };

/** The files to change; null when one of them cannot be read, so that nothing is written over it. */
export function quieted(store: QuietStore, uri: string, analysis: Analysis, what: Quieting): readonly FileChange[] | null {
  if (what.kind === 'rule') return changed(store, withSetting(store.config, severityPath(store.config, what.code), 'off'));
  const path = relativeTo(store.folder, uri);
  if (path === null) return null;
  if (what.kind === 'file') return changed(store, ignoring(store, path, what.code));
  if (what.kind === 'here') return recorded(store, path, withOneMore(analysis, what.finding));
  return recorded(store, path, analysis.everything().map(({ identity }) => identity));
}

function changed({ folder, config }: QuietStore, after: string | null): readonly FileChange[] | null {
  return after === null ? null : [{ uri: joinUri(folder, CONFIG_FILE_NAME), before: config, after }];
}

/** The path anchored, since a bare name would hold at any depth. */
function ignoring({ config }: QuietStore, path: string, code: string): string | null {
  const key = path.includes('/') ? path : `./${path}`;
  const known = config === null ? [] : codesAt(config, key);
  return withSetting(config, ['ignore', key], known.length === 0 ? [code] : [...known.filter((one) => one !== code), code]);
}

/** Where the severity of a rule stands: options beside it are kept. */
function severityPath(config: string | null, code: string): readonly (string | number)[] {
  const value: unknown = config === null ? undefined : settingIn(config, ['rules', code]);
  return ['rules', code, ...(Array.isArray(value) ? [0] : typeof value === 'object' && value !== null ? ['severity'] : [])];
}

function codesAt(config: string, key: string): readonly string[] {
  const value: unknown = settingIn(config, ['ignore', key]);
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

/** What is held back already, and the finding. */
function withOneMore(analysis: Analysis, finding: Finding): readonly Identity[] {
  const all = analysis.everything();
  const wanted = all.find((one) => one.finding === finding);
  return all.filter((one) => one.held || one === wanted).map(({ identity }) => identity);
}

function recorded(store: QuietStore, path: string, identities: readonly Identity[]): readonly FileChange[] | null {
  const reading = store.baseline === null ? null : readBaseline(store.baseline);
  if (reading && !reading.ok) return null;
  const name = store.baselinePath ?? BASELINE_FILE_NAME;
  const uri = joinUri(store.folder, name);
  const after = writeBaseline(accepting(reading?.entries ?? [], path, identities));
  const config = store.baselinePath === null ? changed(store, withSetting(store.config, ['baseline'], name)) : [];
  return config && [...config, { uri, before: store.baseline, after }];
}
