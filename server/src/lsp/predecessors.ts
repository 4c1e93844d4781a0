/**
 * Which open report is the next year's of a file: the one whose configuration names that file as its predecessor. Looks among open documents only.
 */

import type { Snapshot, Workspace } from '../analysis';
import { relativeTo } from '../host';
import type { Alignment } from '../align';

/** The open report that names `uri` as last year's; null when none does. */
export async function successorOf(workspace: Workspace, uri: string): Promise<Snapshot | null> {
  for (const document of workspace.documents()) {
    if (document.uri === uri) continue;
    const snapshot = await workspace.snapshot(document.uri);
    if (snapshot?.previous && isSame(snapshot.previous.uri, uri)) return snapshot;
  }
  return null;
}

/** The alignment that other reports are held against; null where no profile holds. */
export const alignmentOf = ({ analysis }: Snapshot): Alignment | null => (analysis.foreign() ? null : analysis.alignment());

/** An editor may encode more characters than we do. */
const isSame = (a: string, b: string): boolean => a === b || relativeTo(`${a}/`, `${b}/`) === '';
