/**
 * Where the code of a finding leads: to the page itself in an editor that shows it without a network, else to the page on the web.
 */

import { pageAddress } from '../features';
import type { Abilities } from './abilities';

/** The link for a code; null for a code without a page. */
export function ruleLink(code: string, { rulePages }: Abilities): string | null {
  const address = pageAddress(code);
  return address && rulePages ? `command:reportwright.explainFinding?${encodeURIComponent(JSON.stringify([code]))}` : address;
}
