/**
 * The Figures view: what the server lists for the report in front, by section.
 */
import type { Disposable } from 'vscode';
import { FiguresRequest, type FigureEntry, type FiguresResult } from '../../../server/src/lsp/requests';
import type { FrontReport } from './front';
import { groupedView } from './groups';

/** Registers the view. */
export function figuresView(front: FrontReport): Disposable {
  return groupedView<NonNullable<FiguresResult>, FigureEntry>(front, {
    id: 'reportwright.figures',
    request: FiguresRequest,
    groups: (sections) => sections.map(({ label, description, figures }) => ({ label, description, icon: 'symbol-string', entries: figures })),
  });
}
