/** What an injected defect brings: the findings that the same text, unbroken and in the same clothes, does not have. */
import type { Finding } from '../../server/src/lint';
import { isLoud } from './judging';
import type { Injection } from './defects';
import type { Span } from './edits';

const bare = (part: string): string => part.replace(/[-—] \d+ [-—]|\s/g, '');

/** A finding by its words and surroundings, wherever it moved to. */
const exactly = (text: string, { code, message, span }: Finding): string =>
  [code, message.id, bare(text.slice(span.start, span.end)).slice(0, 16), bare(text.slice(span.end, span.end + 20)).slice(0, 6), bare(text.slice(Math.max(0, span.start - 20), span.start)).slice(-6)].join('|');
/** The same finding although its surroundings changed. */
const roughly = (text: string, { code, message, span }: Finding): string => [code, message.id, bare(text.slice(span.start, span.end)).slice(0, 12)].join('|');
/** The same statement although it is shown elsewhere (a missing section moves with the heading it should stand before). */
const inWords = (_: string, { code, message }: Finding): string => [code, message.id, JSON.stringify(message.args)].join('|');

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Findings of the broken text without a counterpart in the unbroken one. */
export function freshFindings(made: Injection, sound: readonly Finding[], broken: readonly Finding[]): readonly Finding[] {
  let old = sound;
  let fresh = broken;
  for (const name of [exactly, roughly, inWords]) {
    const counts = new Map<string, Finding[]>();
    for (const finding of old) counts.set(name(made.sound, finding), [...(counts.get(name(made.sound, finding)) ?? []), finding]);
    const matched = new Set<Finding>();
    fresh = fresh.filter((finding) => {
      // What may be the finding that is due has only an exact counterpart.
      if (name !== exactly && finding.code === made.defect.code && touches(finding.span, made.at)) return true;
      const twin = counts.get(name(made.text, finding))?.pop();
      if (twin) matched.add(twin);
      return !twin;
    });
    old = old.filter((finding) => !matched.has(finding));
  }
  return fresh;
}

/** True when the defect was named by the right code at the right place. */
export const isFound = (made: Injection, fresh: readonly Finding[]): boolean => fresh.some((finding) => finding.code === made.defect.code && touches(finding.span, made.at));

/**
 * Loud findings of another kind. Text taken out of a section takes with it what it was the only one to report, so a part that is then missing follows from
 * the defect.
 */
export function extraFindings(made: Injection, fresh: readonly Finding[]): readonly Finding[] {
  const followsFrom = made.defect.code.startsWith('structure/') ? ['structure/missing-section', 'structure/empty-section'] : [];
  return fresh.filter((finding) => isLoud(finding) && finding.code !== made.defect.code && !followsFrom.includes(finding.code));
}
