/**
 * Findings and notices as the protocol's diagnostics, the same for pull and push.
 */

import { DiagnosticTag } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver';
import type { Notice, Snapshot } from '../analysis';
import { contentHash } from '../base';
import { ruleOf } from '../features';
import { say, sayFinding } from '../lint';
import type { Finding, Language } from '../lint';
import type { Text } from '../text';
import type { Abilities } from './abilities';
import { rangeOf, severityOf } from './convert';
import { ruleLink } from './rule-link';

export const SOURCE = 'reportwright';

/** Diagnostics of a report; null when `cancelled` said so on the way. */
export function reportDiagnostics({ analysis, language, notices, document }: Snapshot, abilities: Abilities, cancelled?: () => boolean): Diagnostic[] | null {
  const findings = analysis.findings(cancelled);
  if (!findings) return null;
  return [...noticeDiagnostics(notices, analysis.text, language, abilities), ...findings.map((finding) => diagnosticFrom(finding, document.uri, analysis.text, language, abilities))];
}

/** Identity of those diagnostics, made of what they are made from: equal ids mean equal answers. */
export function resultIdOf({ analysis, language, notices }: Snapshot): string {
  return `${analysis.id()}.${language}${notices.length > 0 ? `.${contentHash(JSON.stringify(notices))}` : ''}`;
}

/** Notices as diagnostics in the file they are about. */
export function noticeDiagnostics(notices: readonly Notice[], text: Text, language: Language, abilities: Abilities): Diagnostic[] {
  return notices.map((notice) => ({
    range: rangeOf(text, notice.span), severity: severityOf(notice.severity), source: SOURCE, message: notice.text[language], ...codeOf('config/invalid', abilities),
  }));
}

function diagnosticFrom(finding: Finding, uri: string, text: Text, language: Language, abilities: Abilities): Diagnostic {
  const related = abilities.relatedInformation ? finding.related : [];
  return {
    range: rangeOf(text, finding.span),
    severity: severityOf(finding.severity),
    ...codeOf(finding.code, abilities),
    source: SOURCE,
    message: sayFinding(finding, language),
    ...(related.length > 0 ? { relatedInformation: related.map((other) => ({ location: { uri, range: rangeOf(text, other.span) }, message: say(finding.code, other.message, language) })) } : {}),
    ...(abilities.tags ? tagsOf(finding) : {}),
    data: { fix: finding.fix?.safety ?? null },
  };
}

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, outdated: DiagnosticTag.Deprecated } as const;

/** What is not safe to take away is not shown as if it could go. */
function tagsOf({ code, message, fix }: Finding): Pick<Diagnostic, 'tags'> {
  const tag = fix?.safety === 'suggested' ? undefined : ruleOf(code)?.tags?.[message.id];
  return tag ? { tags: [TAGS[tag]] } : {};
}

function codeOf(code: string, abilities: Abilities): Pick<Diagnostic, 'code' | 'codeDescription'> {
  const href = abilities.codeDescription ? ruleLink(code, abilities) : null;
  return { code, ...(href ? { codeDescription: { href } } : {}) };
}
