export { align, sectionOfBlocks } from './align';
export { fillingsOf } from './alignment';
export type { Alignment, Filling, TopicFound } from './alignment';
