/**
 * A view of two levels: groups with entries, each of which is a place in the report in front that a click selects. What they say comes from the view that uses it.
 */
import { Disposable, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type TextDocument, type TreeDataProvider } from 'vscode';
import type { FigureEntry } from '../../../server/src/lsp/requests';
import { answersTo, distinct } from './answers';
import type { FrontReport } from './front';

/** A group with its entries, which label and description tell apart. */
export interface Group<E extends FigureEntry> {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly entries: readonly E[];
}

/** What makes a view: its id, the request it lives on, and how an answer is grouped. */
export interface GroupedView<R extends object, E extends FigureEntry> {
  readonly id: string;
  readonly request: string;
  readonly groups: (result: R) => readonly Group<E>[];
  /** What an entry shows besides words and place. */
  readonly dress?: (item: TreeItem, entry: E) => void;
  /** The line above the tree. */
  readonly message?: (result: R) => string;
}

type Node<E extends FigureEntry> = { readonly id: string; readonly group: Group<E>; readonly children: readonly Node<E>[] } | { readonly id: string; readonly entry: E; readonly document: TextDocument | null };

/** Registers the view. */
export function groupedView<R extends object, E extends FigureEntry>(front: FrontReport, { id, request, groups, dress, message }: GroupedView<R, E>): Disposable {
  const answers = answersTo<R>(front, request);
  const tree: TreeDataProvider<Node<E>> = {
    onDidChangeTreeData: answers.onDidChange,
    getChildren: async (node) => {
      if (node) return 'group' in node ? [...node.children] : [];
      const { document, result } = await answers.shown();
      if (message) view.message = result ? message(result) : '';
      return [...nodes(result ? groups(result) : [], document)];
    },
    getTreeItem: (node) => ('group' in node ? groupItem(node.id, node.group) : entryItem(node.id, node.entry, node.document, dress)),
  };
  const view = window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true });
  answers.see(view.visible);
  return Disposable.from(view, answers, view.onDidChangeVisibility(({ visible }) => answers.see(visible)));
}

function nodes<E extends FigureEntry>(groups: readonly Group<E>[], document: TextDocument | null): readonly Node<E>[] {
  const id = distinct();
  const about = document?.uri.toString() ?? '';
  return groups.map((group): Node<E> => {
    const own = id(about, group.label);
    return { id: own, group, children: group.entries.map((entry): Node<E> => ({ id: id(own, entry.label, entry.description), entry, document })) };
  });
}

function groupItem(id: string, { label, description, icon, entries }: Group<FigureEntry>): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = description;
  item.tooltip = [label, description].filter(Boolean).join('\n');
  item.iconPath = new ThemeIcon(icon);
  item.accessibilityInformation = { label: `${label} ${entries.length}` };
  return item;
}

function entryItem<E extends FigureEntry>(id: string, entry: E, document: TextDocument | null, dress: ((item: TreeItem, entry: E) => void) | undefined): TreeItem {
  const { label, description, tooltip, range } = entry;
  const item = new TreeItem(label);
  item.id = id;
  item.description = description;
  item.tooltip = tooltip;
  dress?.(item, entry);
  if (document) item.command = { command: 'vscode.open', title: label, arguments: [document.uri, { selection: range }] };
  return item;
}
