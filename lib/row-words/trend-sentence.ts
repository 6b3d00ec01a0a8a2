import type { TrendPoint } from '@/lib/edition/edition';
import { numberToDraw } from '@/lib/figure/number-to-draw';

/** The trend in words, for those who do not see it. */
export function trendSentence(points: TrendPoint[], target: string | null, growing = false): string {
  const known = points.filter((point) => point.value !== null);
  const values = known.map((point) => numberToDraw(point.value) ?? 0);
  const text = (number: number) => known[values.indexOf(number)]?.value;
  const span =
    known.length === 1
      ? `1 figure: ${known[0]?.value}`
      : `${known.length} figures: first ${known[0]?.value}, ${growing ? '' : `lowest ${text(Math.min(...values))}, highest ${text(Math.max(...values))}, `}last ${known.at(-1)?.value}`;
  const targetWords = target === null ? 'no target' : `target ${target}`;
  return `${span}; ${targetWords}${notOwn(points, '; ')}`;
}

/** How many figures were invented or published elsewhere. */
function notOwn(points: TrendPoint[], before: string): string {
  const known = points.filter(({ value }) => value !== null);
  const part = (count: number, words: string) =>
    count === 0 ? '' : `${before}${count === known.length ? 'all' : count} ${words}`;
  const invented = known.filter(({ illustrative }) => illustrative).length;
  const elsewhere = known.filter((point) => point.elsewhere).length;
  return part(invented, 'illustrative') + part(elsewhere, 'published elsewhere');
}
