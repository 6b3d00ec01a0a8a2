import type { Signal } from './spc-signals';
import type { Figure } from './whole-figures';

/**
 * Why the points of a segment are signals or not, but nothing is concluded from it.
 * Source: docs/rules.md, Is it a change or chance.
 */
export type WhySilent = 'moved_throughout' | 'few_people';

/**
 * Why nothing is concluded from the signals of a segment; null where something is.
 * Source: docs/rules.md, Is it a change or chance.
 */
export function silenceOf(
  figures: (Figure | null)[],
  signals: Signal[][],
  people: (Figure | null)[],
  fewest: Figure,
): WhySilent | null {
  const counted = people.filter((many, i): many is Figure => many !== null && figures[i] !== null);
  if (counted.length > 0 && twiceTheMedian(counted) < 2n * fewest) return 'few_people';
  const present = figures.filter((figure) => figure !== null).length;
  return signals.filter(({ length }) => length > 0).length * 2 > present ? 'moved_throughout' : null;
}

/** Twice the median, so that nothing is halved: the sum of the two in the middle, or of the one with itself. */
function twiceTheMedian(values: Figure[]): Figure {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = (at: number): Figure => sorted[at] ?? 0n;
  return middle(Math.floor((sorted.length - 1) / 2)) + middle(Math.floor(sorted.length / 2));
}
