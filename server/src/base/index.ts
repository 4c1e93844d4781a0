export { contentHash } from './hash';
export { lazy, memoOn, once } from './memo';
export { canonicalJson, compareText } from './order';
export { partitionPoint } from './search';
