/**
 * Findings as other programs read them (contract: design §4.1): zero-based lines, UTF-16 characters, text in one language.
 */

import { sayFinding } from '../lint';
import type { Finding, Language } from '../lint';
import type { Evidence, Safety, Severity } from '../rules';
import { positionAt } from '../text';
import type { Position, Text } from '../text';

export interface DiagnosticJson {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly fix: Safety | null;
  readonly evidence: readonly Evidence[];
}

/** A finding with its sentence and its place in lines. */
export function diagnosticOf(finding: Finding, text: Text, language: Language): DiagnosticJson {
  return {
    rule: finding.code,
    severity: finding.severity,
    message: sayFinding(finding, language),
    range: { start: positionAt(text, finding.span.start), end: positionAt(text, finding.span.end) },
    fix: finding.fix?.safety ?? null,
    evidence: finding.evidence,
  };
}
