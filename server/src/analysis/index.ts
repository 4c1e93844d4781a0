export { DEFAULT_SETTINGS, analyse } from './analysis';
export type { Analysis, Settings } from './analysis';
export { mend } from './mend';
export type { Mended } from './mend';
