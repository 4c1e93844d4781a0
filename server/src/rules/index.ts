export { houseOf, NO_HOUSE } from './house';
export type { House, HouseFormula } from './house';
export { rules } from './list';
export type { NumberOption, OptionValue, OptionValues, RuleOption, WordsOption } from './option';
export { ownCodes } from './own';
export type { Described } from './own';
export { currentCode, formerNames, renamed } from './renamed';
export type { Args, Basis, BlockContext, BlockRule, Evidence, Fix, Found, Group, PreviousReport, ReportContext, ReportRule, Rule, Safety, Severity } from './rule';
