/**
 * Profiles that travel with the program, one a family, made by `learn` from the family's seeds; a test proves them fresh.
 */

import lawProfile from '../../../seeds/law-based-government/profile.json';
import { lazy } from '../base';
import type { Profile } from '../profile';

/** Bundled profiles, in the order of the families. */
export const bundledProfiles: () => readonly Profile[] = lazy(() => [lawProfile as unknown as Profile]);

/** The bundled profile of a family by id, or null. */
export function bundledProfile(family: string): Profile | null {
  return bundledProfiles().find((profile) => profile.family?.id === family) ?? null;
}
