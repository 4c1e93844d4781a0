/** The display language is English. */
import { inLanguage } from '../language.mjs';

export const suite = { hosts: ['web'], ...(await inLanguage('en', 'package.nls.json')) };
