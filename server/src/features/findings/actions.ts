/**
 * What can be done about findings: each one's fix, all fixes of one code, everything that is safe. Titles and choices only; edits are made when
 * an action is chosen.
 */

import { say } from '../../lint';
import type { Finding, Language } from '../../lint';
import type { Edit, Span } from '../../text';
import { touches } from '../../text';
import { featureText } from '../messages';

/** `one` mends a finding; `code` all findings of a code; `all` whatever is safe. */
export type ActionScope = 'one' | 'code' | 'all';

export interface Action {
  readonly scope: ActionScope;
  readonly title: string;
  readonly preferred: boolean;
  /** The findings it would mend at once. */
  readonly findings: readonly Finding[];
  /** For `one`: the edits. The other scopes go on until nothing is left; see mendAll. */
  readonly edits: () => readonly Edit[];
}

/** Quick fixes for findings that touch `span`, and after them, where `all` has more than one of a code, the fix of all of them. */
export function quickFixes(findings: readonly Finding[], span: Span, language: Language, all: readonly Finding[] = findings): readonly Action[] {
  const here = findings.filter((finding) => finding.fix && touches(finding.span, span));
  const single = here.flatMap((finding) => [finding.fix!, ...(finding.alternatives ?? [])].map((fix, i): Action => ({
    scope: 'one',
    title: say(finding.code, fix.title, language),
    // One of them at most, since it is applied without a look.
    preferred: i === 0 && fix.safety === 'safe',
    findings: [finding],
    edits: fix.edits,
  })));
  const codes = [...new Set(here.filter(isSafe).map((finding) => finding.code))];
  return [...single, ...codes.flatMap((code) => fixOfCode(all, code, language))];
}

function fixOfCode(findings: readonly Finding[], code: string, language: Language): readonly Action[] {
  const same = findings.filter((finding) => finding.code === code && isSafe(finding));
  if (same.length < 2) return [];
  return [{ scope: 'code', title: featureText('fixCode', language, { code }), preferred: false, findings: same, edits: () => [] }];
}

/** The action that mends everything safe; null when there is nothing of the kind. */
export function fixAllAction(findings: readonly Finding[], language: Language): Action | null {
  const safe = findings.filter(isSafe);
  return safe.length > 0 ? { scope: 'all', title: featureText('fixAll', language), preferred: false, findings: safe, edits: () => [] } : null;
}

/** True for a finding whose fix may be applied without asking. */
const isSafe = (finding: Finding): boolean => finding.fix?.safety === 'safe';
