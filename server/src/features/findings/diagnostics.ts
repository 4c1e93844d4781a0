/**
 * Findings as other programs read them (contract: design §4.1): zero-based lines, UTF-16 characters, text in one language.
 */

import { say, sayFinding } from '../../lint';
import type { Finding, Language } from '../../lint';
import type { Evidence, Safety, Severity } from '../../rules';
import { positionAt } from '../../text';
import type { Position, Span, Text } from '../../text';

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
    range: rangeOf(text, finding.span),
    fix: finding.fix?.safety ?? null,
    evidence: finding.evidence,
  };
}

type Range = DiagnosticJson['range'];

/** What there is to a finding beyond that: related places, and its fix spelt out. */
export interface DiagnosticDetail {
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly fix: { readonly title: string; readonly edits: readonly { readonly range: Range; readonly text: string }[] } | null;
}

/** Works out the edits of the fix, so it is asked for only where they are wanted. */
export function detailOf(finding: Finding, text: Text, language: Language): DiagnosticDetail {
  const { fix } = finding;
  return {
    related: finding.related.map((other) => ({ range: rangeOf(text, other.span), message: say(finding.code, other.message, language) })),
    fix: fix && { title: say(finding.code, fix.title, language), edits: fix.edits().map((edit) => ({ range: rangeOf(text, edit.span), text: edit.text })) },
  };
}

const rangeOf = (text: Text, span: Span): Range => ({ start: positionAt(text, span.start), end: positionAt(text, span.end) });
