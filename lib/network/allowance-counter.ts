type Rule = { most: number; aSecond: number; places: number };
type Left = { count: number; at: number };

/**
 * How much each place may still ask for: `most` at once, and `aSecond` more with every second. At most so many `places` are
 * remembered; beyond that the place with the oldest request is forgotten.
 */
export class Allowances {
  private readonly left = new Map<string, Left>();
  constructor(private readonly rule: Rule) {}

  /** Takes one for a place at a moment in milliseconds; answers 0, or in how many whole seconds there is one again. */
  take(place: string, at: number): number {
    const { most, aSecond, places } = this.rule;
    const before = this.left.get(place) ?? { count: most, at };
    const count = Math.min(most, before.count + (Math.max(0, at - before.at) / 1_000) * aSecond);
    const isGranted = count >= 1;
    this.left.delete(place);
    this.left.set(place, { count: isGranted ? count - 1 : count, at: Math.max(at, before.at) });
    const [oldest] = this.left.keys();
    if (this.left.size > places && oldest !== undefined) this.left.delete(oldest);
    return isGranted ? 0 : Math.max(1, Math.ceil((1 - count) / aSecond));
  }

  /** How many places are remembered. */
  get size(): number {
    return this.left.size;
  }
}
