/**
 * What can be written next: the section or topic that is missing here, the next number of the run, the next item of a chain or a whole chain, a sentence with figures, a
 * closing form, the name of a document. What the text shows so far decides; in the middle of a sentence only names are offered, and nothing in quotations, addresses, tables.
 */

import type { Language } from '../../lint';
import type { Profile } from '../../profile';
import { placeMarkdown } from '../hover';
import { chainCompletions } from './chains';
import { citationCompletions, citationDocumentation, nameCompletions } from './citations';
import { closingCompletions } from './closings';
import { figureCompletions, frameDocumentation } from './figures';
import { groundAt } from './ground';
import { itemCompletions } from './items';
import { numberCompletions } from './numbers';
import { sectionCompletions } from './sections';
import { spotOf } from './spot';
import type { Completion, CompletionRequest } from './spot';

/** Proposals at an offset, best first. */
export function completionsAt(request: CompletionRequest): readonly Completion[] {
  const spot = spotOf(request);
  const ground = groundAt(spot.report, spot.offset, spot.prefix);
  if (ground === 'closed') return [];
  const found = ground === 'name' ? nameCompletions(spot) : [...itemCompletions(spot), ...numberCompletions(spot), ...sectionCompletions(spot), ...figureCompletions(spot), ...closingCompletions(spot), ...chainCompletions(spot), ...citationCompletions(spot)];
  return found.map((completion, i) => ({ ...completion, sortText: String(i).padStart(3, '0') }));
}

/** Markdown about a proposal by its key, made when someone looks at it; null when there is nothing to say. */
export function completionDocumentation(key: string, profile: Profile, language: Language): string | null {
  if (key.startsWith('cited:')) return citationDocumentation(key, profile, language);
  if (key.startsWith('frame:')) return frameDocumentation(key, profile, language);
  const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  const place = kind === 'slot' ? profile.slots.find((slot) => slot.id === id) : kind === 'topic' ? profile.topics.find((topic) => topic.id === id) : undefined;
  return place ? placeMarkdown(place, kind === 'slot' ? 'slot' : 'topic', profile, language) : null;
}
