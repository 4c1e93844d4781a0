/** textDocument/references: every place that refers to a heading; every place where a figure is stated, in this report and in last year's. */

import type { Connection, Location, ReferenceParams } from 'vscode-languageserver';
import { headingMentionsAt, referencesOf } from '../../features';
import { offsetAt } from '../../text';
import { guarded } from '../guard';
import type { Current } from '../guard';
import { locationsOf } from './definition';

export function references(connection: Connection, current: Current): void {
  connection.onReferences(
    guarded<ReferenceParams, Location[] | null>(current, 'references', null, async ({ workspace }, { textDocument: { uri }, position, context }) => {
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot) return null;
      const { analysis, previous } = snapshot;
      const offset = offsetAt(analysis.text, position);
      const mentions = headingMentionsAt(analysis.report, offset, context.includeDeclaration);
      if (mentions.length > 0) return locationsOf(snapshot, mentions.map((at) => ({ report: 'this', at })));
      const links = referencesOf(analysis.report, previous?.report ?? null, offset, analysis.units);
      return locationsOf(snapshot, context.includeDeclaration ? links : links.filter(({ report, at }) => report === 'previous' || at.start > offset || at.end < offset));
    }),
  );
}
