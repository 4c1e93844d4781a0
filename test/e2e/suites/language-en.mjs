/** The display language is English. */
import { inLanguage } from '../language.mjs';

export const suite = await inLanguage('en', 'package.nls.json');
