/** Widths of the letters of Public Sans in hundredths of the type size; what is not named is as wide as the middle ones. */
const widths: [letters: string, width: number][] = [
  ['iIjl.,’ ()', 30],
  ['frtJ-–', 40],
  ['0123456789£', 70],
  ['mwMW%', 92],
  ['ABCDGHKNOPQRSUVXTEFLYZ', 72],
];
const middle = 61;

/** What a reader may set between letters and between words, in hundredths of the type size. Source: WCAG 2.2, 1.4.12. */
const spacing = { letter: 12, word: 16 };

/** About how wide a line of text is at a type size, never less than it is, nor than it would be with the spacing of WCAG 1.4.12. */
export function textWidth(text: string, size: number): number {
  const letters = [...text].map((letter) => widths.find(([some]) => some.includes(letter))?.[1] ?? middle);
  const spaced = letters.length * spacing.letter + (text.split(' ').length - 1) * spacing.word;
  return ((letters.reduce((sum, width) => sum + width, 0) + spaced) / 100) * size;
}

/** A text in lines no wider than `most`, broken between words; a longer word has a line of its own. */
export function wrap(text: string, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export type Wanted = { at: number; height: number };

/**
 * The middles of labels that want to stand at given heights, moved as little as may be so that none overlap and all lie between
 * top and bottom; as many from the front of the list as there is room for, null for the others.
 */
export function spread(wanted: Wanted[], top: number, bottom: number): (number | null)[] {
  let room = bottom - top;
  const fits = wanted.map(({ height }) => {
    const placed = height <= room;
    room -= placed ? height : 0;
    return placed;
  });
  const order = wanted.map((_, index) => index).filter((index) => fits[index]);
  order.sort((a, b) => at(wanted, a).at - at(wanted, b).at || a - b);
  const above = order.map((_, i) => order.slice(0, i).reduce((sum, index) => sum + at(wanted, index).height, 0));
  // Without their own heights, labels that may not overlap are numbers that may not fall.
  const slack = rising(order.map((index, i) => at(wanted, index).at - at(wanted, index).height / 2 - (above[i] ?? 0)));
  const middles: (number | null)[] = wanted.map(() => null);
  for (const [i, index] of order.entries()) {
    const free = Math.min(Math.max(slack[i] ?? 0, top), top + room);
    middles[index] = free + (above[i] ?? 0) + at(wanted, index).height / 2;
  }
  return middles;
}

const at = (wanted: Wanted[], index: number): Wanted => wanted[index] ?? { at: 0, height: 0 };

/** The numbers that never fall and lie nearest to the given ones (pool adjacent violators). */
function rising(numbers: number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const number of numbers) {
    let pool = { sum: number, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
}
