/** reportwright/figures, figuresTable, figuresPage: the figures of an open report for our own client's view, clipboard and page. */

import type { Connection } from 'vscode-languageserver';
import type { Snapshot } from '../../analysis';
import { figureGroups, figureRows, figuresPage, figuresTsv } from '../../features';
import type { FiguresRequest as FiguresAsked } from '../../features';
import { nameOf } from '../../host';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { FiguresPageRequest, FiguresRequest, FiguresTableRequest } from '../requests';
import type { FiguresPageResult, FiguresParams, FiguresResult, FiguresTableResult } from '../requests';

export function figures(connection: Connection, current: Current): void {
  connection.onRequest(
    FiguresRequest,
    guarded<FiguresParams, FiguresResult>(current, FiguresRequest, null, async ({ workspace }, { uri }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { text } = snapshot.analysis;
      return figureGroups(asked(snapshot)).map((group) => ({ ...group, figures: group.figures.map(({ at, ...words }) => ({ ...words, range: rangeOf(text, at) })) }));
    }),
  );
  connection.onRequest(
    FiguresTableRequest,
    guarded<FiguresParams, FiguresTableResult>(current, FiguresTableRequest, null, async ({ workspace }, { uri }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { report, alignment, previous, units, language } = asked(snapshot);
      const rows = figureRows(report, alignment, units, language);
      return { text: figuresTsv(report, rows, previous?.report ?? null, units, language), count: rows.length };
    }),
  );
  connection.onRequest(
    FiguresPageRequest,
    guarded<FiguresParams, FiguresPageResult>(current, FiguresPageRequest, null, async ({ workspace }, { uri }) => {
      const snapshot = await workspace.snapshot(uri);
      return snapshot ? figuresPage(asked(snapshot)) : null;
    }),
  );
}

const asked = ({ analysis, document, previous, language }: Snapshot): FiguresAsked => ({
  report: analysis.report, alignment: analysis.foreign() ? null : analysis.alignment(), previous, units: analysis.units, language, name: nameOf(document.uri),
});
