/** textDocument/definition: where a figure is stated first, and last year's. */

import type { Connection, DefinitionParams, Location } from 'vscode-languageserver';
import type { Snapshot } from '../../analysis';
import { units } from '../../families';
import { definitionsOf } from '../../features';
import type { FigureLink } from '../../features';
import { offsetAt } from '../../text';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';

export function definition(connection: Connection, current: Current): void {
  connection.onDefinition(
    guarded<DefinitionParams, Location[] | null>(current, 'definition', null, async ({ workspace }, { textDocument: { uri }, position }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { analysis, previous } = snapshot;
      return locationsOf(snapshot, definitionsOf(analysis.report, previous?.report ?? null, offsetAt(analysis.text, position), units));
    }),
  );
}

/** Places of this report and of last year's in the protocol's shape. */
export function locationsOf({ document, analysis, previous }: Snapshot, links: readonly FigureLink[]): Location[] {
  return links.flatMap(({ report, at }): Location[] => {
    if (report === 'this') return [{ uri: document.uri, range: rangeOf(analysis.text, at) }];
    return previous ? [{ uri: previous.uri, range: rangeOf(previous.report.tree.text, at) }] : [];
  });
}
