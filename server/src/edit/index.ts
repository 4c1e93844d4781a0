export { insertSection } from './insert';
export type { NewSection, SectionPlace } from './insert';
export { markLike, markPlace, numeralLike, writtenNumber } from './marks';
export { renumberItems, renumberRun, renumberSiblings } from './renumber';
export { runFrom, runsOf } from './runs';
export type { Runs } from './runs';
export { replaceYear, yearLike } from './year';
export { causesSkeletonFor, headingForPassage, signOffLines, skeletonFor, titleLine, topicSkeletonFor } from './skeleton';
export { moveBehind } from './move';
