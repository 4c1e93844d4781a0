export { diagnosticOf } from './diagnostics';
export type { DiagnosticJson } from './diagnostics';
export { outlineOf } from './outline';
export type { Outline, OutlinePassage, OutlineSection } from './outline';
