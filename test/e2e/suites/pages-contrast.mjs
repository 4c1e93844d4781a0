/** The pages in a high-contrast theme. */
import { pagesIn } from '../pages.mjs';

export const suite = pagesIn('Default High Contrast');
