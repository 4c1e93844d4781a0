export { enterEdit } from './enter';
export { format, lineEdits } from './format';
export type { Read } from './format';
export type { FormatOptions } from './options';
export { protectedPlaces } from './protected';
export { renumberFrom } from './renumber';
