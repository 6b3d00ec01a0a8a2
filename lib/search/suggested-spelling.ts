/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one word of another; gives up
 * beyond `most` and answers Infinity. Source: optimal string alignment distance.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      now[column] = Math.min(
        at(old, column) + 1,
        at(now, column - 1) + 1,
        at(old, column - 1) + (same ? 0 : 1),
        swapped ? at(older, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...now) > most) return Number.POSITIVE_INFINITY;
    [older, old] = [old, now];
  }
  const distance = at(old, b.length);
  return distance <= most ? distance : Number.POSITIVE_INFINITY;
}

const at = (numbers: number[], index: number): number => numbers[index] ?? Number.POSITIVE_INFINITY;

/**
 * The word nearest to one that nobody uses: within one slip in three letters, the most used first; null when none is near. It
 * begins alike, and another letter in a word of four makes another word, not a slip: hole is not home. An ending that both have says
 * nothing: parking is not paying.
 */
export function nearestWord(word: string, used: Map<string, number>, typed = word): string | null {
  let best: { word: string; distance: number; uses: number } | null = null;
  for (const [other, uses] of used) {
    const most = Math.min(3, Math.floor((word.length - endingOfBoth(word, other)) / 3));
    if (most < 1 || !couldBeMeant(word, other, typed.length)) continue;
    const distance = editDistance(word, other, most);
    if (distance > most) continue;
    if (!best || distance < best.distance || (distance === best.distance && uses > best.uses))
      best = { word: other, distance, uses };
  }
  return best?.word ?? null;
}

function couldBeMeant(word: string, other: string, letters: number): boolean {
  const beginsAlike = word[0] === other[0] || (word[0] === other[1] && word[1] === other[0]);
  const hasSameLetters = [...word].sort().join('') === [...other].sort().join('');
  return beginsAlike && (letters > 4 || word.length !== other.length || hasSameLetters);
}

/** How long the ending of a verb is that two words have in common. */
const endingOfBoth = (word: string, other: string): number =>
  ['ing', 'ed'].find((ending) => word.endsWith(ending) && other.endsWith(ending))?.length ?? 0;
