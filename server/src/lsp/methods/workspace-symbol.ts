/** workspace/symbol: headings and items of all reports in the folders and in the editor, by their words or by the initials of their pinyin. */

import type { Connection, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { initialsOf } from '../../features';
import { nameOf } from '../../host';
import { guarded } from '../guard';
import type { Current } from '../guard';
import type { Session } from '../session';
import { placedSymbols } from '../stored-reports';
import type { PlacedSymbol } from '../stored-reports';
import { kindOf } from './document-symbol';

/** More than anyone reads; the next letter makes them fewer. */
const MOST = 500;

export function workspaceSymbol(connection: Connection, current: Current): void {
  connection.onWorkspaceSymbol(
    guarded<WorkspaceSymbolParams, SymbolInformation[] | null>(current, 'workspace/symbol', null, async (session, { query }, token) => {
      const found: SymbolInformation[] = [];
      const take = (uri: string, symbols: readonly PlacedSymbol[]): void => {
        for (const symbol of symbols) if (found.length < MOST && fits(query, symbol.name)) found.push(informationOf(uri, symbol));
      };
      for (const { uri, symbols } of await openSymbols(session)) take(uri, symbols);
      for await (const { uri, symbols } of session.stored.each(token)) {
        if (found.length >= MOST) break;
        take(uri, symbols);
      }
      return found;
    }),
  );
}

async function openSymbols({ workspace }: Session): Promise<readonly { readonly uri: string; readonly symbols: readonly PlacedSymbol[] }[]> {
  const snapshots = await Promise.all(workspace.documents().map(({ uri }) => workspace.snapshot(uri)));
  return snapshots.flatMap((snapshot) => (snapshot ? [{ uri: snapshot.document.uri, symbols: placedSymbols(snapshot) }] : []));
}

/** Every character of the query in its order, as editors match names; a query of letters may mean initials. */
function fits(query: string, name: string): boolean {
  const wanted = query.toLowerCase().replace(/\s/g, '');
  return isSubsequence(wanted, name.toLowerCase()) || (/^[a-z\d]+$/.test(wanted) && isSubsequence(wanted, initialsOf(name)));
}

function isSubsequence(wanted: string, words: string): boolean {
  let from = 0;
  for (const character of wanted) {
    const at = words.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}

function informationOf(uri: string, { kind, name, container, range }: PlacedSymbol): SymbolInformation {
  return { name, kind: kindOf(kind), location: { uri, range }, containerName: container || nameOf(uri) };
}
