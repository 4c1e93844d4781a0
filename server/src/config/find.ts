/**
 * The configuration that holds for a file: the nearest `reportwright.json` at or above its folder. Reads through the host; keeps nothing, callers
 * cache.
 */
import { decodeReport } from '../convert';
import { joinUri, parentUri, type Host } from '../host';
import type { ConfigProblem, RuleLine } from './kinds';
import { parseConfig } from './parse';
import { CONFIG_FILE_NAME, DEFAULT_CONFIG, type Config } from './settings';

/** A configuration and where it comes from. `uri`, `folder` and `text` are null when no file was found. */
export interface FoundConfig {
  readonly uri: string | null;
  readonly folder: string | null;
  readonly text: string | null;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

const NONE: FoundConfig = { uri: null, folder: null, text: null, config: DEFAULT_CONFIG, problems: [] };

/** The configuration for a file, from the nearest file at or above its folder. `rules` are all there are. */
export async function configFor(host: Host, fileUri: string, rules: readonly RuleLine[]): Promise<FoundConfig> {
  const found = await nearestFile(host, fileUri);
  return found ? readConfig(found.uri, found.bytes, rules) : NONE;
}

/** A configuration from the bytes of its file. */
export function readConfig(uri: string, bytes: Uint8Array, rules: readonly RuleLine[]): FoundConfig {
  const folder = parentUri(uri);
  const decoded = decodeReport(bytes);
  if (!decoded.ok) return { uri, folder, text: '', config: DEFAULT_CONFIG, problems: [{ span: { start: 0, end: 0 }, id: 'unreadable', args: {} }] };
  return { uri, folder, text: decoded.text, ...parseConfig(decoded.text, rules) };
}

async function nearestFile(host: Host, fileUri: string): Promise<{ readonly uri: string; readonly bytes: Uint8Array } | null> {
  for (let folder = parentUri(fileUri); folder !== null; folder = parentUri(folder)) {
    const uri = joinUri(folder, CONFIG_FILE_NAME);
    const bytes = await host.readFile(uri);
    if (bytes) return { uri, bytes };
  }
  return null;
}
