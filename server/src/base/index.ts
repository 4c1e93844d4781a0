export { contentHash } from './hash';
export { lazy, memoOn } from './memo';
export { canonicalJson, compareText } from './order';
