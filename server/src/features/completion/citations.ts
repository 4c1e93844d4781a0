/**
 * Names of laws and documents: those that seeds cite, those that this draft cites already, and those that the family's data knows. Behind 《 by their words or initials,
 * in running text by initials only, since Chinese words there are text and no wish to cite.
 */

import type { Language } from '../../lint';
import type { Profile, Support } from '../../profile';
import { citedIn, keyOfName, namesIn } from '../../report';
import type { Report } from '../../report';
import { quoted } from '../markdown';
import { featureText } from '../messages';
import { filterTextOf } from './initials';
import { inWidth } from './sections';
import { escaped } from './snippet';
import type { Completion, Spot } from './spot';

/** Latin letters that stand by themselves. */
const INITIALS = /(?:^|[^A-Za-z0-9_.@/-])([A-Za-z]{1,16})$/;
const MOST = 100;
const MOST_OWN = 40;
const MOST_EVIDENCE = 8;

/** A name with what speaks for it; `support` null where no seeds do. */
interface Known {
  readonly name: string;
  readonly support: Support | null;
  readonly own: boolean;
}

/** Names behind an open 《; `closed` what the editor put behind the cursor is taken over. */
export function nameCompletions(spot: Spot): readonly Completion[] {
  const typed = spot.prefix.slice(spot.prefix.lastIndexOf('《') + 1);
  const end = spot.offset + (spot.suffix.startsWith('》') ? 1 : 0);
  return knownNames(spot).map((known) => completionOf(spot, known, { start: spot.offset - typed.length, end }, '》'));
}

/** Names whose initials begin with what was typed, in running text: there a looser match would crowd out what belongs to the place. */
export function citationCompletions(spot: Spot): readonly Completion[] {
  const typed = INITIALS.exec(spot.prefix)?.[1];
  if (typed === undefined) return [];
  const begun = typed.toLowerCase();
  return knownNames(spot).map((known) => completionOf(spot, known, { start: spot.offset - typed.length, end: spot.offset }, '》', '《')).filter(({ filterText }) => filterText.split(' ').some((word) => word.startsWith(begun)));
}

/** Every name worth proposing in a draft, the best first, in its own width. */
export function knownNames({ report, alignment, width, offset }: Pick<Spot, 'report' | 'alignment' | 'width' | 'offset'>): readonly Known[] {
  const names = new Map<string, Known>();
  const add = (name: string, support: Support | null, own: boolean): void => {
    const key = keyOfName(name);
    const known = names.get(key);
    if (!known) names.set(key, { name: inWidth(name, width), support, own });
    else if (own && !known.own) names.set(key, { ...known, own });
  };
  for (const { name, support } of alignment?.profile.cited ?? []) add(name, support, false);
  [...new Set(namesBesides(report, offset))].slice(0, MOST_OWN).forEach((name) => add(name, null, true));
  for (const name of alignment?.profile.family?.norms?.documents ?? []) add(name, null, false);
  return [...names.values()].slice(0, MOST);
}

/** Names that the draft cites, without the one that is being typed at `offset`. */
function namesBesides({ tree: { blocks, starts } }: Report, offset: number): readonly string[] {
  return blocks.flatMap((block, index) => {
    const at = offset - starts[index]!;
    if (at < 0 || at > block.raw.length) return citedIn(block);
    const before = block.raw.slice(0, at);
    const open = before.lastIndexOf('《');
    return [...namesIn(open > before.lastIndexOf('》') ? before.slice(0, open) : before), ...namesIn(block.raw.slice(at))];
  });
}

function completionOf(spot: Spot, { name, support, own }: Known, span: Completion['span'], close: string, open = ''): Completion {
  const prefixes = spot.report.tree.grammar.source.documentPrefixes ?? [];
  const short = prefixes.filter((prefix) => name.startsWith(prefix) && name.length > prefix.length).map((prefix) => name.slice(prefix.length));
  return {
    kind: 'citation', key: `cited:${keyOfName(name)}`, label: `《${name}》`, detail: citedText({ name, support, own }, spot.language),
    filterText: filterTextOf(name, ...short), sortText: '', span, snippet: `${escaped(open + name)}${close}`,
  };
}

/** What speaks for a name, in words. */
export function citedText({ support, own }: Known, language: Language): string {
  if (support) return featureText('seedsCite', language, { ...support });
  return featureText(own ? 'citedHere' : 'citedOften', language);
}

/** Markdown about a name by its key: which seeds cite it; null where none does. */
export function citationDocumentation(key: string, profile: Profile, language: Language): string | null {
  const wanted = key.slice(key.indexOf(':') + 1);
  const known = profile.cited.find(({ name }) => keyOfName(name) === wanted);
  if (!known) return null;
  const seeds = profile.seeds.filter((seed) => seed.cited.some((name) => keyOfName(name) === wanted)).slice(0, MOST_EVIDENCE);
  return [`**《${quoted(known.name)}》** · ${featureText('seedsCite', language, { ...known.support })}`, ...seeds.map((seed) => `- ${quoted(seed.name)}`)].join('\n\n');
}
