/** What separates the cells of a CSV file; `start` is how many characters say so, before its first row. */
export type Dialect = { delimiter: string; start: number };

const delimiters = ['\t', ';', ','];

/** How many delimiters each of the first rows has outside quotation marks, rows without any content left out. */
function countsOf(text: string, delimiter: string): number[] {
  const counts = [0];
  let quoted = false;
  let isBlank = true;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && letter === delimiter) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    if (!quoted && letter === '\n') {
      if (isBlank) counts.pop();
      counts.push(0);
      isBlank = true;
    } else if (letter.trim() !== '') isBlank = false;
  }
  // The last row may be cut off.
  return counts.length > 1 ? counts.slice(0, -1) : counts;
}

/** The share of rows that have as many delimiters as most have, if those have any. */
function agreement(counts: number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [most = 0, rows = 0] = [...times].sort((a, b) => b[1] - a[1])[0] ?? [];
  return most === 0 ? 0 : rows / counts.length;
}

/**
 * Guesses the delimiter from the first rows: one that nearly all rows have equally often, a tab or a semicolon before a comma, since
 * commas also stand in figures; else the one that stands there most. A first line `sep=;` says it.
 */
export function csvDialect(text: string): Dialect {
  const stated = /^sep=([,;\t])\r?\n/i.exec(text);
  if (stated?.[1]) return { delimiter: stated[1], start: stated[0].length };
  const beginning = text.slice(0, 20_000).replaceAll(/\r\n?/g, '\n');
  const guesses = delimiters.map((delimiter) => {
    const counts = countsOf(beginning, delimiter);
    return { delimiter, agreed: agreement(counts), total: counts.reduce((sum, count) => sum + count, 0) };
  });
  const agreed = guesses.find((guess) => guess.agreed >= 0.6);
  const frequent = guesses.toSorted((a, b) => b.total - a.total)[0];
  return { delimiter: agreed?.delimiter ?? (frequent && frequent.total > 0 ? frequent.delimiter : ','), start: 0 };
}
