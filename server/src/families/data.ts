/**
 * The families and word lists that travel with the program, read from seeds/. The only place that imports that data; the rest gets it as values.
 */

import commonGrammar from '../../../seeds/common/grammar.json';
import commonSlots from '../../../seeds/common/slots.json';
import commonUnits from '../../../seeds/common/units.json';
import lawFamily from '../../../seeds/law-based-government/family.json';
import lawNorms from '../../../seeds/law-based-government/norms.json';
import lawUnits from '../../../seeds/law-based-government/units.json';
import type { Family, Norms, SlotNorm } from '../profile';
import { compileUnits, withFamily } from '../report';
import type { FamilyUnits, Units } from '../report';
import { compileGrammar } from '../syntax';

/** Words for reading any annual report. */
export const grammar = compileGrammar(commonGrammar);

/** What families add to the words for reading figures. They hold for every text: which family a text is of is known only when it has been read. */
const familyUnits: readonly FamilyUnits[] = [lawUnits];

/** Words for reading figures. */
export const units = compileUnits(familyUnits.reduce(withFamily, commonUnits as Units));

/** Functions that reports of every family share; they demand nothing. */
export const sharedSlots: readonly SlotNorm[] = commonSlots as unknown as readonly SlotNorm[];

/** Families by id. */
export const families: readonly Family[] = [{ ...lawFamily, norms: withShared(lawNorms as unknown as Norms) }];

/** A family's own slots take over the shared patterns of the same id and add theirs in front. */
function withShared(norms: Norms): Norms {
  return { ...norms, slots: norms.slots.map((slot) => merged(slot, sharedSlots.find((shared) => shared.id === slot.id))) };
}

function merged(own: SlotNorm, shared: SlotNorm | undefined): SlotNorm {
  if (!shared) return own;
  return {
    ...shared,
    ...own,
    heading: [...own.heading, ...shared.heading],
    notHeading: [...(own.notHeading ?? []), ...(shared.notHeading ?? [])],
    opening: [...(own.opening ?? []), ...(shared.opening ?? [])],
  };
}
