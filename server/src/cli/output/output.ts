/**
 * What a format of `check` must be able to do. Files come one by one and are not kept.
 */
import type { Diagnostic, DiagnosticDetail, Severity, Suppressed } from '../core';

/** A file that was checked, as the JSON contract names its parts. */
export interface CheckedFile {
  readonly path: string;
  readonly family: string | null;
  readonly year: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that comments and the baseline hold back; worked out when asked for. */
  readonly suppressed: () => readonly Suppressed[];
  /** The text that the places count in. */
  readonly text: string;
  /** More about one of `diagnostics`, or of those that are held back. */
  readonly detail: (diagnostic: Diagnostic) => DiagnosticDetail;
  /** False for a configuration file and for a text of another kind. */
  readonly isReport: boolean;
}

export type Counts = Readonly<Record<Severity, number>>;

/** Totals of a run. `reports` counts checked reports; configuration files and foreign texts are not among them. */
export interface Summary {
  readonly reports: number;
  readonly counts: Counts;
  readonly fixable: number;
  readonly fixed: number;
  /** Something could not be done; `problem` has said what. */
  readonly failed: boolean;
}

export interface Output {
  /** Called once, before the first file. */
  begin(): Promise<void>;
  file(file: CheckedFile): Promise<void>;
  /** What went wrong with the file `path`, or with the run. Standard error has it already; a format for machines says it too. */
  problem?(path: string | null, sentence: string): Promise<void>;
  /** Called once, after the last file, whatever happened on the way. */
  end(summary: Summary): Promise<void>;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Path with forward slashes, as annotations and URIs want it. */
export const slashed = (path: string): string => path.replaceAll('\\', '/');
