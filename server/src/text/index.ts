export { fold, TRADITIONAL } from './fold';
export { formatCircled, formatHan, inWidthOf, parseEnclosed, parseHan } from './numerals';
export { likeness, overlap, pairsOf } from './similarity';
export { applyEdits, leastEdit, soundEdits, touches } from './span';
export type { Edit, Span } from './span';
export { makeText, offsetAt, positionAt } from './text';
export type { Position, Text } from './text';
export { codesOf, isDigit, isHan, isLatin, widthOf } from './script';
