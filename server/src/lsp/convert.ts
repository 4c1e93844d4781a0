/**
 * Offsets ⇄ positions, edits and severities in the protocol's shapes. Nothing is decided here.
 */

import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Range, TextEdit } from 'vscode-languageserver';
import type { Severity } from '../rules';
import { offsetAt, positionAt } from '../text';
import type { Edit, Span, Text } from '../text';

export const rangeOf = (text: Text, span: Span): Range => ({ start: positionAt(text, span.start), end: positionAt(text, span.end) });

/** Positions that lie outside the text are moved into it; a range that ends before it begins is empty. */
export function spanOf(text: Text, range: Range): Span {
  const start = offsetAt(text, range.start);
  return { start, end: Math.max(start, offsetAt(text, range.end)) };
}

export const textEditsOf = (text: Text, edits: readonly Edit[]): TextEdit[] => edits.map((edit) => ({ range: rangeOf(text, edit.span), newText: edit.text }));

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const severityOf = (severity: Severity): DiagnosticSeverity => SEVERITIES[severity];
