/** reportwright/toFillIn, fillComputed: what an open report still has to be filled in, and what fills itself, for our own client. */

import type { Connection } from 'vscode-languageserver';
import { featureText, fillGroups } from '../../features';
import { fillComputed } from '../../scaffold';
import { rangeOf, textEditsOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { FillComputedRequest, ToFillInRequest } from '../requests';
import type { EditsResult, FillComputedParams, ToFillInParams, ToFillInResult } from '../requests';

export function filling(connection: Connection, current: Current): void {
  connection.onRequest(
    ToFillInRequest,
    guarded<ToFillInParams, ToFillInResult>(current, ToFillInRequest, null, async ({ workspace }, { uri }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { analysis, document, language } = snapshot;
      const groups = fillGroups(analysis.report, analysis.units, language)
        .map(({ label, items }) => ({ label, entries: items.map(({ at, ...words }) => ({ ...words, range: rangeOf(analysis.text, at) })) }));
      const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
      return { version: document.version, count, progress: featureText(count > 0 ? 'toFillIn' : 'allFilledIn', language, { count }), groups };
    }),
  );
  connection.onRequest(
    FillComputedRequest,
    guarded<FillComputedParams, EditsResult>(current, FillComputedRequest, null, async ({ workspace }, { uri }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { analysis, document } = snapshot;
      return { version: document.version, edits: textEditsOf(analysis.text, fillComputed(analysis.report, analysis.units)) };
    }),
  );
}
