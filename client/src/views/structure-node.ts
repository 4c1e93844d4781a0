/**
 * The checklist that the server sends, as a tree whose nodes know their neighbours. Values only.
 */
import type { TextDocument } from 'vscode';
import type { StructureEntry, StructureResult } from '../../../server/src/lsp/requests';

/** An entry with what it takes to act on it. */
export interface StructureNode {
  readonly entry: StructureEntry;
  readonly document: TextDocument;
  /** The version of the document that the entry holds for. */
  readonly version: () => number;
  readonly parent: StructureNode | null;
  readonly children: readonly StructureNode[];
  /** The sections under the same parent, itself included when it is one. */
  readonly siblings: readonly StructureNode[];
}

/** The nodes of the first level. `newest` gives the last version of the text for which the result was the same; without it there is but the result's own. */
export function structureNodes(result: StructureResult, document: TextDocument, newest: () => number | null = () => null): readonly StructureNode[] {
  return result ? nodes(result.items, null, document, () => newest() ?? result.version) : [];
}

function nodes(entries: readonly StructureEntry[], parent: StructureNode | null, document: TextDocument, version: () => number): readonly StructureNode[] {
  const all: StructureNode[] = [];
  const siblings: StructureNode[] = [];
  for (const entry of entries) {
    const node: StructureNode & { children: readonly StructureNode[] } = { entry, document, version, parent, children: [], siblings };
    node.children = nodes(entry.children, node, document, version);
    all.push(node);
    if (entry.section !== null) siblings.push(node);
  }
  return all;
}

/** All nodes in document order. */
export const everyNode = (all: readonly StructureNode[]): readonly StructureNode[] => all.flatMap((node) => [node, ...everyNode(node.children)]);
