/**
 * Read-only pages (a rule, a profile) as virtual Markdown documents. Shows text that others made; writes none.
 */
import { commands, EventEmitter, extensions, Uri, window, workspace, type Disposable } from 'vscode';

const scheme = 'reportwright';

export interface Pages extends Disposable {
  /** Shows Markdown under a path such as `explain/numbering/sequence`; a page of the same path is replaced. */
  show(path: string, markdown: string): Promise<void>;
}

/** Pages that are shown when asked for; `recall` makes one afresh whose tab outlived the window, by its path, or answers null. */
export function virtualPages(recall: (path: string) => Promise<string | null>): Pages {
  const contents = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => contents.get(uri.path) ?? (await recall(uri.path.replace(/^\/|\.md$/g, ''))) ?? '',
  });
  return {
    show: async (path, markdown) => {
      const uri = Uri.from({ scheme, path: `/${path}.md` });
      contents.set(uri.path, markdown);
      changed.fire(uri);
      await open(uri);
    },
    dispose: () => [registration, changed].forEach((one) => one.dispose()),
  };
}

/** The preview where VS Code's Markdown extension is installed, which a lean web build may lack; else the text itself. */
async function open(uri: Uri): Promise<void> {
  if (extensions.getExtension('vscode.markdown-language-features')) await commands.executeCommand('markdown.showPreview', uri);
  else await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
}
