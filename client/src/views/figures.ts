/**
 * The Figures view: what the server lists for the report in front, by section.
 */
import { ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type Disposable, type TextDocument, type TreeDataProvider } from 'vscode';
import { FiguresRequest, type FigureEntry, type FiguresResult } from '../../../server/src/lsp/requests';
import type { FrontReport } from './front';

type Group = NonNullable<FiguresResult>[number];
type Node = { readonly group: Group } | { readonly entry: FigureEntry };

/** Registers the view. */
export function figuresView(front: FrontReport): Disposable {
  const tree: TreeDataProvider<Node> = {
    onDidChangeTreeData: front.onDidChange,
    getChildren: async (node) => {
      if (!node) return ((await front.ask<FiguresResult>(FiguresRequest)) ?? []).map((group) => ({ group }));
      return 'group' in node ? node.group.figures.map((entry) => ({ entry })) : [];
    },
    getTreeItem: (node) => ('group' in node ? groupItem(node.group) : figureItem(node.entry, front.document())),
  };
  return window.createTreeView('reportwright.figures', { treeDataProvider: tree, showCollapseAll: true });
}

function groupItem({ label, description, figures }: Group): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.description = description;
  item.tooltip = [label, description].filter(Boolean).join('\n');
  item.iconPath = new ThemeIcon('symbol-string');
  item.accessibilityInformation = { label: `${label} ${figures.length}` };
  return item;
}

function figureItem({ label, description, tooltip, range }: FigureEntry, document: TextDocument | null): TreeItem {
  const item = new TreeItem(label);
  item.description = description;
  item.tooltip = tooltip;
  if (document) item.command = { command: 'vscode.open', title: label, arguments: [document.uri, { selection: range }] };
  return item;
}
