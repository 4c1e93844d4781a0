export { families, grammar, sharedSlots } from './data';
export { bundledProfile, bundledProfiles } from './profiles';
