/**
 * `check --format json`: one document, written file by file, so that memory does not grow with the folder. Its members are a contract.
 */
import type { Terminal } from '../session';
import { SEVERITIES, type Output } from './output';

/** The document ends with a line break; one file a line. */
export function jsonOutput(terminal: Terminal): Output {
  let files = 0;
  return {
    begin: () => terminal.out('{"version":1,"files":['),
    file: ({ path, family, year, diagnostics }) => terminal.out(`${files++ ? ',' : ''}\n${JSON.stringify({ path, family, year, diagnostics })}`),
    end: ({ counts }) => {
      const summary = Object.fromEntries(SEVERITIES.map((severity) => [severity, counts[severity]]));
      return terminal.out(`${files ? '\n' : ''}],"summary":${JSON.stringify(summary)}}\n`);
    },
  };
}
