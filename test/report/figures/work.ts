/** One full reading of figures and relations, for tests that only ask whether it comes through. */
import { grammar, units } from '../../../server/src/families';
import { parseReport, readFigures, readRelations } from '../../../server/src/report';

/** Reads everything there is to read in a text. */
export function checkText(text: string): void {
  const report = parseReport(text, grammar);
  readFigures(report, units);
  readRelations(report, units);
}
