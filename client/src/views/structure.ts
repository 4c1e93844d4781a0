/**
 * The Structure view: the report in front as a checklist. A click goes to a part or puts it in; a section dragged onto another is moved before it.
 */
import { DataTransferItem, Disposable, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type TreeDataProvider, type TreeDragAndDropController } from 'vscode';
import { StructureRequest, type StructureEntry, type StructureResult } from '../../../server/src/lsp/requests';
import { answersTo } from './answers';
import type { FrontReport } from './front';
import { structureNodes, type StructureNode } from './structure-node';

/** Puts a section before one of its siblings; null puts it last. */
export type Move = (node: StructureNode, before: StructureNode | null) => Promise<void>;

const dragged = 'application/vnd.code.tree.reportwright.structure';

/** Registers the view. */
export function structureView(front: FrontReport, move: Move): Disposable {
  const answers = answersTo<NonNullable<StructureResult>>(front, StructureRequest);
  const tree: TreeDataProvider<StructureNode> = {
    onDidChangeTreeData: answers.onDidChange,
    getChildren: async (node) => {
      if (node) return [...node.children];
      const answer = await answers.shown();
      const { document, result } = answer;
      show(result);
      // A tree that stays as it is speaks of the text as it is now.
      return document ? [...structureNodes(result, document, () => answers.version(answer))] : [];
    },
    getParent: (node) => node.parent,
    getTreeItem: itemOf,
  };
  const view = window.createTreeView('reportwright.structure', { treeDataProvider: tree, showCollapseAll: true, dragAndDropController: dragging(move) });
  /** The line of progress above the tree, and what is wrong or open as the number on the icon. */
  function show(result: StructureResult): void {
    view.message = result?.progress ?? '';
    const open = result ? result.blanks + result.errors : 0;
    view.badge = result && open > 0 ? { value: open, tooltip: result.progress } : undefined;
  }
  answers.see(view.visible);
  return Disposable.from(view, answers, view.onDidChangeVisibility(({ visible }) => answers.see(visible)));
}

function dragging(move: Move): TreeDragAndDropController<StructureNode> {
  return {
    dragMimeTypes: [dragged],
    dropMimeTypes: [dragged],
    handleDrag: ([node], transfer) => {
      if (node && node.entry.section !== null) transfer.set(dragged, new DataTransferItem(node));
    },
    handleDrop: async (target, transfer) => {
      const node = transfer.get(dragged)?.value as StructureNode | undefined;
      if (node) await move(node, placeFor(node, target));
    },
  };
}

/** What a section dropped on `target` is to stand before: dragged up, on the target; dragged down, behind it; dropped beside the entries, last. */
function placeFor(node: StructureNode, target: StructureNode | undefined): StructureNode | null {
  if (!target) return null;
  const { siblings } = target;
  const at = siblings.findIndex(({ entry }) => entry.id === target.entry.id);
  const isDown = target.entry.section !== null && node.entry.section! < target.entry.section;
  return isDown ? (siblings[at + 1] ?? null) : target;
}

function itemOf(node: StructureNode): TreeItem {
  const { entry, document } = node;
  const item = new TreeItem(entry.label, entry.children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None);
  item.id = `${document.uri.toString()} ${entry.id}`;
  item.description = entry.description;
  item.tooltip = entry.tooltip;
  item.iconPath = iconOf(entry);
  item.contextValue = entry.state === 'missing' ? 'missing' : entry.section !== null ? 'section' : 'text';
  item.accessibilityInformation = { label: `${entry.label} ${entry.description}` };
  if (entry.state === 'missing') item.command = { command: 'reportwright.insertPart', title: entry.label, arguments: [node] };
  else if (entry.range) item.command = { command: 'vscode.open', title: entry.label, arguments: [document.uri, { selection: entry.range }] };
  return item;
}

function iconOf({ state, section }: StructureEntry): ThemeIcon {
  if (state === 'missing') return new ThemeIcon('circle-large-outline', new ThemeColor('list.warningForeground'));
  if (state === 'thin') return new ThemeIcon('circle-large-filled', new ThemeColor('list.warningForeground'));
  return section === null ? new ThemeIcon('check') : new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
}
