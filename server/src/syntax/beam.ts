/**
 * The few cheapest readings of a row so far, one for each state. Knows costs and states, not what is read.
 */

/** Keeps at most `width` readings, cheapest first; of equal ones the first to come, of one state the cheapest. */
export class Beam<T, K extends number | string> {
  private costs: number[] = [];
  private keys: K[] = [];
  private kept: T[] = [];

  constructor(private readonly width: number) {}

  /** True when a reading of this cost and state would be kept: asked first, so that nothing is built in vain. */
  takes(cost: number, key: K): boolean {
    if (this.kept.length === this.width && cost >= this.costs[this.width - 1]!) return false;
    for (let i = 0; i < this.kept.length && this.costs[i]! <= cost; i++) if (this.keys[i] === key) return false;
    return true;
  }

  /** Puts in a reading that the beam takes. */
  put(cost: number, key: K, reading: T): void {
    let at = 0;
    while (at < this.kept.length && this.costs[at]! <= cost) at++;
    this.costs.splice(at, 0, cost);
    this.keys.splice(at, 0, key);
    this.kept.splice(at, 0, reading);
    const dearer = this.keys.indexOf(key, at + 1);
    if (dearer >= 0) this.drop(dearer);
    else if (this.kept.length > this.width) this.drop(this.width);
  }

  /** The readings, none dearer than the cheapest by more than `margin`. */
  within(margin: number): readonly T[] {
    const limit = this.costs[0]! + margin;
    let count = this.kept.length;
    while (count > 1 && this.costs[count - 1]! > limit) count--;
    return count === this.kept.length ? this.kept : this.kept.slice(0, count);
  }

  private drop(at: number): void {
    this.costs.splice(at, 1);
    this.keys.splice(at, 1);
    this.kept.splice(at, 1);
  }
}
