/**
 * A list to choose from in which a word is also found by the pinyin initials of its characters, as completion finds it. What the editor finds by itself it still finds.
 */
import { window, type QuickPickItem } from 'vscode';

export interface FindableItem extends QuickPickItem {
  /** Lower case; absent for a separator. */
  readonly initials?: string;
}

/** The item chosen; undefined when the list is left. */
export function chooseFrom<T extends FindableItem>(items: readonly T[], words: { readonly title: string; readonly placeholder: string }): Promise<T | undefined> {
  const list = window.createQuickPick<T>();
  list.title = words.title;
  list.placeholder = words.placeholder;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = items;
  list.onDidChangeValue((value) => {
    const found = byInitials(items, value);
    // Given only when something changes, so that the list stays where it is.
    if (found.some((item, i) => item !== list.items[i])) list.items = found;
  });
  return new Promise((resolve) => {
    list.onDidAccept(() => (resolve(list.selectedItems[0]), list.hide()));
    list.onDidHide(() => (resolve(undefined), list.dispose()));
    list.show();
  });
}

/** The items, those that `value` finds by their initials made to be shown whatever the editor's own search says. */
function byInitials<T extends FindableItem>(items: readonly T[], value: string): readonly T[] {
  const wanted = /^[a-z0-9]+$/i.test(value.trim()) ? value.trim().toLowerCase() : null;
  return items.map((item) => (wanted !== null && item.initials?.includes(wanted) ? { ...item, alwaysShow: true } : item));
}
