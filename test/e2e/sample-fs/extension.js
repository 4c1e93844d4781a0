/**
 * A folder served over HTTP as a writable file system of VS Code: read once, then kept in memory, so that trying things harms nothing.
 * When the server asks for it (tests), tells what the extension host sees: findings, text, timings. Knows nothing of reports.
 */
const vscode = require('vscode');

const file = (bytes) => ({ type: vscode.FileType.File, bytes, time: Date.now() });
const folder = () => ({ type: vscode.FileType.Directory, children: new Map(), time: Date.now() });

/** Loads `/name` of the served folders at its first use. */
function openFolders(origin) {
  const roots = new Map();
  const load = async (name) => {
    const answer = await fetch(`${origin}/files/${encodeURIComponent(name)}/`);
    if (!answer.ok) throw vscode.FileSystemError.FileNotFound(`/${name}`);
    const root = folder();
    const { files } = await answer.json();
    await Promise.all(
      files.map(async (path) => {
        const content = await fetch(`${origin}/files/${[name, ...path.split('/')].map(encodeURIComponent).join('/')}`);
        put(root, path.split('/'), file(new Uint8Array(await content.arrayBuffer())));
      }),
    );
    return root;
  };
  return (name) => {
    if (!roots.has(name)) roots.set(name, load(name));
    return roots.get(name);
  };
}

function put(root, path, entry) {
  let at = root;
  for (const name of path.slice(0, -1)) {
    if (!at.children.has(name)) at.children.set(name, folder());
    at = at.children.get(name);
  }
  at.children.set(path.at(-1), entry);
}

function fileSystem(open) {
  const changed = new vscode.EventEmitter();
  const tell = (type, uri) => changed.fire([{ type, uri }]);
  const find = async (uri) => {
    const [, name, ...path] = uri.path.split('/');
    // Dialogs ask for the root; which folders are served is not told.
    if (!name) return folder();
    let at = await open(name);
    for (const step of path.filter(Boolean)) at = at?.children?.get(step);
    if (!at) throw vscode.FileSystemError.FileNotFound(uri);
    return at;
  };
  const parent = (uri) => find(vscode.Uri.joinPath(uri, '..'));
  const baseName = (uri) => uri.path.split('/').at(-1);
  const { Created, Changed, Deleted } = vscode.FileChangeType;
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => {
      const entry = await find(uri);
      return { type: entry.type, ctime: entry.time, mtime: entry.time, size: entry.bytes?.length ?? 0 };
    },
    readDirectory: async (uri) => [...(await find(uri)).children].map(([name, entry]) => [name, entry.type]),
    readFile: async (uri) => (await find(uri)).bytes,
    createDirectory: async (uri) => {
      (await parent(uri)).children.set(baseName(uri), folder());
      tell(Created, uri);
    },
    writeFile: async (uri, bytes) => {
      const { children } = await parent(uri);
      const type = children.has(baseName(uri)) ? Changed : Created;
      children.set(baseName(uri), file(bytes));
      tell(type, uri);
    },
    delete: async (uri) => {
      (await parent(uri)).children.delete(baseName(uri));
      tell(Deleted, uri);
    },
    rename: async (from, to) => {
      const entry = await find(from);
      (await parent(from)).children.delete(baseName(from));
      const { children } = await parent(to);
      const type = children.has(baseName(to)) ? Changed : Created;
      children.set(baseName(to), entry);
      tell(Deleted, from);
      tell(type, to);
    },
  };
}

/** Names for Quick Open and for `workspaceContains:`, which VS Code asks the search of a virtual folder for. */
function fileSearch(open) {
  return {
    provideFileSearchResults: async ({ pattern }, { folder, includes, maxResults = 1000 }) => {
      const names = filesBelow(await open(folder.path.split('/')[1]));
      const globs = includes.map(globPattern);
      const letters = [...pattern].filter((letter) => letter !== ' ');
      const wanted = (name) => (globs.length === 0 || globs.some((glob) => glob.test(name))) && letters.every((letter) => name.includes(letter));
      return names.filter(wanted).slice(0, maxResults).map((name) => vscode.Uri.joinPath(folder, name));
    },
  };
}

function filesBelow(entry, path = '') {
  return [...entry.children].flatMap(([name, child]) => (child.children ? filesBelow(child, `${path}${name}/`) : [path + name]));
}

/** A glob of `**`, `*` and `?`, which is what activation events hold. */
function globPattern(glob) {
  const source = glob.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*\*\/|\*\*|\*|\?/g, (star) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[star]);
  return new RegExp(`^${source}$`);
}

/** What a test may have done in the extension host, where no key does it, or not a thousand times. Paths are of the file system of the first folder. */
const orders = {
  show: async (path) => void (await vscode.window.showTextDocument(uriOf(path), { preview: false })),
  run: async (command) => void (await vscode.commands.executeCommand(command)),
  set: async (key, value) => void (await vscode.workspace.getConfiguration().update(key, value, true)),
  write: (path, text) => vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text)),
  scheme: () => vscode.workspace.workspaceFolders[0].uri.scheme,
  /**
   * Opens and closes the paths in turn, `times` in all, as far as the language server can tell: a text that changes its language is closed and opened. Editors would
   * not do, since VS Code keeps their texts for a while.
   */
  languages: async (paths, times, [on, off]) => {
    for (let i = 0; i < times; i++) {
      const document = await vscode.workspace.openTextDocument(uriOf(paths[i % paths.length]));
      await vscode.languages.setTextDocumentLanguage(document, off);
      await vscode.languages.setTextDocumentLanguage(document, on);
    }
    for (const path of paths) await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uriOf(path)), off);
  },
};

const uriOf = (path) => vscode.workspace.workspaceFolders[0].uri.with({ path });

/** Posts what the extension host sees; `at` is the wall clock in milliseconds. The answers may hold orders. */
function watchForTests(origin, context) {
  const post = (event) => fetch(`${origin}/probe`, { method: 'POST', body: JSON.stringify({ ...event, at: Date.now() }) }).then((answer) => answer.json()).catch(() => []);
  const obey = async ({ id, name, args }) => {
    const done = await Promise.resolve().then(() => orders[name](...args)).then((value) => ({ value }), (cause) => ({ problem: String(cause) }));
    await post({ kind: 'done', id, ...done });
  };
  const tellFindings = (uri) => {
    const findings = vscode.languages
      .getDiagnostics(uri)
      .map(({ code, source, severity, message, range }) => ({ code: String(code?.value ?? code), source, severity, message, line: range.start.line, text: textAt(uri, range) }));
    void post({ kind: 'findings', uri: uri.path, findings });
  };
  const tellText = (document) => void post({ kind: 'text', uri: document.uri.path, language: document.languageId, text: document.getText() });
  context.subscriptions.push(
    vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach(tellFindings)),
    vscode.workspace.onDidOpenTextDocument(tellText),
    vscode.workspace.onDidChangeTextDocument(({ document }) => tellText(document)),
  );
  vscode.workspace.textDocuments.forEach(tellText);
  const tellActivation = setInterval(() => {
    const ours = vscode.extensions.getExtension('reportwright.reportwright');
    void post({ kind: 'extension', known: ours !== undefined, active: ours?.isActive ?? false, timings: ours?.isActive ? ours.exports.timings() : null }).then((given) => given.forEach(obey));
  }, 250);
  context.subscriptions.push(new vscode.Disposable(() => clearInterval(tellActivation)));
}

function textAt(uri, range) {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText(range) ?? null;
}

exports.activate = async (context) => {
  // In Node the folder is a real one, and who runs the tests says where to tell.
  const listener = globalThis.process?.env?.REPORTWRIGHT_PROBE;
  if (listener) return watchForTests(listener, context);
  const { scheme, authority } = context.extensionUri;
  if (!scheme.startsWith('http')) return;
  const origin = `${scheme}://${authority}`;
  const open = openFolders(origin);
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('sample', fileSystem(open), { isCaseSensitive: true }),
    vscode.workspace.registerFileSearchProvider('sample', fileSearch(open)),
  );
  // Not awaited: a workspace file is read through this very file system, and only then are there folders.
  void firstFolder().then(async ({ uri }) => {
    const answer = await fetch(`${origin}/files/${encodeURIComponent(uri.path.split('/')[1])}/`);
    if (answer.ok && (await answer.json()).probe) watchForTests(origin, context);
  });
};

const firstFolder = () =>
  new Promise((found) => {
    const look = () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (folder) found(folder);
      return folder !== undefined;
    };
    if (look()) return;
    const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => look() && listening.dispose());
  });
