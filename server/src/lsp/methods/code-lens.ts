/** textDocument/codeLens: above each promise of last year's plan, where this year's report takes it up. */

import type { CodeLens, CodeLensParams, Connection } from 'vscode-languageserver';
import { planLenses } from '../../features';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { alignmentOf } from '../predecessors';
import { GO_TO_COMMAND } from '../requests';
import type { GoToPlace } from '../requests';

export function codeLens(connection: Connection, current: Current): void {
  connection.onCodeLens(
    guarded<CodeLensParams, CodeLens[] | null>(current, 'codeLens', null, async ({ workspace, successors, ownClient }, { textDocument: { uri } }) => {
      const own = await workspace.snapshot(uri);
      const next = own && (await successors.of(uri));
      if (!own || !next) return null;
      const { text, report } = next.analysis;
      return planLenses(own.analysis.report, report, alignmentOf(next), next.language).map(({ at, title, places }): CodeLens => {
        const targets = places.map((place): GoToPlace => ({ uri: next.document.uri, range: rangeOf(text, place) }));
        // Only our own client can go there; elsewhere the lens is read, and definition goes.
        return { range: rangeOf(own.analysis.text, at), command: ownClient && targets.length > 0 ? { title, command: GO_TO_COMMAND, arguments: [targets] } : { title, command: '' } };
      });
    }),
  );
}
