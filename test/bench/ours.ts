/** What the benchmark measures of Reportwright itself. Each function throws `NotBuilt` until its part of the core exists. */

/** Thrown where a measurement has nothing to measure yet; the table shows a dash. */
export class NotBuilt extends Error {
  constructor(part: string) {
    super(`not built: ${part}`);
    this.name = 'NotBuilt';
  }
}

/** Milliseconds from a keystroke to the findings after it. */
export interface Keystrokes {
  readonly median: number;
  readonly p95: number;
}

/** A full check (parse, align, all rules) of one text, nothing reused; the number of findings. */
export function check(_text: string): number {
  throw new NotBuilt('check');
}

/** Types into the middle of the text, some hundred keys in different places, findings asked for after each. */
export function keystrokes(_text: string): Keystrokes {
  throw new NotBuilt('keystrokes');
}

/** Learns a profile from all texts; the number of slots. */
export function learn(_texts: readonly string[]): number {
  throw new NotBuilt('learn');
}
