/**
 * Writing a file in one step, in any folder that VS Code can write to. What is written is made elsewhere.
 */
import { workspace, type Uri } from 'vscode';

/** Writes beside the target and renames, so that a broken write leaves the old file whole. */
export async function writeWhole(target: Uri, text: string): Promise<void> {
  const temporary = target.with({ path: `${target.path}.${Date.now().toString(36)}.tmp` });
  try {
    await workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
    await workspace.fs.rename(temporary, target, { overwrite: true });
  } catch (cause) {
    await workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw cause;
  }
}
