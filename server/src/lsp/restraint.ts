/**
 * Tells our own client which reports are checked on saving only, because they are too long or take too long: what is not checked while typing must not look checked.
 */

import type { Connection } from 'vscode-languageserver';
import type { Restraint } from '../analysis';
import { RestraintNotification } from './requests';
import type { RestraintParams } from './requests';

/** A way to say what holds for a document now; says nothing twice. */
export function openRestraints(connection: Connection, isHeard: boolean): (uri: string, restraint: Restraint | null) => void {
  const said = new Map<string, string>();
  return (uri, restraint) => {
    const words = restraint ? `${restraint.kind} ${restraint.limit}` : '';
    if (!isHeard || (said.get(uri) ?? '') === words) return;
    if (words === '') said.delete(uri);
    else said.set(uri, words);
    const params: RestraintParams = { uri, restraint };
    void connection.sendNotification(RestraintNotification, params);
  };
}
