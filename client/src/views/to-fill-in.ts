/**
 * The To Fill In view: what the report in front still lacks, by section; a click selects the place. The count stands above the tree.
 */
import { ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type Disposable, type TextDocument, type TreeDataProvider } from 'vscode';
import { ToFillInRequest, type FillEntry, type ToFillInResult } from '../../../server/src/lsp/requests';
import type { FrontReport } from './front';

type Group = NonNullable<ToFillInResult>['groups'][number];
type Node = { readonly group: Group; readonly index: number } | { readonly entry: FillEntry };

/** Registers the view. */
export function toFillInView(front: FrontReport): Disposable {
  const tree: TreeDataProvider<Node> = {
    onDidChangeTreeData: front.onDidChange,
    getChildren: async (node) => {
      if (node) return 'group' in node ? node.group.entries.map((entry) => ({ entry })) : [];
      const result = await front.ask<ToFillInResult>(ToFillInRequest);
      view.message = result?.progress ?? '';
      return (result?.groups ?? []).map((group, index) => ({ group, index }));
    },
    getTreeItem: (node) => ('group' in node ? groupItem(node.group, node.index) : entryItem(node.entry, front.document())),
  };
  const view = window.createTreeView('reportwright.toFillIn', { treeDataProvider: tree, showCollapseAll: true });
  return view;
}

function groupItem({ label, entries }: Group, index: number): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = `${index} ${label}`;
  item.description = String(entries.length);
  item.iconPath = new ThemeIcon(entries[0]?.kind === 'note' ? 'checklist' : 'symbol-string');
  item.accessibilityInformation = { label: `${label} ${entries.length}` };
  return item;
}

function entryItem({ kind, computed, label, description, tooltip, range }: FillEntry, document: TextDocument | null): TreeItem {
  const item = new TreeItem(label);
  item.description = description;
  item.tooltip = tooltip;
  item.iconPath = new ThemeIcon(computed ? 'symbol-operator' : kind === 'figure' ? 'symbol-number' : kind === 'note' ? 'circle-large-outline' : 'edit');
  item.accessibilityInformation = { label: `${label} ${description}` };
  if (document) item.command = { command: 'vscode.open', title: label, arguments: [document.uri, { selection: range }] };
  return item;
}
