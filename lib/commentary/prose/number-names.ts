const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** What the names of numbers below twenty mean. */
export const belowTwenty: ReadonlyMap<string, number> = new Map(ones.split(' ').map((name, value) => [name, value]));

/** What the names of the tens from twenty on mean. */
export const wholeTens: ReadonlyMap<string, number> = new Map(
  tens.split(' ').map((name, index) => [name, (index + 2) * 10]),
);
