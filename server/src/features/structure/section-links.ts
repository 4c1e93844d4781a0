/**
 * From a reference to the heading that it names (见第三部分, 二、（三）所述), and from a heading to what refers to it. Places only; how references are read is not decided here.
 */

import { headingOf, referencesOf } from '../../edit';
import { sectionAt } from '../../report';
import type { Report, Section } from '../../report';
import type { Span } from '../../text';

/** The heading that a reference at an offset names, its 第 and its 部分 included; null where there is none, or more than one. */
export function headingReferredAt(report: Report, offset: number): Span | null {
  return referredAt(report, offset)?.headSpan ?? null;
}

/** Places that refer to the heading at an offset, or to the one that the reference there names; `declared` adds the heading itself. */
export function headingMentionsAt(report: Report, offset: number, declared: boolean): readonly Span[] {
  const section = referredAt(report, offset) ?? headingAt(report, offset);
  if (!section) return [];
  const places = referencesOf(report).filter((step) => headingOf(step) === section).map(({ at }) => at);
  return places.length > 0 && declared ? [section.headSpan, ...places] : places;
}

function referredAt(report: Report, offset: number): Section | null {
  const step = referencesOf(report).find(({ at }) => at.start - 1 <= offset && offset <= at.end + 1);
  return (step && headingOf(step)) ?? null;
}

function headingAt(report: Report, offset: number): Section | null {
  const section = sectionAt(report, offset);
  return section && offset <= section.headSpan.end ? section : null;
}
