/**
 * The To Fill In view: what the report in front still lacks, by section; a click selects the place. The count stands above the tree.
 */
import { ThemeIcon, type Disposable, type TreeItem } from 'vscode';
import { ToFillInRequest, type FillEntry, type ToFillInResult } from '../../../server/src/lsp/requests';
import type { FrontReport } from './front';
import { groupedView } from './groups';

/** Registers the view. */
export function toFillInView(front: FrontReport): Disposable {
  return groupedView<NonNullable<ToFillInResult>, FillEntry>(front, {
    id: 'reportwright.toFillIn',
    request: ToFillInRequest,
    groups: ({ groups }) => groups.map(({ label, entries }) => ({ label, description: String(entries.length), icon: entries[0]?.kind === 'note' ? 'checklist' : 'symbol-string', entries })),
    dress: dressed,
    message: ({ progress }) => progress,
  });
}

function dressed(item: TreeItem, { kind, computed, label, description }: FillEntry): void {
  item.iconPath = new ThemeIcon(computed ? 'symbol-operator' : kind === 'figure' ? 'symbol-number' : kind === 'note' ? 'circle-large-outline' : 'edit');
  item.accessibilityInformation = { label: `${label} ${description}` };
}
