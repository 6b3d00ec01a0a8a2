/** Whether one text is the other with one sign changed, dropped, doubled, or two neighbours swapped: what a slip of the hand does. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwap = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (isSwap && short.slice(at + 2) === long.slice(at + 2));
}

/** The digits of a plain decimal that say something: without the zeros at its beginning. */
const significant = (plain: string): number => plain.replace(/^[0.]+/, '').replace('.', '').length;

/** The digits of a number that is one slip from a figure; 0 where it is none. Of a dropped digit only the shorter one counts. */
export function slipDigits(written: string, figure: string): number {
  if (!isOneSlip(written, figure)) return 0;
  const counts = [significant(written), significant(figure)];
  return written.length === figure.length ? Math.max(...counts) : Math.min(...counts);
}
