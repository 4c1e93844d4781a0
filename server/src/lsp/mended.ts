/**
 * The safe fixes of one report, applied until none is left, as edits of the text that the editor has.
 */

import { analyse } from '../analysis';
import type { Snapshot } from '../analysis';
import { mendAll } from '../features';
import type { Finding } from '../lint';
import type { Edit } from '../text';

/** Edits that leave nothing safe to mend, of one code or (null) of all. */
export function mended({ analysis }: Snapshot, code: string | null): readonly Edit[] {
  let last = analysis;
  const check = (text: string): readonly Finding[] => (last = analyse(text, analysis.settings, last)).findings() ?? [];
  return mendAll(analysis.text.value, analysis.findings() ?? [], (finding) => code === null || finding.code === code, check).edits;
}
