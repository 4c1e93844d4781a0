/** reportwright/lastYear: what last year's report has in the place of this one, or why it cannot be told. */

import type { Connection } from 'vscode-languageserver';
import { namedPrevious } from '../../analysis';
import { lastYearAt } from '../../features';
import { relativeTo } from '../../host';
import { offsetAt } from '../../text';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { alignmentOf } from '../predecessors';
import { LastYearRequest } from '../requests';
import type { LastYearParams, LastYearResult } from '../requests';

export function lastYear(connection: Connection, current: Current): void {
  connection.onRequest(
    LastYearRequest,
    guarded<LastYearParams, LastYearResult>(current, LastYearRequest, { kind: 'no-report' }, async ({ workspace }, { uri, position }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return { kind: 'no-report' };
      const { analysis, previous } = snapshot;
      if (!previous) {
        const config = await workspace.configOf(uri);
        const named = config && namedPrevious({ uri: config, text: (await workspace.quietStore(uri))?.config ?? '' });
        return { kind: !named ? 'no-previous' : relativeTo(`${uri}/`, `${named}/`) === '' ? 'itself' : 'unreadable' };
      }
      const place = lastYearAt({ previous: previous.report, report: analysis.report, alignment: alignmentOf(snapshot), units: analysis.units, offset: offsetAt(analysis.text, position) });
      return place ? { kind: 'place', uri: previous.uri, range: rangeOf(previous.report.tree.text, place.at) } : { kind: 'nothing', uri: previous.uri };
    }),
  );
}
