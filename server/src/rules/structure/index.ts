import type { Rule } from '../rule';
import { combinedSection } from './combined-section';
import { duplicateSection } from './duplicate-section';
import { emptySection } from './empty-section';
import { missingCauses } from './missing-causes';
import { missingSection } from './missing-section';
import { missingSignOff } from './missing-sign-off';
import { missingTitle } from './missing-title';
import { missingTopic } from './missing-topic';
import { sectionOrder } from './section-order';
import { thinSection } from './thin-section';
import { unheadedSection } from './unheaded-section';

/** Rules of the group structure, in the order of the catalogue. */
export const structureRules: readonly Rule[] = [
  missingSection, unheadedSection, combinedSection, sectionOrder, missingTopic, missingCauses, emptySection, duplicateSection, thinSection, missingTitle, missingSignOff,
];
