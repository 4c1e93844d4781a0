export { rules } from './list';
export { ownCodes } from './own';
export type { Described } from './own';
export { defineBlockRule, defineReportRule } from './rule';
export type { Args, Basis, BlockContext, BlockRule, Evidence, Fix, Found, Group, PreviousReport, ReportContext, ReportRule, Rule, Safety, Severity } from './rule';
