import type { Limits } from './spc-limits';
import type { Figure } from './whole-figures';

/**
 * A rule that a point meets, and which way; `length` is how many points the whole run has. Source: docs/rules.md, Is it a
 * change or chance.
 */
export type Signal =
  | { rule: 'outside' | 'near'; way: 'high' | 'low' }
  | { rule: 'shift'; way: 'high' | 'low'; length: number }
  | { rule: 'trend'; way: 'up' | 'down'; length: number };

/** Above, on or below; null where there is nothing to compare. */
type Sign = -1 | 0 | 1 | null;

const inARow = 7;

/** What most points meet; one list for all of them. */
const none: Signal[] = [];

const signOf = (value: Figure): Sign => (value === 0n ? 0 : value < 0n ? -1 : 1);

/** The longest runs of one sign, zeros and gaps apart, that are no shorter than `least`; both ends belong to them. */
function runs(signs: Sign[], least: number): { from: number; to: number; up: boolean }[] {
  const longest: { from: number; to: number; up: boolean }[] = [];
  for (let from = 0, at = 0; at < signs.length; at += 1) {
    if (signs[at] !== signs[from]) from = at;
    if (!signs[at] || signs[at + 1] === signs[at]) continue;
    if (at - from + 1 >= least) longest.push({ from, to: at, up: signs[at] === 1 });
  }
  return longest;
}

/**
 * Every rule that each point of one segment meets: strictly outside a limit; 7 in a row strictly on one side of the mean; 7 in
 * a row strictly rising or falling; 2 of 3 in a row beyond near, all three on one side. A gap breaks all but the first.
 * Source: NHS "Making Data Count"; docs/rules.md, Is it a change or chance.
 */
export function signalsOf(values: (Figure | null)[], { away, reach, nearReach }: Limits): Signal[][] {
  const signals = values.map(() => none);
  const distances = values.map((value) => (value === null ? null : away(value)));
  const sides = distances.map((distance) => (distance === null ? null : signOf(distance)));
  const side = (i: number) => (sides[i] === 1 ? 'high' : 'low');
  const flag = (from: number, to: number, signal: Signal) => {
    for (let i = from; i <= to; i += 1) signals[i] = [...(signals[i] as Signal[]), signal];
  };

  const lies = (distance: Figure | null, reached: Figure) =>
    distance !== null && (distance < 0n ? -distance : distance) > reached;
  // Nothing lies beyond a limit that does not lie beyond the near line.
  const beyond = distances.map((distance) => lies(distance, nearReach));
  for (const [i, isBeyond] of beyond.entries())
    if (isBeyond && lies(distances[i] as Figure, reach)) flag(i, i, { rule: 'outside', way: side(i) });

  for (const { from, to, up } of runs(sides, inARow))
    flag(from, to, { rule: 'shift', way: up ? 'high' : 'low', length: to - from + 1 });

  const steps = values.map((value, i): Sign => {
    const before = values[i - 1] ?? null;
    if (value === null || before === null) return null;
    return value === before ? 0 : value < before ? -1 : 1;
  });
  // Seven points have six steps between them, and the first step is at the second point.
  for (const { from, to, up } of runs(steps, inARow - 1))
    flag(from - 1, to, { rule: 'trend', way: up ? 'up' : 'down', length: to - from + 2 });

  const near = values.map(() => false);
  for (let i = 2; i < values.length; i += 1) {
    if (!sides[i] || sides[i - 1] !== sides[i] || sides[i - 2] !== sides[i]) continue;
    const three = [i - 2, i - 1, i];
    if (three.filter((at) => beyond[at]).length >= 2) for (const at of three) near[at] ||= beyond[at] ?? false;
  }
  for (const [i, flagged] of near.entries()) if (flagged) flag(i, i, { rule: 'near', way: side(i) });
  return signals;
}
