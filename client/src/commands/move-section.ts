/**
 * Command: move a section among those of its level: the one chosen in the Structure view, else the one at the cursor. The place is picked from a list.
 */
import { l10n, window, type QuickPickItem } from 'vscode';
import { StructureRequest, type StructureParams, type StructureResult } from '../../../server/src/lsp/requests';
import { documentInFront } from '../report-document';
import type { Session } from '../session';
import { moveSection as move } from '../structure-edits';
import { everyNode, structureNodes, type StructureNode } from '../views/structure-node';
import type { Command } from './command';

export const moveSection: Command = {
  id: 'reportwright.moveSection',
  run: async ({ session }, [chosen]) => {
    const node = (chosen as StructureNode | undefined) ?? (await sectionAtCursor(session));
    if (!node) return void window.showInformationMessage(l10n.t('There is no section at the cursor.'));
    const places = placesFor(node);
    if (places.length === 0) return void window.showInformationMessage(l10n.t('“{0}” is the only section of its level.', node.entry.label));
    const picked = await window.showQuickPick(places, { title: l10n.t('Move “{0}”', node.entry.label) });
    if (picked) await move(session, node, picked.before);
  },
};

function placesFor({ entry, siblings }: StructureNode): readonly (QuickPickItem & { readonly before: StructureNode | null })[] {
  const own = siblings.findIndex((one) => one.entry.id === entry.id);
  const others = siblings.flatMap((one, i) => (i === own || i === own + 1 ? [] : [{ label: l10n.t('Before “{0}”', one.entry.label), before: one }]));
  return own < siblings.length - 1 ? [...others, { label: l10n.t('Last'), before: null }] : others;
}

/** The innermost section that begins at or before the cursor. */
async function sectionAtCursor(session: Session): Promise<StructureNode | undefined> {
  const document = documentInFront();
  if (!document) return undefined;
  const client = await session.client();
  const params: StructureParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const nodes = everyNode(structureNodes(await client.sendRequest<StructureResult>(StructureRequest, params), document));
  const line = window.activeTextEditor?.selection.active.line ?? 0;
  return nodes.filter(({ entry }) => entry.section !== null && entry.range && entry.range.start.line <= line).at(-1);
}
