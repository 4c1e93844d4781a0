/**
 * Arithmetic on URIs as strings: the folder above, a name below. No file is touched, so it works for every scheme an editor may use.
 */

/** `scheme://authority/` or `scheme:/`: what stays when every path segment is gone. */
const ROOT = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?\/?/i;

/** The folder that holds a file or folder, without a final slash except at the root; null at the root and for URIs without a path (`untitled:1`). */
export function parentUri(uri: string): string | null {
  const root = ROOT.exec(uri)?.[0];
  if (!root?.endsWith('/')) return null;
  const path = uri.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  if (path.length < root.length) return null;
  const slash = path.lastIndexOf('/');
  return slash < root.length ? root : path.slice(0, slash);
}

/**
 * The URI of a path seen from a folder. The path is given as people write it: `/` or `\\` between segments, `.` and `..` resolved (never above
 * the root), not percent-encoded; one that begins at the root or at a drive is taken from the root.
 */
export function joinUri(folder: string, path: string): string {
  const root = ROOT.exec(folder)?.[0] ?? '';
  const slashed = path.replace(/\\/g, '/');
  const absolute = slashed.startsWith('/') || /^[a-z]:\//i.test(slashed);
  const segments = absolute ? [] : folder.slice(root.length).split('/').filter((segment) => segment !== '');
  for (const segment of slashed.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(encodeSegment(segment));
  }
  return root + segments.join('/');
}

/** The path of `uri` below `folder`, decoded, `/` between segments; null when it is not below it. */
export function relativeTo(folder: string, uri: string): string | null {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  const start = decoded(prefix);
  const whole = decoded(uri);
  return whole.startsWith(start) ? whole.slice(start.length) : null;
}

/** The last segment of the path, decoded. */
export function nameOf(uri: string): string {
  return decoded(uri.replace(/\/+$/, '')).split('/').pop() ?? '';
}

/** The deepest folder that holds all of several; empty when they have none in common. `separator` stands between segments, for paths of another kind. */
export function commonFolder(folders: readonly string[], separator = '/'): string {
  const [first, ...rest] = folders.map((folder) => segmentsOf(folder, separator));
  let common: readonly string[] = first ?? [];
  for (const segments of rest) {
    let same = 0;
    while (same < common.length && common[same] === segments[same]) same++;
    common = common.slice(0, same);
  }
  return common.join(separator);
}

/** A final separator ends no segment. */
function segmentsOf(folder: string, separator: string): readonly string[] {
  const segments = folder.split(separator);
  while (segments.length > 1 && segments.at(-1) === '') segments.pop();
  return segments;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** A URI for comparing: an editor may encode more characters than we do. Percent signs that encode nothing stay as they are. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
