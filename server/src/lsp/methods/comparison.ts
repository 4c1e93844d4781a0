/** reportwright/comparePage: an open report held against last year's, as a page for our own client. */

import type { Connection } from 'vscode-languageserver';
import { readEarlier } from '../../analysis';
import { comparePage, compareReports } from '../../features';
import { nameOf } from '../../host';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { alignmentOf } from '../predecessors';
import { ComparePageRequest } from '../requests';
import type { ComparePageParams, ComparePageResult } from '../requests';

export function comparison(connection: Connection, current: Current): void {
  connection.onRequest(
    ComparePageRequest,
    guarded<ComparePageParams, ComparePageResult>(current, ComparePageRequest, { kind: 'no-report' }, async ({ workspace, successors, host }, { uri, previous: picked }) => {
      const asked = await workspace.snapshot(uri);
      if (!asked) return { kind: 'no-report' };
      // Asked of last year's own file, the report that follows it is meant.
      const snapshot = asked.previous || picked !== undefined ? asked : ((await successors.of(uri)) ?? asked);
      const earlier = picked === undefined ? snapshot.previous : (await readEarlier(host, picked, nameOf(picked))).report;
      if (!earlier) return picked === undefined ? { kind: 'no-previous' } : { kind: 'unreadable' };
      const { analysis, document, language } = snapshot;
      const compared = compareReports({ previous: earlier.report, report: analysis.report, alignment: alignmentOf(snapshot), units: analysis.units, language });
      return { kind: 'page', page: comparePage(compared, { before: earlier.name, now: nameOf(document.uri) }, language), report: document.uri, previous: earlier.uri };
    }),
  );
}
