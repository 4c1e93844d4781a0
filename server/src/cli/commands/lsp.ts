/**
 * `lsp`: becomes the language server. Standard output belongs to the protocol from here on.
 */
import { EXIT, type Session } from '../session';

/** Starts the server; the process then lives as long as its connection. */
export async function lsp(session: Session): Promise<number> {
  await session.startServer();
  return EXIT.clean;
}
