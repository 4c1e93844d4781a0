/**
 * A finding as everything outside the rules sees it: place, code, severity, message id with arguments, evidence, fix. No finished prose; that is chosen by `say`.
 */

import type { Args, Evidence, Safety, Severity } from '../rules';
import type { Edit, Span } from '../text';

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Absolute, UTF-16. */
  readonly span: Span;
  readonly message: { readonly id: string; readonly args: Args };
  readonly evidence: readonly Evidence[];
  readonly related: readonly { readonly span: Span; readonly message: { readonly id: string; readonly args: Args } }[];
  readonly fix: FindingFix | null;
  /** Other ways to mend it, to be chosen from. */
  readonly alternatives?: readonly FindingFix[];
}

export interface FindingFix {
  readonly safety: Safety;
  readonly title: { readonly id: string; readonly args: Args };
  /** Absolute edits against the text that was checked. */
  readonly edits: () => readonly Edit[];
}
