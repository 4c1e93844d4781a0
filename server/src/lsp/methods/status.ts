/** reportwright/status: what an open report is checked as, and how it stands, for our own client's language status. */

import type { Connection } from 'vscode-languageserver';
import { tallyOf } from '../../features';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { originText } from '../origin';
import { StatusRequest } from '../requests';
import type { StatusParams, StatusResult } from '../requests';

export function status(connection: Connection, current: Current): void {
  connection.onRequest(
    StatusRequest,
    guarded<StatusParams, StatusResult>(current, StatusRequest, null, async ({ workspace }, { uri }, token) => {
      const snapshot = await workspace.snapshot(uri);
      const findings = snapshot?.analysis.findings(() => token.isCancellationRequested);
      if (!snapshot || !findings) return null;
      const { analysis, origin, language, document } = snapshot;
      const profile = analysis.alignment()?.profile ?? null;
      return {
        family: profile?.family?.name[language] ?? null,
        profile: profile && { kind: origin.kind, words: originText(origin, language) },
        foreign: analysis.foreign(),
        year: analysis.settings.year ?? analysis.report.period.year,
        length: document.text.value.length,
        ...tallyOf(findings),
      };
    }),
  );
}
