/**
 * A text with all its safe fixes, as the command line and the library give it.
 */

import { safeEdits } from '../lint';
import { applyEdits } from '../text';
import { analyse } from './analysis';
import type { Settings } from './analysis';

/** Rounds after which a text that will not settle is left as it is. */
const MOST_ROUNDS = 8;

export interface Mended {
  readonly text: string;
  /** Findings that were mended, all rounds together. */
  readonly fixed: number;
}

/** Applies safe fixes until none is left: a second run changes nothing. */
export function mend(text: string, settings: Settings): Mended {
  let value = text;
  let fixed = 0;
  let analysis = analyse(value, settings);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = analysis.findings() ?? [];
    const edits = safeEdits(findings);
    const next = applyEdits(value, edits);
    if (next === value) break;
    fixed += findings.filter((finding) => finding.fix?.safety === 'safe').length;
    value = next;
    analysis = analyse(value, settings, analysis);
  }
  const left = (analysis.findings() ?? []).filter((finding) => finding.fix?.safety === 'safe').length;
  return { text: value, fixed: Math.max(0, fixed - left) };
}
