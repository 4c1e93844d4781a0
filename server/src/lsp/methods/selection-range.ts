/** textDocument/selectionRange: what a selection grows to. */

import type { Connection, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionsAt } from '../../features';
import type { Report } from '../../report';
import { offsetAt } from '../../text';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';

export function selectionRange(connection: Connection, current: Current): void {
  connection.onSelectionRanges(
    guarded<SelectionRangeParams, SelectionRange[] | null>(current, 'selectionRange', null, async ({ workspace }, { textDocument: { uri }, positions }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { report, text } = snapshot.analysis;
      return positions.map((position) => nestedRange(report, offsetAt(text, position)));
    }),
  );
}

function nestedRange(report: Report, offset: number): SelectionRange {
  const ranges = selectionsAt(report, offset).map((span) => rangeOf(report.tree.text, span));
  return ranges.reduceRight<SelectionRange | null>((parent, range) => (parent ? { range, parent } : { range }), null)!;
}
