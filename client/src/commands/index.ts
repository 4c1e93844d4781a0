/**
 * Every command of the extension; package.json lists the same ids, which a test compares.
 */
import type { Command } from './command';
import { copyFigures } from './copy-figures';
import { explainFinding } from './explain-finding';
import { learnProfile } from './learn-profile';
import { restartServer } from './restart-server';
import { showFigures } from './show-figures';
import { showOutput } from './show-output';
import { showProfile } from './show-profile';
import { treatAsAnnualReport } from './treat-as-annual-report';

export const allCommands: readonly Command[] = [treatAsAnnualReport, learnProfile, showProfile, explainFinding, showFigures, copyFigures, restartServer, showOutput];
