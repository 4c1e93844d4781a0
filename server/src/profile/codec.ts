/**
 * Profile ⇄ text. Writing gives the same bytes for the same profile; reading refuses what it does not know, with a reason that names it.
 */

import { canonicalJson } from '../base';
import type { Profile } from './profile';
import { PROFILE_SCHEMA } from './profile';

export type Decoded = { readonly ok: true; readonly profile: Profile } | { readonly ok: false; readonly reason: 'syntax' | 'newer' | 'shape'; readonly detail: string };

/** The profile as canonical JSON. */
export function encodeProfile(profile: Profile): string {
  return canonicalJson(profile);
}

/** Reads a profile file. Never throws. */
export function decodeProfile(text: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: 'syntax', detail: error instanceof Error ? error.message : String(error) };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { ok: false, reason: 'shape', detail: 'object' };
  const { schema } = value as { schema?: unknown };
  if (typeof schema !== 'number') return { ok: false, reason: 'shape', detail: 'schema' };
  if (schema > PROFILE_SCHEMA) return { ok: false, reason: 'newer', detail: `${schema} > ${PROFILE_SCHEMA}` };
  const wrong = LISTS.find((key) => !Array.isArray((value as Record<string, unknown>)[key])) ?? wrongMember(value as Record<string, readonly unknown[]>);
  if (wrong) return { ok: false, reason: 'shape', detail: wrong };
  return { ok: true, profile: withNames(withFigures(value as Profile)) };
}

/** Profiles that were written before figures were learned have none. */
function withFigures(profile: Profile): Profile {
  const seeds = profile.seeds.every((seed) => Array.isArray(seed.figures)) ? profile.seeds : profile.seeds.map((seed) => (Array.isArray(seed.figures) ? seed : { ...seed, figures: [] }));
  return Array.isArray(profile.frames) && seeds === profile.seeds ? profile : { ...profile, seeds, frames: Array.isArray(profile.frames) ? profile.frames : [] };
}

/** Profiles of schema 1 know no cited names. */
function withNames(profile: Profile): Profile {
  const seeds = profile.seeds.every((seed) => Array.isArray(seed.cited)) ? profile.seeds : profile.seeds.map((seed) => (Array.isArray(seed.cited) ? seed : { ...seed, cited: [] }));
  return Array.isArray(profile.cited) && seeds === profile.seeds ? profile : { ...profile, seeds, cited: Array.isArray(profile.cited) ? profile.cited : [] };
}

const LISTS = ['seeds', 'slots', 'topics', 'numbering', 'closings'] as const;

/** What the rules rely on; a file that was edited by hand fails here with the member's name, not later in a rule. */
function wrongMember(value: Record<string, readonly unknown[]>): string | null {
  for (const key of ['slots', 'topics'] as const) {
    const index = value[key]!.findIndex((entry) => !isSlotLike(entry));
    if (index >= 0) return `${key}[${index}]`;
  }
  const frame = Array.isArray(value['frames']) ? value['frames'].findIndex((entry) => !isFrameLike(entry)) : -1;
  if (frame >= 0) return `frames[${frame}]`;
  const cited = Array.isArray(value['cited']) ? value['cited'].findIndex((entry) => !isRecord(entry) || typeof entry['name'] !== 'string' || !isRecord(entry['support'])) : -1;
  if (cited >= 0) return `cited[${cited}]`;
  const seed = value['seeds']!.findIndex((entry) => !isRecord(entry) || typeof entry['id'] !== 'string' || !Array.isArray(entry['sections']));
  if (seed >= 0) return `seeds[${seed}]`;
  const family = (value as Record<string, unknown>)['family'];
  if (family !== null && family !== undefined && (!isRecord(family) || typeof family['id'] !== 'string')) return 'family';
  return badPattern(value);
}

function isSlotLike(entry: unknown): boolean {
  return isRecord(entry) && typeof entry['id'] === 'string' && isRecord(entry['name']) && isRecord(entry['support']) && Array.isArray(entry['evidence']) && Array.isArray(entry['headings']);
}

function isFrameLike(entry: unknown): boolean {
  return isRecord(entry) && ['name', 'verb', 'unit', 'slot', 'text'].every((key) => typeof entry[key] === 'string') && isRecord(entry['support']) && Array.isArray(entry['evidence']) && Array.isArray(entry['otherNames']);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A pattern that does not compile would make every check fail. */
function badPattern(value: Record<string, readonly unknown[]>): string | null {
  for (const key of ['slots', 'topics'] as const) {
    for (const entry of value[key] as readonly { id: string; norm?: Record<string, unknown> | null }[]) {
      for (const [name, patterns] of Object.entries(entry.norm ?? {})) {
        if (!Array.isArray(patterns)) continue;
        for (const pattern of patterns) if (typeof pattern === 'string' && !compiles(pattern)) return `${key}.${entry.id}.${name}: ${pattern}`;
      }
    }
  }
  return null;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
