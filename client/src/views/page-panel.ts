/**
 * A panel beside the text: frames a page that the server makes and sends the reader to the text. The page may do nothing but send which report and which line, and
 * keep the addresses of the reports it is about, so that the editor can bring it back when the window opens again.
 */
import { Disposable, env, Range, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import type { FiguresPageResult } from '../../../server/src/lsp/requests';

export type Page = NonNullable<FiguresPageResult>;

/** Which report a page is about, and last year's where there is one. */
interface About {
  readonly about: Uri;
  readonly previous: Uri | undefined;
}

export interface PagePanel extends Disposable {
  /** Shows a page about a document, and about last year's where there is one; a page shown before is replaced. */
  show(page: Page, about: Uri, previous?: Uri): void;
}

/** Makes a page afresh; null when there is none any more. */
export type Recall = (about: Uri, previous: Uri | undefined) => Promise<Page | null>;

/** A panel that is made when first shown; `type` names its kind to the editor. `recall` makes the page of a panel that outlived its window. */
export function pagePanel(type: string, recall: Recall): PagePanel {
  let panel: WebviewPanel | undefined;
  let shown: About | undefined;
  const adopt = (made: WebviewPanel): WebviewPanel => {
    made.onDidDispose(() => (panel = undefined));
    made.webview.onDidReceiveMessage((message: unknown) => {
      const uri = (message as { readonly report?: unknown } | null)?.report === 'previous' ? shown?.previous : shown?.about;
      void goTo(uri, message);
    });
    return made;
  };
  const fill = (into: WebviewPanel, page: Page, about: Uri, previous?: Uri): void => {
    shown = { about, previous };
    into.title = page.title;
    into.webview.html = framed(page, shown);
  };
  const serializer = window.registerWebviewPanelSerializer(type, {
    deserializeWebviewPanel: async (old, state) => {
      const kept = aboutOf(state);
      const page = kept && (await recall(kept.about, kept.previous));
      // Also when another was opened meanwhile: there is one panel of a kind.
      if (!page || panel) return old.dispose();
      panel = adopt(old);
      fill(panel, page, kept.about, kept.previous);
    },
  });
  return {
    show: (page, about, previous) => {
      panel ??= adopt(window.createWebviewPanel(type, '', ViewColumn.Beside, { enableScripts: true, localResourceRoots: [], enableFindWidget: true }));
      fill(panel, page, about, previous);
      panel.reveal(undefined, false);
    },
    dispose: () => Disposable.from(serializer, ...(panel ? [panel] : [])).dispose(),
  };
}

/** What a page kept, as far as it makes sense. */
function aboutOf(state: unknown): About | null {
  const { about, previous } = (state ?? {}) as { readonly about?: unknown; readonly previous?: unknown };
  if (typeof about !== 'string') return null;
  return { about: Uri.parse(about), previous: typeof previous === 'string' ? Uri.parse(previous) : undefined };
}

async function goTo(uri: Uri | undefined, message: unknown): Promise<void> {
  const line = (message as { readonly line?: unknown } | null)?.line;
  if (!uri || typeof line !== 'number' || !Number.isInteger(line) || line < 0) return;
  await window.showTextDocument(uri, { viewColumn: ViewColumn.One, selection: new Range(line, 0, line, 0) });
}

/** `state` is JSON; `<` is escaped, so that no address can end the script. */
const scriptFor = (state: string): string => `
const api = acquireVsCodeApi();
api.setState(${state.replaceAll('<', '\\u003c')});
document.addEventListener('click', (event) => {
  const target = event.target.closest('[data-line]');
  if (target) api.postMessage({ line: Number(target.dataset.line), report: target.dataset.report ?? 'this' });
});
`;

/** Nothing may be loaded, and only this style and this script may run. */
function framed({ title, body, style }: Page, { about, previous }: About): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const words = title.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const script = scriptFor(JSON.stringify({ about: about.toString(), previous: previous?.toString() }));
  return `<!DOCTYPE html><html lang="${env.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>${words}</title><style nonce="${nonce}">${style}</style></head><body>${body}<script nonce="${nonce}">${script}</script></body></html>`;
}
