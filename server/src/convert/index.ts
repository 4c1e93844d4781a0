// What others may use of convert/: bytes to text, and the sentence for a file that is none.
export { decodeReport } from './decode';
export type { Decoded, DecodeFailure, Encoding, Obstacle } from './decode';
export { describeFailure } from './messages';
