/**
 * Command behind a lens: go to a place, or offer several in a peek. Its argument comes from our server.
 */
import { commands, Location, Range, Uri, window } from 'vscode';
import type { GoToPlace } from '../../../server/src/lsp/requests';
import type { Command } from './command';

export const goToPlaces: Command = {
  id: 'reportwright.goToPlaces',
  run: async (_, args) => {
    const places = Array.isArray(args[0]) ? (args[0] as readonly GoToPlace[]) : [];
    const locations = places.map(({ uri, range: { start, end } }) => new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character)));
    const [first] = locations;
    if (!first) return;
    const editor = window.activeTextEditor;
    if (locations.length === 1 || !editor) await window.showTextDocument(first.uri, { selection: first.range });
    else await commands.executeCommand('editor.action.peekLocations', editor.document.uri, editor.selection.active, locations, 'peek');
  },
};
