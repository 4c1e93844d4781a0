/**
 * What a format of `check` must be able to do. Files come one by one and are not kept.
 */
import type { Diagnostic, Severity } from '../core';

/** A file that was checked, as the JSON contract names its parts. */
export interface CheckedFile {
  readonly path: string;
  readonly family: string | null;
  readonly year: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

export type Counts = Readonly<Record<Severity, number>>;

/** Totals of a run. `reports` counts checked reports; configuration files and foreign texts are not among them. */
export interface Summary {
  readonly reports: number;
  readonly counts: Counts;
  readonly fixable: number;
  readonly fixed: number;
}

export interface Output {
  /** Called once, before the first file. */
  begin(): Promise<void>;
  file(file: CheckedFile): Promise<void>;
  /** Called once, after the last file, whatever happened on the way. */
  end(summary: Summary): Promise<void>;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
