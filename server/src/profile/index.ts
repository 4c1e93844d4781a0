export { decodeProfile, encodeProfile } from './codec';
export type { Decoded } from './codec';
export { cuesOf } from './cues';
export { PROFILE_SCHEMA } from './profile';
export type * from './profile';
