/** textDocument/definition: the heading that a reference names; where a figure is stated first, and last year's; from a promise of last year's plan to what takes it up, and back. */

import type { Connection, DefinitionParams, Location } from 'vscode-languageserver';
import type { Snapshot } from '../../analysis';
import { definitionsOf, headingReferredAt, promisesAt, takenUpAt } from '../../features';
import type { FigureLink } from '../../features';
import { offsetAt } from '../../text';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { alignmentOf } from '../predecessors';
import type { Successors } from '../predecessors';

export function definition(connection: Connection, current: Current): void {
  connection.onDefinition(
    guarded<DefinitionParams, Location[] | null>(current, 'definition', null, async ({ workspace, successors }, { textDocument: { uri }, position }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { analysis, previous } = snapshot;
      const offset = offsetAt(analysis.text, position);
      const heading = headingReferredAt(analysis.report, offset);
      if (heading) return locationsOf(snapshot, [{ report: 'this', at: heading }]);
      const figures = locationsOf(snapshot, definitionsOf(analysis.report, previous?.report ?? null, offset, analysis.units));
      return figures.length > 0 ? figures : promised(successors, snapshot, offset);
    }),
  );
}

/** Promises of last year's plan that are taken up here, or where the promise here is taken up in the report that follows this one. */
async function promised(successors: Successors, snapshot: Snapshot, offset: number): Promise<Location[]> {
  const { analysis, previous } = snapshot;
  if (previous) return locationsOf(snapshot, promisesAt(previous.report, analysis.report, alignmentOf(snapshot), offset).map((at) => ({ report: 'previous', at })));
  const next = await successors.of(snapshot.document.uri);
  return next ? locationsOf(next, takenUpAt(analysis.report, next.analysis.report, alignmentOf(next), offset).map((at) => ({ report: 'this', at }))) : [];
}

/** Places of this report and of last year's in the protocol's shape. */
export function locationsOf({ document, analysis, previous }: Snapshot, links: readonly FigureLink[]): Location[] {
  return links.flatMap(({ report, at }): Location[] => {
    if (report === 'this') return [{ uri: document.uri, range: rangeOf(analysis.text, at) }];
    return previous ? [{ uri: previous.uri, range: rangeOf(previous.report.tree.text, at) }] : [];
  });
}
