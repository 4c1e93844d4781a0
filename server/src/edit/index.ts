export { insertSection } from './insert';
export type { NewSection, SectionPlace } from './insert';
export { markLike, markPlace, numeralLike, writtenNumber } from './marks';
export { referencesOf } from './references';
export type { ReferenceStep } from './references';
export { renumberItems, renumberRun, renumberSiblings } from './renumber';
export { runFrom, runsOf } from './runs';
export type { Runs } from './runs';
export { replaceYear, yearLike } from './year';
export { causesSkeletonFor, headingForPassage, insideSkeletonFor, mayBeHeaded, signOffLines, skeletonFor, titleLine, topicSkeletonFor } from './skeleton';
export { moveBehind, moveSection } from './move';
export { frameSentenceFor } from './sentence';
export {
  addressesIn, blanksOf, depthReader, doubledMarksOf, fullWidthOf, halfWidthMarks, isAlphanumeric, isChinese, isLatin, isSpace, MOST_PER_BLOCK, nextsChinese,
  rangeDashesOf, RUNNING, strayBlanksOf, unitGapsOf, widthOfReport, within, writtenOf, WRITTEN,
} from './scan';
export type { Blank, BlankKind, DoubledMark, HalfWidth, PlacedBlank, RangeDash, StrayBlanks, UnitGap, UnitGaps } from './scan';
export { otherLabel } from './labels';
export { chainFaultsOf, chainFrom, sequenceFaultsOf, styleFaultsOf } from './numbering-faults';
export type { ChainFault, SequenceFault, StyleFault } from './numbering-faults';
export { blanksToFill, canBeShown, writeNote, writePlaceholder } from './placeholder';
export type { Blank as BlankToFill } from './placeholder';
