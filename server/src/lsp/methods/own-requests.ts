/** reportwright/learn, showProfile, explain: requests between our client and our server. */

import type { Connection } from 'vscode-languageserver';
import { learnFromUris, noticeText } from '../../analysis';
import { families } from '../../families';
import { pageOf, profilePage } from '../../features';
import { encodeProfile } from '../../profile';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { originText } from '../origin';
import { ExplainRequest, LearnRequest, ShowProfileRequest } from '../requests';
import type { ExplainParams, ExplainResult, LearnParams, LearnResult, ShowProfileParams, ShowProfileResult } from '../requests';

export function ownRequests(connection: Connection, current: Current): void {
  connection.onRequest(
    LearnRequest,
    guarded<LearnParams, LearnResult>(current, LearnRequest, { ok: false, message: 'internal error' }, async ({ host, turn, language }, { folder, family }, token) => {
      if (family && family !== 'none' && !families.some((known) => known.id === family)) return { ok: false, message: noticeText('unknown-family', { name: family })[language] };
      const profile = await learnFromUris(host, [folder], family ?? null, new Map(), { turn, cancelled: () => token.isCancellationRequested });
      if (!profile) return { ok: false, message: noticeText('no-reports', { path: decodeURI(folder) })[language] };
      return { ok: true, profile: encodeProfile(profile), reports: profile.seeds.length, slots: profile.slots.length };
    }),
  );
  connection.onRequest(
    ShowProfileRequest,
    guarded<ShowProfileParams, ShowProfileResult>(current, ShowProfileRequest, null, async ({ workspace }, { uri }) => {
      const snapshot = await workspace.snapshot(uri);
      const profile = snapshot?.analysis.alignment()?.profile;
      return snapshot && profile ? profilePage(profile, originText(snapshot.origin, snapshot.language), snapshot.language) : null;
    }),
  );
  connection.onRequest(
    ExplainRequest,
    guarded<ExplainParams, ExplainResult>(current, ExplainRequest, null, (_, { code }) => {
      const markdown = pageOf(code);
      return markdown === null ? null : { code, markdown };
    }),
  );
}
