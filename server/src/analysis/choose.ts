/**
 * Which profile holds where: the file a configuration names, else what its seeds teach, else its family, else what the editor is set to, else
 * what the text shows. A choice that cannot be kept falls back to the built-in profile and says so.
 */

import type { Config, FoundConfig } from '../config';
import { nearest } from '../config';
import { decodeReport } from '../convert';
import { bundledProfile, families } from '../families';
import { joinUri } from '../host';
import type { Host } from '../host';
import { decodeProfile } from '../profile';
import type { Bilingual, Profile } from '../profile';
import { noticeText } from './notice';
import { learnFromUris } from './seeds';
import type { DigestCache, Pace } from './seeds';

/** What an editor is set to, where no configuration file says otherwise; empty strings say nothing. */
export interface EditorSettings {
  readonly run: 'onType' | 'onSave';
  readonly family: string;
  readonly profile: string;
  /** Hints behind figures are wanted. */
  readonly hints: boolean;
  /** Characters beyond which a report is checked on saving only. */
  readonly longest: number;
  /** Milliseconds a check may take before a report is checked on saving only. */
  readonly budget: number;
}

/** Where a profile comes from. `name` is a path or the id of a family. */
export interface Origin {
  readonly kind: 'file' | 'seeds' | 'family' | 'auto' | 'none';
  readonly name: string;
}

export interface Choice {
  readonly profile: Profile | 'auto' | null;
  readonly origin: Origin;
  /** Why the choice could not be kept, and which setting it is about. */
  readonly problem: { readonly key: 'profile' | 'seeds' | 'family'; readonly text: Bilingual } | null;
  /** Files and folders (URIs) whose change may change the choice. */
  readonly reads: readonly string[];
}

const AUTO: Choice = { profile: 'auto', origin: { kind: 'auto', name: '' }, problem: null, reads: [] };

/** The choice of a configuration file; what the text shows when it makes none. */
export async function chosenByConfig(host: Host, found: FoundConfig, digests: DigestCache, pace: Pace): Promise<Choice> {
  const { config, folder } = found;
  if (folder === null) return AUTO;
  if (config.profile !== null) return chosenFile(host, config.profile, joinUri(folder, config.profile));
  const family = config.family === null ? AUTO : chosenFamily(config.family);
  if (family.problem || config.seeds.length === 0) return family;
  return chosenSeeds(host, config, folder, digests, pace);
}

/** The choice of the editor's settings; `base` is the folder that paths in them are relative to. */
export async function chosenByEditor(host: Host, settings: EditorSettings, base: string | null): Promise<Choice> {
  if (settings.profile && base !== null) return chosenFile(host, settings.profile, joinUri(base, settings.profile));
  return settings.family ? chosenFamily(settings.family) : AUTO;
}

async function chosenFile(host: Host, path: string, uri: string): Promise<Choice> {
  const failed = (id: 'missing' | 'unreadable' | 'syntax' | 'newer' | 'shape', detail = ''): Choice => ({
    ...AUTO, problem: { key: 'profile', text: noticeText(`profile-${id}`, { path, detail }) }, reads: [uri],
  });
  const bytes = await host.readFile(uri);
  if (!bytes) return failed('missing');
  const text = decodeReport(bytes);
  if (!text.ok) return failed('unreadable');
  const decoded = decodeProfile(text.text);
  if (!decoded.ok) return failed(decoded.reason, decoded.detail);
  return { profile: decoded.profile, origin: { kind: 'file', name: path }, problem: null, reads: [uri] };
}

function chosenFamily(family: string): Choice {
  if (family === 'none') return { ...AUTO, profile: null, origin: { kind: 'none', name: '' } };
  const profile = bundledProfile(family);
  if (profile) return { ...AUTO, profile, origin: { kind: 'family', name: family } };
  const near = nearest(family, [...families.map((known) => known.id), 'none']);
  return { ...AUTO, problem: { key: 'family', text: near ? noticeText('unknown-family-near', { name: family, near }) : noticeText('unknown-family', { name: family }) } };
}

async function chosenSeeds(host: Host, config: Config, folder: string, digests: DigestCache, pace: Pace): Promise<Choice> {
  const uris = config.seeds.map((seed) => joinUri(folder, seed));
  const name = config.seeds.join(', ');
  const profile = await learnFromUris(host, uris, config.family, digests, pace);
  if (!profile) return { ...AUTO, problem: { key: 'seeds', text: noticeText('seeds-empty', { path: name }) }, reads: uris };
  return { profile, origin: { kind: 'seeds', name }, problem: null, reads: uris };
}
