/** The pages in a dark theme. */
import { pagesIn } from '../pages.mjs';

export const suite = pagesIn('Default Dark Modern');
