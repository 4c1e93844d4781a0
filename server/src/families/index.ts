export { families, grammar, sharedSlots, units } from './data';
export { bundledProfile, bundledProfiles } from './profiles';
