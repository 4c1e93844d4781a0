/**
 * The formats of `check`, by the names that the command line knows them by.
 */
import type { Session } from '../session';
import { compactOutput } from './compact';
import { githubOutput } from './github';
import { jsonOutput } from './json';
import { junitOutput } from './junit';
import type { Output } from './output';
import { prettyOutput } from './pretty';
import { sarifOutput } from './sarif';
import { styleFor } from './style';
import { summaryOutput } from './summary';

export const CHECK_FORMATS = ['pretty', 'compact', 'json', 'sarif', 'github', 'junit', 'summary'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** The output of a run; `quiet` leaves out totals where a format is for people to read along. */
export function outputFor(session: Session, format: CheckFormat, quiet: boolean): Output {
  const { terminal, locale } = session;
  const style = styleFor(terminal.outIsTerminal, terminal.env);
  switch (format) {
    case 'pretty': return prettyOutput(terminal, style, locale, quiet);
    case 'compact': return compactOutput(terminal, style, locale, quiet);
    case 'json': return jsonOutput(terminal);
    case 'sarif': return sarifOutput(session);
    case 'github': return githubOutput(terminal);
    case 'junit': return junitOutput(terminal);
    case 'summary': return summaryOutput(session);
  }
}
