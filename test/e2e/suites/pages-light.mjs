/** The pages in a light theme. */
import { pagesIn } from '../pages.mjs';

export const suite = pagesIn('Default Light Modern');
