/**
 * Reports that lie in folders and are not open: which there are, and their text. Read through the host, kept nowhere.
 */

import { matches } from '../config';
import { decodeReport } from '../convert';
import { joinUri, relativeTo } from '../host';
import type { Host } from '../host';
import { makeText } from '../text';
import type { OpenDocument } from './document';

const REPORTS = { include: null, exclude: [] };
/** Deeper than people file reports; a folder that holds itself ends here. */
const DEEPEST = 12;

/** Files below a folder that may be reports by their name, in the order of names. */
export async function* filesBelow(host: Host, folder: string, root = folder, depth = 0): AsyncGenerator<string> {
  if (depth > DEEPEST) return;
  for (const entry of await host.listFolder(folder)) {
    const uri = joinUri(folder, entry.name);
    const path = relativeTo(root, uri) ?? entry.name;
    if (entry.kind === 'folder') {
      if (matches({ include: ['**'], exclude: [] }, path)) yield* filesBelow(host, uri, root, depth + 1);
    } else if (matches(REPORTS, path)) yield uri;
  }
}

/** A stored file as a document. Only UTF-8, unless `any` will do: of another encoding an editor may have its own opinion, and the places of edits would be wrong. */
export async function storedDocument(host: Host, uri: string, any: boolean): Promise<OpenDocument | null> {
  const bytes = await host.readFile(uri);
  const decoded = bytes ? decodeReport(bytes) : null;
  return decoded?.ok && (any || decoded.encoding.startsWith('utf-8')) ? { uri, languageId: '', version: 0, text: makeText(decoded.text) } : null;
}
