export { decodeProfile, encodeProfile } from './codec';
export type { Decoded } from './codec';
export { cuesOf } from './cues';
export { density, namesFamily } from './density';
export { PROFILE_SCHEMA } from './profile';
export type * from './profile';
export { frameLikeness, frameName } from './frame-names';
export type { NamedFigure } from './frame-names';
