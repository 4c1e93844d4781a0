/**
 * Safe fixes taken together: one set of edits against one text. A fix is applied whole or not at all; one that overlaps another waits for the next round.
 */

import { partitionPoint } from '../base';
import { soundEdits } from '../text';
import type { Edit } from '../text';
import type { Finding } from './finding';

/** Edits of all safe fixes among `findings`, of one code or of all; sound together, in document order. */
export function safeEdits(findings: readonly Finding[], code?: string): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { code: own, fix } of findings) {
    if (fix?.safety !== 'safe' || (code !== undefined && own !== code)) continue;
    const edits = soundEdits(fix.edits());
    if (edits.every((edit) => agreement(taken, edit) !== 'clash')) for (const edit of edits) if (agreement(taken, edit) === 'free') taken.splice(placeIn(taken, edit), 0, edit);
  }
  return taken;
}

/** Whether an edit may join: it is free, it is there already (two findings mended by one renumbering), or another one wants the same place otherwise. */
function agreement(taken: readonly Edit[], edit: Edit): 'free' | 'there' | 'clash' {
  const at = placeIn(taken, edit);
  const before = taken[at - 1];
  if (before && before.span.start === edit.span.start && before.span.end === edit.span.end) return before.text === edit.text ? 'there' : 'clash';
  if (before && before.span.end > edit.span.start) return 'clash';
  const behind = taken[at];
  return behind && behind.span.start < edit.span.end ? 'clash' : 'free';
}

/** Behind every edit that begins before this one, or begins with it and ends no later. */
const placeIn = (taken: readonly Edit[], { span }: Edit): number =>
  partitionPoint(taken, ({ span: other }) => other.start < span.start || (other.start === span.start && other.end <= span.end));
