/**
 * Which report is the next year's of a file: the one whose configuration names that file as its predecessor, open or stored. Stored ones are looked for below the file's
 * own folder, then below its workspace folder, and what was found is kept until a file changes.
 */

import { filesBelow } from '../analysis';
import type { Snapshot, Workspace } from '../analysis';
import type { Alignment } from '../align';
import { parentUri, relativeTo } from '../host';
import type { Host } from '../host';

export interface Successors {
  /** The report that names `uri` as last year's; of several, the one of the following year, and an open one before a stored one. Null when none does. */
  readonly of: (uri: string) => Promise<Snapshot | null>;
  /** Files have changed. */
  readonly forget: () => void;
}

interface Parts {
  readonly workspace: Workspace;
  readonly host: Host;
  /** The workspace folder that a document belongs to, or null. */
  readonly folderOf: (uri: string) => string | null;
}

/** Folders that are looked into for one file; a workspace may hold whole machines. */
const MOST_FOLDERS = 400;
/** Reports that are read for one file: a folder with so many years names another predecessor. */
const MOST_READ = 24;

export function openSuccessors({ workspace, host, folderOf }: Parts): Successors {
  let stored = new Map<string, Promise<readonly Snapshot[]>>();
  const among = async (uri: string): Promise<readonly Snapshot[]> => {
    const found: Snapshot[] = [];
    for (const document of workspace.documents()) {
      const snapshot = isSame(document.uri, uri) ? null : await workspace.snapshot(document.uri);
      if (snapshot?.previous && isSame(snapshot.previous.uri, uri)) found.push(snapshot);
    }
    return found;
  };
  const storedFor = (uri: string): Promise<readonly Snapshot[]> => {
    if (!stored.has(uri)) stored.set(uri, namersOf(workspace, host, uri, folderOf(uri)));
    return stored.get(uri)!;
  };
  return {
    of: async (uri) => {
      const own = await workspace.snapshot(uri);
      if (!own) return null;
      const year = yearOf(own);
      const open = nextOf(await among(uri), year);
      if (open && year !== null && yearOf(open) === year + 1) return open;
      return nextOf([...(open ? [open] : []), ...(await storedFor(uri)).filter(({ document }) => !workspace.documents().some((one) => isSame(one.uri, document.uri)))], year);
    },
    forget: () => void (stored = new Map()),
  };
}

/** The alignment that other reports are held against; null where no profile holds. */
export const alignmentOf = ({ analysis }: Snapshot): Alignment | null => (analysis.foreign() ? null : analysis.alignment());

/** Stored reports that name `uri` as last year's. */
async function namersOf(workspace: Workspace, host: Host, uri: string, top: string | null): Promise<readonly Snapshot[]> {
  const own = parentUri(uri);
  const seen = new Set<string>();
  const found: Snapshot[] = [];
  let folders = 0;
  const bounded: Host = { ...host, listFolder: async (folder) => (++folders > MOST_FOLDERS ? [] : host.listFolder(folder)) };
  for (const folder of [own, top === own ? null : top]) {
    if (folder === null || found.length > 0) continue;
    for await (const file of filesBelow(bounded, folder)) {
      if (seen.has(file) || found.length >= MOST_READ) continue;
      seen.add(file);
      const named = isSame(file, uri) ? null : await workspace.previousOf(file);
      const snapshot = named !== null && isSame(named, uri) ? await workspace.stored(file) : null;
      if (snapshot?.previous) found.push(snapshot);
    }
  }
  return found;
}

const yearOf = ({ analysis }: Snapshot): number | null => analysis.report.period.year;

/** The nearest year after `year`, the first of several; one that does not say its year comes last. */
function nextOf(reports: readonly Snapshot[], year: number | null): Snapshot | null {
  const away = (report: Snapshot): number => {
    const own = yearOf(report);
    return year === null || own === null ? Number.MAX_SAFE_INTEGER : own - year;
  };
  return reports.filter((report) => away(report) > 0).sort((a, b) => away(a) - away(b))[0] ?? null;
}

/** An editor may encode more characters than we do. */
const isSame = (a: string, b: string): boolean => a === b || relativeTo(`${a}/`, `${b}/`) === '';
