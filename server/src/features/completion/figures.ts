/**
 * Sentences that give figures, as seeds put them: at the beginning of a sentence, inside the topic or slot where seeds give them, with a stop for each numeral. Figures that
 * the draft gives already are not offered again.
 */

import { framesUnder, givenFrames } from '../../align';
import type { Language } from '../../lint';
import type { Frame, Profile } from '../../profile';
import { sectionAt } from '../../report';
import { quoted } from '../markdown';
import { featureText } from '../messages';
import { filterTextOf } from './initials';
import { inWidth } from './sections';
import { escaped } from './snippet';
import type { Completion, Spot } from './spot';

/** What may have been typed of a sentence so far: a few characters behind the end of another, or at the head of a line. */
const TYPED = /(?:^[\s\u3000]*|[。；;！？!?]\s*)([^\s，。、；：！？,;:!?]{0,16})$/;
const MOST = 8;
const MOST_EVIDENCE = 4;

/** Figure sentences at the cursor; none in the middle of a sentence or where the profile knows no place. */
export function figureCompletions(spot: Spot): readonly Completion[] {
  const { alignment, report, suffix, offset, units } = spot;
  const typed = TYPED.exec(spot.prefix)?.[1];
  if (!alignment || spot.hashed || typed === undefined || !/^(?:$|[\s。；;])/.test(suffix)) return [];
  const start = offset - typed.length;
  const frames = framesUnder(alignment, sectionAt(report, Math.max(0, start - 1)));
  if (frames.length === 0) return [];
  const given = givenFrames(report, frames, units);
  const seen = new Set<string>();
  return frames.filter((frame) => !given.has(frame) && !seen.has(frame.text) && seen.add(frame.text)).slice(0, MOST).map((frame) => completionOf(spot, frame, start));
}

function completionOf({ language, width, suffix, offset }: Spot, frame: Frame, start: number): Completion {
  const closed = /^\s*[。；;]/.test(suffix);
  return {
    kind: 'figure',
    key: keyOf(frame),
    label: figureSentence(frame, width),
    detail: `${featureText('figureSentence', language)} · ${featureText('seedsHave', language, { ...frame.support })}`,
    filterText: filterTextOf(inWidth(frame.text, width).replace(/\{\d+\}/g, ''), frame.name),
    sortText: '',
    span: { start, end: offset },
    snippet: `${figureSnippet(frame, width)}${closed ? '' : '。'}$0`,
  };
}

/** The sentence as it is shown, without its full stop. */
export const figureSentence = (frame: Frame, width: 'full' | 'half'): string => inWidth(frame.text, width).replace(/\{\d+\}/g, '__');

/** The sentence with a stop for each numeral, without its full stop. */
export function figureSnippet(frame: Frame, width: 'full' | 'half'): string {
  let stops = 0;
  return inWidth(frame.text, width).split(/\{\d+\}/).map(escaped).reduce((all, part) => `${all}\${${++stops}:__}${part}`);
}

const keyOf = (frame: Frame): string => `frame:${[frame.slot, frame.topic ?? '', frame.name, frame.verb, frame.unit].join('|')}`;

/** Markdown about a figure sentence by its key: how seeds put it; null when the profile has no such frame. */
export function frameDocumentation(key: string, profile: Profile, language: Language): string | null {
  const frame = profile.frames.find((one) => keyOf(one) === key);
  if (!frame) return null;
  const lines = frame.evidence.slice(0, MOST_EVIDENCE).map(({ seed, text }) => `- ${quoted(seed)} “${quoted(text, 200)}”`);
  return [`**${quoted(frame.name)}** · ${quoted(frame.unit)} · ${featureText('seedsHave', language, { ...frame.support })}`, ...lines].join('\n\n');
}
