/**
 * Naming last year's report in the configuration that a draft is under: what the file would hold then, or why it is left alone. Nothing is written here.
 */

import { CONFIG_FILE_NAME, settingIn, withSetting } from '../config';
import { joinUri, parentUri, relativeTo } from '../host';

/**
 * `write`: `config` is to hold `text`. `same`: it names that report. `other`: it names another one, `named`. `broken`: it has mistakes in it, or last year's report lies where
 * no path leads.
 */
export type Linking =
  | { readonly kind: 'write'; readonly config: string; readonly text: string; readonly isNew: boolean }
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly named: string }
  | { readonly kind: 'broken' };

/** How `previous` gets named for the draft at `uri`; `config` is the configuration file it is under with its text, null without one. */
export function linking(uri: string, previous: string, config: { readonly uri: string; readonly text: string } | null): Linking {
  const folder = parentUri(config?.uri ?? uri);
  const path = folder === null ? null : pathFrom(folder, previous);
  if (folder === null || path === null) return { kind: 'broken' };
  const named = config ? settingIn(config.text, ['previous']) : undefined;
  if (typeof named === 'string') return relativeTo(`${previous}/`, `${joinUri(folder, named)}/`) === '' ? { kind: 'same' } : { kind: 'other', named };
  const text = withSetting(config?.text ?? null, ['previous'], path);
  return text === null ? { kind: 'broken' } : { kind: 'write', config: config?.uri ?? joinUri(folder, CONFIG_FILE_NAME), text, isNew: config === null };
}

/** The report that a configuration names as last year's, readable or not; null when it names none. */
export function namedPrevious(config: { readonly uri: string; readonly text: string }): string | null {
  const folder = parentUri(config.uri);
  const named: unknown = settingIn(config.text, ['previous']);
  return folder !== null && typeof named === 'string' && named !== '' ? joinUri(folder, named) : null;
}

/** The way from a folder to a file, upward where it must be; null to another machine or kind of place. */
function pathFrom(folder: string, uri: string): string | null {
  let up = '';
  for (let at: string | null = folder; at !== null; at = parentUri(at), up += '../') {
    const below = relativeTo(at, uri);
    if (below !== null) return up + below;
  }
  return null;
}
