/**
 * Writing a file in one step, in any folder that VS Code can write to. What is written is made elsewhere.
 */
import { l10n, workspace, type Uri } from 'vscode';

/** Writes beside the target and renames, so that a broken write leaves the old file whole. */
export async function writeWhole(target: Uri, text: string): Promise<void> {
  // A repository that is only looked at, an archive: said in words, before anything is tried.
  if (workspace.fs.isWritableFileSystem(target.scheme) === false) throw new Error(l10n.t('This folder can only be read. Choose one that can be written to.'));
  const temporary = target.with({ path: `${target.path}.${Date.now().toString(36)}.tmp` });
  try {
    await workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
    await workspace.fs.rename(temporary, target, { overwrite: true });
  } catch (cause) {
    await workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw cause;
  }
}
