/**
 * Writing a file for a command, in one step or not at all, with words for why not.
 */
import { WriteRefused, writeFileSafely } from '../../host/node';
import { say } from '../messages';
import { complainInWords, type Session } from '../session';

/** Writes a file by its absolute path; the sentence that says why it was left alone, or null when it is written. With `expected`, only where it still holds those bytes. */
export async function refusedWrite({ locale }: Session, absolute: string, text: string, expected?: Uint8Array): Promise<string | null> {
  try {
    await writeFileSafely(absolute, text, expected);
    return null;
  } catch (error) {
    if (error instanceof WriteRefused) return say(locale, `write-${error.reason}`, { code: error.code });
    throw error;
  }
}

/** The same with the reason on standard error, the file called `path`; true when it is written. */
export async function written(session: Session, path: string, absolute: string, text: string, expected?: Uint8Array): Promise<boolean> {
  const refused = await refusedWrite(session, absolute, text, expected);
  if (refused !== null) complainInWords(session, path, refused);
  return refused === null;
}
