/**
 * The Figures view in the explorer: what the server lists for the report in front. Shown only while a report is open; asks again when the text rests.
 */
import { commands, EventEmitter, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, workspace, type Disposable, type LogOutputChannel, type TextDocument, type TreeDataProvider } from 'vscode';
import { FiguresRequest, type FigureEntry, type FiguresParams, type FiguresResult } from '../../../server/src/lsp/requests';
import { isReport } from '../report-document';
import type { Session } from '../session';

type Group = NonNullable<FiguresResult>[number];
type Node = { readonly group: Group } | { readonly entry: FigureEntry };

/** Milliseconds after the last keystroke. */
const pause = 400;

/** Registers the view. */
export function figuresView(session: Session, log: LogOutputChannel): Disposable {
  const changed = new EventEmitter<undefined>();
  const frequent: { timer?: ReturnType<typeof setTimeout> } = {};
  /** The report in front; stays while something that is no text (a page, the output) is in front. */
  let shown: TextDocument | undefined;
  const refresh = (): void => {
    clearTimeout(frequent.timer);
    frequent.timer = setTimeout(() => changed.fire(undefined), pause);
  };
  const look = (): void => {
    const document = window.activeTextEditor?.document;
    if (document) shown = isReport(document) ? document : undefined;
    if (shown?.isClosed) shown = undefined;
    void commands.executeCommand('setContext', 'reportwright.reportOpen', workspace.textDocuments.some(isReport));
    refresh();
  };
  const groups = async (): Promise<readonly Group[]> => {
    if (!shown || session.state() !== 'running') return [];
    try {
      const client = await session.client();
      const params: FiguresParams = { uri: client.code2ProtocolConverter.asUri(shown.uri) };
      return (await client.sendRequest<FiguresResult>(FiguresRequest, params)) ?? [];
    } catch (cause) {
      log.warn(`figures: ${String(cause)}`);
      return [];
    }
  };
  const tree: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      if (!node) return (await groups()).map((group) => ({ group }));
      return 'group' in node ? node.group.figures.map((entry) => ({ entry })) : [];
    },
    getTreeItem: (node) => ('group' in node ? groupItem(node.group) : figureItem(node.entry, shown)),
  };
  const view = window.createTreeView('reportwright.figures', { treeDataProvider: tree, showCollapseAll: true });
  const listeners = [
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidCloseTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => document === shown && refresh()),
    session.onDidChangeState(refresh),
  ];
  queueMicrotask(look);
  return { dispose: () => (clearTimeout(frequent.timer), [...listeners, view, changed].forEach((one) => one.dispose())) };
}

function groupItem({ label, description, figures }: Group): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.description = description;
  item.tooltip = [label, description].filter(Boolean).join('\n');
  item.iconPath = new ThemeIcon('symbol-string');
  item.accessibilityInformation = { label: `${label} ${figures.length}` };
  return item;
}

function figureItem({ label, description, tooltip, range }: FigureEntry, document: TextDocument | undefined): TreeItem {
  const item = new TreeItem(label);
  item.description = description;
  item.tooltip = tooltip;
  if (document) item.command = { command: 'vscode.open', title: label, arguments: [document.uri, { selection: range }] };
  return item;
}
