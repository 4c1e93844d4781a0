/**
 * What is told about a place: the findings that stand there with what they rest on, or the slot a heading fills with what the seeds show.
 */

import type { Alignment } from '../align';
import { say, sayFinding } from '../lint';
import type { Finding, Language } from '../lint';
import type { Profile, Slot, Topic, Witness } from '../profile';
import { sectionAt } from '../report';
import type { Report, Section } from '../report';
import type { Span } from '../text';
import { pageAddress, ruleOf, summaryOf } from './findings/rule-page';
import { linked, quoted, readable } from './markdown';
import { basisText, featureText, labelled, severityText } from './messages';

/** Markdown about a span of the text. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export interface HoverRequest {
  readonly report: Report;
  readonly alignment: Alignment | null;
  readonly findings: readonly Finding[];
  readonly offset: number;
  readonly language: Language;
  /** True in an editor that shows the message of a finding at its place by itself. */
  readonly messageShown?: boolean;
  /** Address of a rule's page: a command in an editor that has one, else the web. */
  readonly pageLink?: (code: string) => string | null;
}

const MOST_FINDINGS = 4;
const MOST_WITNESSES = 6;

/** Findings at the place, the tightest first; without any, what the heading there is; else null. */
export function hoverAt(request: HoverRequest): Hover | null {
  const { findings, offset } = request;
  const here = findings
    .filter(({ span }) => span.start <= offset && (offset < span.end || (span.start === span.end && offset === span.end)))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  if (here.length === 0) return headingHover(request);
  const told = here.slice(0, MOST_FINDINGS).map((finding) => findingMarkdown(finding, request));
  return { span: here[0]!.span, markdown: told.join('\n\n---\n\n') };
}

function findingMarkdown(finding: Finding, { language, messageShown, pageLink }: HoverRequest): string {
  const rule = ruleOf(finding.code);
  const lines = [`**${severityText(finding.severity, language)}** \`${finding.code}\``];
  if (!messageShown) lines.push(quoted(sayFinding(finding, language), 600));
  const ground = groundOf(finding, language);
  if (ground) lines.push(ground);
  if (finding.fix) {
    const label = labelled(finding.fix.safety === 'safe' ? 'fixSafe' : 'fixSuggested', language);
    lines.push(label + quoted(say(finding.code, finding.fix.title, language)));
  }
  const summary = rule ? summaryOf(rule.page, language) : '';
  const address = (pageLink ?? pageAddress)(finding.code);
  const link = address ? `[${featureText('page', language)}](${address})` : '';
  if (summary || link) lines.push([summary, link].filter(Boolean).join(' '));
  return lines.join('\n\n');
}

function groundOf(finding: Finding, language: Language): string {
  const word = labelled('ground', language);
  if (finding.evidence.length > 0) return [word.trimEnd(), '', ...finding.evidence.slice(0, MOST_WITNESSES).map(({ ref, text }) => `- ${quoted(ref)}${text ? ` “${quoted(readable(text), 200)}”` : ''}`)].join('\n');
  const rule = ruleOf(finding.code);
  return rule ? word + basisText(rule.basis, language) : '';
}

function headingHover({ report, alignment, offset, language }: HoverRequest): Hover | null {
  const section = sectionAt(report, offset);
  if (!alignment || !section || offset > section.headSpan.end) return null;
  const parts = aboutSection(alignment, section, language);
  return parts.length > 0 ? { span: section.headSpan, markdown: parts.join('\n\n---\n\n') } : null;
}

function aboutSection(alignment: Alignment, section: Section, language: Language): readonly string[] {
  const { profile } = alignment;
  const slots = profile.slots.filter((slot) => alignment.slotsOf[section.index]?.includes(slot.id));
  const topic = profile.topics.find((known) => known.id === alignment.topicOf[section.index]);
  return [...slots.map((slot) => placeMarkdown(slot, 'slot', profile, language)), ...(topic ? [placeMarkdown(topic, 'topic', profile, language)] : [])];
}

/** A slot or topic for people: its name, how many seeds have it, how they put it, which norm demands it. */
export function placeMarkdown(place: Slot | Topic, kind: 'slot' | 'topic', profile: Profile, language: Language): string {
  const lines = [`**${labelled(kind, language)}${quoted(place.name[language])}**`];
  if (place.support.of > 0) lines.push(featureText('seedsHave', language, { ...place.support }));
  const witnesses = place.evidence.slice(0, MOST_WITNESSES).map((witness) => witnessLine(witness, language));
  if (witnesses.length > 0) lines.push([labelled('seedsTitle', language).trimEnd(), '', ...witnesses].join('\n'));
  const cite = place.norm?.cite;
  const citation = cite ? profile.family?.norms?.citations[cite] : undefined;
  if (citation) lines.push(labelled('demanded', language) + linked(quoted(citation.title), citation.url));
  return lines.join('\n\n');
}

function witnessLine({ seed, text, by }: Witness, language: Language): string {
  const how = by === 'heading' ? '' : ` (${featureText(by === 'combined' ? 'byCombined' : 'byPassage', language)})`;
  return `- ${quoted(seed)} “${quoted(readable(text))}”${how}`;
}
