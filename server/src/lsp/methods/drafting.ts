/** reportwright/newFromLastYear, newReport, linkPrevious: the next report laid out for our own client, which asks where to and writes. */

import type { Connection } from 'vscode-languageserver';
import { blankName, draftBlank, draftFrom, linking, nextName } from '../../analysis';
import type { Draft } from '../../analysis';
import { bundledProfile, families } from '../../families';
import { joinUri, nameOf } from '../../host';
import type { Language } from '../../lint';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { LinkPreviousRequest, NewFromLastYearRequest, NewReportRequest } from '../requests';
import type { DraftResult, LinkPreviousParams, LinkPreviousResult, NewFromLastYearParams, NewReportParams } from '../requests';
import type { Session } from '../session';

export function drafting(connection: Connection, current: Current): void {
  connection.onRequest(
    NewFromLastYearRequest,
    guarded<NewFromLastYearParams, DraftResult>(current, NewFromLastYearRequest, null, async ({ workspace }, { uri, year }) => {
      const lastYear = await workspace.reading(uri);
      if (!lastYear) return null;
      const draft = draftFrom(lastYear.analysis, year ?? null);
      return resultOf(draft, nextName(nameOf(uri), lastYear.analysis.report.period.year, (draft.ok && draft.year) || 0), lastYear.language);
    }),
  );
  connection.onRequest(
    NewReportRequest,
    guarded<NewReportParams, DraftResult>(current, NewReportRequest, null, newReport),
  );
  connection.onRequest(
    LinkPreviousRequest,
    guarded<LinkPreviousParams, LinkPreviousResult>(current, LinkPreviousRequest, null, async ({ workspace }, { uri, previous }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const config = await workspace.configOf(uri);
      const text = config && (await workspace.quietStore(uri))?.config;
      return { ...linking(uri, previous, config ? { uri: config, text: text ?? '' } : null), year: snapshot.analysis.settings.year };
    }),
  );
}

/** The profile chosen for the folder comes first, then the family asked for, then the only one there is. */
async function newReport({ workspace, language }: Session, { folder, year, family }: NewReportParams): Promise<DraftResult> {
  const empty = await workspace.reading(joinUri(folder, `${year}.report`), '');
  if (!empty) return null;
  const { settings } = empty.analysis;
  const chosen = typeof settings.profile === 'object' && settings.profile ? settings.profile : null;
  const profile = chosen ?? bundledProfile(family ?? (families.length === 1 ? families[0]!.id : ''));
  if (!profile) return { kind: 'choose', families: families.map(({ id, name }) => ({ id, name: name[language] })) };
  return resultOf(draftBlank(profile, settings, year), blankName(profile, year), language);
}

function resultOf(draft: Draft, name: string, language: Language): DraftResult {
  if (draft.ok) return { kind: 'draft', text: draft.text, name, year: draft.year, placeholders: draft.placeholders, owed: draft.planItems + draft.problems, added: draft.added.map((one) => one[language]) };
  return draft.reason === 'year-not-later' ? { kind: draft.reason, year: draft.year! } : { kind: draft.reason };
}
