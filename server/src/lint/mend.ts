/**
 * Safe fixes taken together: one set of edits against one text. Overlapping ones wait for the next round.
 */

import { soundEdits } from '../text';
import type { Edit } from '../text';
import type { Finding } from './finding';

/** Edits of all safe fixes among `findings`, of one code or of all; sound together. */
export function safeEdits(findings: readonly Finding[], code?: string): readonly Edit[] {
  return soundEdits(findings.flatMap((finding) => (finding.fix?.safety === 'safe' && (code === undefined || finding.code === code) ? finding.fix.edits() : [])));
}
