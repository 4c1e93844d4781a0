/** Checking in tests: profiles that never saw the text they judge, findings in words, and what is new between two checks. */
import { analyse, type Analysis } from '../../server/src/analysis';
import { outlineOf, type OutlineSection } from '../../server/src/features';
import { families, grammar, sharedSlots, units } from '../../server/src/families';
import { learn, type Seed } from '../../server/src/learn';
import { sayFinding, type Finding } from '../../server/src/lint';
import type { Profile } from '../../server/src/profile';
import type { Span } from './edits';

const law = families[0]!;
const LONGEST_QUOTE = 40;

/** The profile of all texts but one, for a family with norms or for none. */
export function learnedWithout(texts: readonly Seed[], left: Seed, family: 'law' | 'none' = 'law'): Profile {
  return learn(texts.filter((other) => other !== left), { grammar, units, shared: sharedSlots, family: family === 'law' ? law : null });
}

/** The profile of all texts. */
export const learnedFrom = (texts: readonly Seed[], family: 'law' | 'none' = 'law'): Profile => learn(texts, { grammar, units, shared: sharedSlots, family: family === 'law' ? law : null });

export const analysed = (text: string, profile: Profile | null): Analysis => analyse(text, { profile, rules: {}, year: null });
export const check = (text: string, profile: Profile | null): readonly Finding[] => analysed(text, profile).findings()!;
export const isLoud = (finding: Finding): boolean => finding.severity === 'error' || finding.severity === 'warning';

/** The text of a span, shortened, line breaks shown. */
export function quote(text: string, { start, end }: Span): string {
  const cut = text.slice(start, end);
  return (cut.length > LONGEST_QUOTE ? `${cut.slice(0, LONGEST_QUOTE)}…` : cut).replace(/\r?\n/g, '⏎');
}

/** Some characters before a span, the span in marks, some behind: enough to find the place without a line number. */
export function inContext(text: string, { start, end }: Span, side = 8): string {
  const line = (part: string): string => part.replace(/\r?\n/g, '⏎');
  return `${line(text.slice(Math.max(0, start - side), start))}«${quote(text, { start, end })}»${line(text.slice(end, end + side))}`;
}

/** One line a finding: `severity code place message`. */
export const findingsText = (text: string, findings: readonly Finding[]): string =>
  findings.map((finding) => `${finding.severity.padEnd(7)} ${finding.code.padEnd(26)} ${inContext(text, finding.span)}\n        ${sayFinding(finding, 'zh')}\n`).join('');

/** The outline as the expectation files write it: depth by indent, `…` where text runs on in the line, slots in brackets. */
export function outlineText(analysis: Analysis): string {
  const outline = outlineOf(analysis.report, analysis.alignment());
  const rows = (sections: readonly OutlineSection[], depth: number): readonly string[] => sections.flatMap((section) => {
    const slots = section.slots ?? (section.slot ? [section.slot] : []);
    return [`${'  '.repeat(depth)}${section.marker}${section.title}${section.runIn ? ' …' : ''}${slots.length ? ` [${slots.join(', ')}]` : ''}`, ...rows(section.children, depth + 1)];
  });
  const spoken = (analysis.alignment()?.fillings ?? []).filter((filling) => filling.by === 'passage' || filling.by === 'mention')
    .map((filling) => `${filling.by} ${filling.slot} «${analysis.text.value.slice(filling.at.start, Math.min(filling.at.end, filling.at.start + 30)).replace(/\r?\n/g, '⏎')}»`);
  return [`title: ${outline.title ?? 'none'}`, `year: ${outline.year ?? 'none'}`, ...rows(outline.sections, 0), ...spoken, ''].join('\n');
}
