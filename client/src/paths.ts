/**
 * Small arithmetic on URIs. No file access.
 */
import { Uri } from 'vscode';

/** The URI with `.` and `..` resolved, so that a prefix test cannot be talked around. */
export const normalized = (uri: Uri): Uri => Uri.joinPath(uri.with({ path: '/' }), uri.path);

/** The folder that holds a file; the root is its own folder. */
export const folderOf = (uri: Uri): Uri => Uri.joinPath(uri, '..');

/** True when `uri` is `folder` or lies in it. */
export function isBelow(uri: Uri, folder: Uri): boolean {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return false;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path === folder.path || uri.path.startsWith(base);
}

/** Path of `uri` relative to `folder`, which must hold it; with `/`, without a leading one. */
export const relativeTo = (uri: Uri, folder: Uri): string => uri.path.slice(folder.path.endsWith('/') ? folder.path.length : folder.path.length + 1);
