/**
 * Messages that nobody asked for, of which there is hardly any: each can be told never to come again, which is remembered on this machine. What answers a command is shown where the
 * command is.
 */
import { l10n, window, type Memento } from 'vscode';

const keyOf = (id: string): string => `silenced.${id}`;

/** True when the user wants no more of these messages. */
export const isSilenced = (memory: Memento, id: string): boolean => memory.get<boolean>(keyOf(id), false);

/** Shows an error with the ways on and one to hear no more of it; answers the way chosen. Nothing is shown where it was silenced. */
export async function tellUnasked(memory: Memento, id: string, message: string, ...ways: readonly string[]): Promise<string | undefined> {
  if (isSilenced(memory, id)) return undefined;
  const never = l10n.t('Don\'t Show Again');
  const chosen = await window.showErrorMessage(message, ...ways, never);
  if (chosen !== never) return chosen;
  await memory.update(keyOf(id), true);
  return undefined;
}
