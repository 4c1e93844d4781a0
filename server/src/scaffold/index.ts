export type { Checklist } from './checklist';
export { fillComputed, placeholdersOf } from './placeholders';
export type { Placeholder } from './placeholders';
export { scaffold, tidied } from './scaffold';
export type { Scaffold, ScaffoldOptions } from './scaffold';
export { judgeYears, rollYears } from './years';
export type { JudgedYear, YearFate } from './years';
export { blankReport } from './blank';
export type { BlankOptions } from './blank';
