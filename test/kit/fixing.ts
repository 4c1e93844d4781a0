/**
 * What a fix must do, whatever its rule: touch only what it changes, make its finding go away, bring no other loud one, and leave nothing to do for a second run.
 * Judged from outside, by checking the text before and after.
 */
import type { Finding } from '../../server/src/lint';
import { applyEdits, leastEdit } from '../../server/src/text';
import { isLoud } from './judging';

/** What is put in to be filled in by the writer is meant to be found. */
const PROMPTS = 'text/placeholder';

const isSame = (one: Finding, other: Finding): boolean => one.code === other.code && one.message.id === other.message.id && JSON.stringify(one.message.args) === JSON.stringify(other.message.args);
const count = (findings: readonly Finding[], code: string): number => findings.filter((finding) => finding.code === code).length;

/** What is wrong with a finding's fix, in words; empty when nothing is. `all` are the findings of `text`, `check` gives those of another one. */
export function faultsOf(text: string, finding: Finding, all: readonly Finding[], check: (text: string) => readonly Finding[]): readonly string[] {
  const edits = finding.fix!.edits();
  const shown = `${finding.code} ${finding.message.id} at ${JSON.stringify(text.slice(Math.max(0, finding.span.start - 6), finding.span.end + 6))}`;
  if (edits.length === 0) return [`${shown}: changes nothing`];
  const wide = edits.filter((edit) => JSON.stringify(leastEdit(text, edit)) !== JSON.stringify(edit));
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const crossing = ordered.some((edit, i) => i > 0 && edit.span.start < ordered[i - 1]!.span.end);
  const after = applyEdits(text, edits);
  const next = check(after);
  const fresh = next.filter((one) => isLoud(one) && one.code !== finding.code && one.code !== PROMPTS && !all.some((other) => other.code === one.code));
  return [
    ...wide.map((edit) => `${shown}: writes again what is there: ${JSON.stringify([text.slice(edit.span.start, edit.span.end), edit.text])}`),
    ...(crossing ? [`${shown}: edits overlap`] : []),
    ...(count(next, finding.code) >= count(all, finding.code) ? [`${shown}: still there after ${JSON.stringify(after.slice(Math.max(0, edits[0]!.span.start - 10), edits[0]!.span.start + edits[0]!.text.length + 10))}`] : []),
    ...(next.some((one) => one.fix && isSame(one, finding) && all.filter((other) => isSame(other, finding)).length <= next.filter((other) => isSame(other, finding)).length) ? [`${shown}: a second run would do it again`] : []),
    ...fresh.map((one) => `${shown}: brings ${one.code} ${JSON.stringify(after.slice(one.span.start, one.span.end))}`),
  ];
}
