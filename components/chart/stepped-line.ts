import { tenth } from './figure-line';

/** The left edge of each period, and the right one of the last at the end. */
export type Edge = (index: number) => number;

/** A line of levels, one for each period and null for none, with a riser where it changes; it may begin again at some. */
export function stepPath(
  levels: (number | null)[],
  edge: Edge,
  fresh: (index: number) => boolean = () => false,
): string {
  return levels
    .map((level, index) => {
      if (level === null) return '';
      const before = index === 0 || fresh(index) ? null : levels[index - 1];
      const joined = before !== null && before !== undefined;
      const onwards = joined && before === level && levels[index + 1] === level && !fresh(index + 1);
      if (onwards) return '';
      const start = joined ? (before === level ? '' : `V${tenth(level)}`) : `M${tenth(edge(index))},${tenth(level)}`;
      return `${start}H${tenth(edge(index + 1))}`;
    })
    .join('');
}

/** The area between two lines of levels, period by period; nothing where either has none. */
export function stepArea(upper: (number | null)[], lower: (number | null)[], edge: Edge): string {
  let path = '';
  for (let from = 0; from < upper.length; from += 1) {
    const [above, below] = [upper[from] ?? null, lower[from] ?? null];
    if (above === null || below === null || above === below) continue;
    let to = from;
    while (upper[to + 1] === above && lower[to + 1] === below) to += 1;
    path += `M${tenth(edge(from))},${tenth(above)}H${tenth(edge(to + 1))}V${tenth(below)}H${tenth(edge(from))}Z`;
    from = to;
  }
  return path;
}
