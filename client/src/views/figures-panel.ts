/**
 * The panel of figures: frames the page that the server makes and sends the reader to the text. The page may do nothing but send line numbers.
 */
import { Range, ViewColumn, window, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import type { FiguresPageResult } from '../../../server/src/lsp/requests';

export interface FiguresPanel extends Disposable {
  /** Shows a page about a document; a page shown before is replaced. */
  show(page: NonNullable<FiguresPageResult>, about: Uri): void;
}

export function figuresPanel(): FiguresPanel {
  let panel: WebviewPanel | undefined;
  let shown: Uri | undefined;
  const open = (): WebviewPanel => {
    const made = window.createWebviewPanel('reportwright.figuresPage', '', ViewColumn.Beside, { enableScripts: true, localResourceRoots: [], enableFindWidget: true });
    made.onDidDispose(() => (panel = undefined));
    made.webview.onDidReceiveMessage((message: unknown) => void goTo(shown, message));
    return made;
  };
  return {
    show: (page, about) => {
      shown = about;
      panel ??= open();
      panel.title = page.title;
      panel.webview.html = framed(page);
      panel.reveal(undefined, false);
    },
    dispose: () => panel?.dispose(),
  };
}

async function goTo(uri: Uri | undefined, message: unknown): Promise<void> {
  const line = (message as { readonly line?: unknown } | null)?.line;
  if (!uri || typeof line !== 'number' || !Number.isInteger(line) || line < 0) return;
  await window.showTextDocument(uri, { viewColumn: ViewColumn.One, selection: new Range(line, 0, line, 0) });
}

const script = `
const api = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const line = event.target.closest('[data-line]')?.dataset.line;
  if (line !== undefined) api.postMessage({ line: Number(line) });
});
`;

/** Nothing may be loaded, and only this style and this script may run. */
function framed({ title, body, style }: NonNullable<FiguresPageResult>): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const words = title.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>${words}</title><style nonce="${nonce}">${style}</style></head><body>${body}<script nonce="${nonce}">${script}</script></body></html>`;
}
