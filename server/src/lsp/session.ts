/**
 * One connection from initialize to shutdown: what the client can do, its folders and settings, and the workspace over all that.
 */

import type { Connection, InitializeParams } from 'vscode-languageserver';
import { contributes } from '../../../package.json';
import { openWorkspace } from '../analysis';
import type { EditorSettings, Restraint, Workspace } from '../analysis';
import { matches } from '../config';
import { ruleCatalogue } from '../features';
import { relativeTo } from '../host';
import type { Host, LogLevel } from '../host';
import type { Language } from '../lint';
import { abilitiesOf } from './abilities';
import type { Abilities } from './abilities';
import { openSuccessors } from './predecessors';
import type { Successors } from './predecessors';
import { openPublisher } from './publisher';
import type { Publisher } from './publisher';
import type { InitializationOptions } from './requests';
import { openRestraints } from './restraint';
import type { Runtime } from './runtime';
import { openStoredReports } from './stored-reports';
import type { StoredReports } from './stored-reports';

export interface Session {
  readonly connection: Connection;
  readonly abilities: Abilities;
  readonly language: Language;
  readonly host: Host;
  readonly workspace: Workspace;
  /** Reports of the folders that are not open. */
  readonly stored: StoredReports;
  readonly publisher: Publisher;
  readonly successors: Successors;
  readonly turn: () => Promise<void>;
  /** True for our own client, which has commands of its own. */
  readonly ownClient: boolean;
  /** Says to our own client why a report is checked on saving only. */
  readonly tellRestraint: (uri: string, restraint: Restraint | null) => void;
  readonly setFolders: (added: readonly string[], removed: readonly string[]) => void;
  /** Settings sent by a client that cannot be asked for them. */
  readonly setSettings: (settings: unknown) => void;
}

/** Begins a session with what initialize says. */
export function openSession(connection: Connection, runtime: Runtime, params: InitializeParams): Session {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const abilities = abilitiesOf(params);
  const language = languageOf(options.locale ?? params.locale);
  const log = (level: LogLevel, message: string): void => logTo(connection, level, message);
  const ask = options.files === true ? (method: string, request: { readonly uri: string }): Promise<unknown> => connection.sendRequest(method, request) : null;
  const host = runtime.host(ask, log);
  let folders: readonly string[] = foldersOf(params);
  let sent: unknown = null;
  const folderOf = (uri: string): string | null => folders.filter((folder) => relativeTo(folder, uri) !== null).sort((a, b) => b.length - a.length)[0] ?? null;
  const documents = openWorkspace({
    host, language, catalogue: ruleCatalogue, namedAsReport, folderOf, turn: runtime.turn, now: () => performance.now(),
    editorSettings: async (uri) => settingsFrom(abilities.configuration ? await askSettings(connection, uri, log) : sent),
  });
  const { stored, workspace } = openStoredReports({ host, workspace: documents, turn: runtime.turn, folders: () => folders });
  const tellRestraint = openRestraints(connection, options.files === true);
  const publisher = openPublisher({ connection, abilities, workspace, turn: runtime.turn });
  const successors = openSuccessors({ workspace, host, folderOf });
  return {
    connection, abilities, language, host, workspace, stored, publisher, successors, turn: runtime.turn,
    ownClient: options.files === true, tellRestraint,
    setFolders: (added, removed) => void (folders = [...folders.filter((folder) => !removed.includes(folder)), ...added]),
    setSettings: (settings) => void (sent = isRecord(settings) && 'reportwright' in settings ? settings['reportwright'] : settings),
  };
}

/** Findings are about Chinese text: Chinese unless the editor says it speaks something else. */
function languageOf(locale: string | undefined): Language {
  return !locale || locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => folder.uri);
  return params.rootUri ? [params.rootUri] : [];
}

/** The names that the extension gives its language: one list for VS Code and for every other editor. */
const NAMES: readonly string[] = contributes.languages.flatMap((language) =>
  language.id === 'annual-report' ? [...(language.extensions ?? []).map((extension) => `*${extension}`), ...(language.filenamePatterns ?? [])] : [],
);

const namedAsReport = (name: string): boolean => matches({ include: NAMES, exclude: [] }, name);

async function askSettings(connection: Connection, uri: string, log: (level: LogLevel, message: string) => void): Promise<unknown> {
  try {
    return await connection.workspace.getConfiguration({ scopeUri: uri, section: 'reportwright' });
  } catch (error) {
    log('warning', `workspace/configuration: ${String(error)}`);
    return null;
  }
}

/** Where no editor says otherwise: characters (some 2 MB of Chinese text) and milliseconds, as in the manifest. */
const LONGEST = 700_000;
const BUDGET = 3000;

function settingsFrom(value: unknown): EditorSettings {
  const settings = isRecord(value) ? value : {};
  const limit = (key: string, usual: number): number => (typeof settings[key] === 'number' ? settings[key] : usual);
  const text = (key: string): string => (typeof settings[key] === 'string' ? settings[key] : '');
  return { run: settings['run'] === 'onSave' ? 'onSave' : 'onType', family: text('family'), profile: text('profile'), hints: settings['yearOnYearHints'] !== false, longest: limit('sizeLimit', LONGEST), budget: limit('timeBudget', BUDGET) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function logTo({ console }: Connection, level: LogLevel, message: string): void {
  if (level === 'error') console.error(message);
  else if (level === 'warning') console.warn(message);
  else if (level === 'info') console.info(message);
  else console.debug(message);
}
