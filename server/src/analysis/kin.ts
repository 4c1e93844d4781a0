/**
 * Which family a text belongs to, and what to say when it belongs to none.
 */

import type { Finding } from '../lint';
import { density } from '../profile';
import type { Profile } from '../profile';
import type { Report } from '../report';

/** The bundled profile whose own terms are densest in the report, measured against what each family demands. The first when the text says nothing. */
export function nearestProfile(report: Report, profiles: readonly Profile[]): Profile | null {
  let best: Profile | null = null;
  let score = -1;
  for (const profile of profiles) {
    const family = profile.family;
    const fit = family ? density(report, family) / family.recognise.perThousand : 0;
    if (fit <= score) continue;
    best = profile;
    score = fit;
  }
  return best;
}

/** One finding in place of a wall of them: the text is no report of this family. */
export function foreignNotice(report: Report, profile: Profile): Finding {
  const at = report.title?.span ?? { start: 0, end: Math.min(report.tree.blocks[0]?.raw.length ?? 0, 60) };
  const name = profile.family?.name ?? null;
  const id = name ? 'foreign' : 'foreignProfile';
  return { code: 'config/invalid', severity: 'warning', span: at, message: { id, args: name ? { name, family: profile.family!.id } : { seeds: profile.seeds.length } }, evidence: [], related: [], fix: null };
}
