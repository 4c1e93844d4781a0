export { align, sectionOfBlocks } from './align';
export { fillingsOf } from './alignment';
export type { Alignment, Filling, TopicFound } from './alignment';
export { counterpartsOf, keyOfFigure, looseKeyOfFigure, mentionsOf, nameOfFigure, timeOf } from './counterparts';
export { framesUnder, givenFrames, placeOfSection } from './frames';
