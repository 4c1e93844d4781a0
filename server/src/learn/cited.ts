/**
 * Laws and documents that seeds cite by name: those of one seed for its digest, and from the set of digests those that several share.
 */

import { compareText } from '../base';
import type { CitedName, SeedDigest } from '../profile';
import { citedIn, keyOfName } from '../report';
import type { Report } from '../report';
import { tally } from './habits';

/** A report that is a list of documents must not fill the profile. */
const MOST_OF_SEED = 80;
const MOST = 120;

/** Names that a report cites, each once, in code unit order; of more than the profile keeps, those that come first in the text. */
export function namesCited(report: Report): readonly string[] {
  const names = new Set(report.tree.blocks.flatMap((block, index) => (report.roles[index] === 'body' || report.roles[index] === 'heading' || report.roles[index] === 'opening' ? citedIn(block) : [])));
  return [...names].slice(0, MOST_OF_SEED).sort(compareText);
}

/** Names that at least two seeds cite, or those of the only seed there is: the most cited first. A place's own documents are no one else's. */
export function learnCited(seeds: readonly SeedDigest[]): readonly CitedName[] {
  const names = new Map<string, { readonly spellings: string[]; readonly seeds: Set<string> }>();
  for (const seed of seeds) {
    for (const name of seed.cited) {
      const key = keyOfName(name);
      const known = names.get(key) ?? { spellings: [], seeds: new Set<string>() };
      names.set(key, known);
      known.spellings.push(name);
      known.seeds.add(seed.id);
    }
  }
  return [...names.values()]
    .filter((name) => name.seeds.size >= 2 || seeds.length === 1)
    .map(({ spellings, seeds: own }): CitedName => ({ name: tally(spellings)[0]!.text, support: { count: own.size, of: seeds.length } }))
    .sort((a, b) => b.support.count - a.support.count || compareText(a.name, b.name))
    .slice(0, MOST);
}
