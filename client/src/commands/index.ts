/**
 * Every command of the extension; package.json lists the same ids, which a test compares.
 */
import { acceptFindings } from './accept-findings';
import type { Command } from './command';
import { compareWithLastYear } from './compare-with-last-year';
import { copyFigures } from './copy-figures';
import { explainFinding } from './explain-finding';
import { fixWorkspace } from './fix-workspace';
import { goToPlaces } from './go-to-places';
import { insertFromTemplate } from './insert-from-template';
import { insertPart } from './insert-part';
import { learnProfile } from './learn-profile';
import { moveSection } from './move-section';
import { newFromLastYear } from './new-from-last-year';
import { newReport } from './new-report';
import { nextPlaceholder } from './next-placeholder';
import { openSample } from './open-sample';
import { previousPlaceholder } from './previous-placeholder';
import { renumber } from './renumber';
import { reportProblem } from './report-problem';
import { restartServer } from './restart-server';
import { showFigures } from './show-figures';
import { showLastYear } from './show-last-year';
import { showOutput } from './show-output';
import { showProfile } from './show-profile';
import { treatAsAnnualReport } from './treat-as-annual-report';

export const allCommands: readonly Command[] = [openSample, newFromLastYear, newReport, nextPlaceholder, previousPlaceholder, treatAsAnnualReport, learnProfile, showProfile, explainFinding, showFigures, copyFigures, compareWithLastYear, showLastYear, insertFromTemplate, goToPlaces, fixWorkspace, insertPart, moveSection, renumber, acceptFindings, restartServer, showOutput, reportProblem];
