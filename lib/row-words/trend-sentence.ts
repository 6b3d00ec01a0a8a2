import type { TrendPoint } from '@/lib/edition/edition';

/** The trend in words, for those who do not see it. */
export function trendSentence(points: TrendPoint[], target: string | null, growing = false): string {
  const known = points.filter((point) => point.value !== null);
  const invented = known.filter((point) => point.illustrative).length;
  const values = known.map((point) => plain(point.value) ?? 0);
  const text = (number: number) => known[values.indexOf(number)]?.value;
  const span =
    known.length === 1
      ? `1 figure: ${known[0]?.value}`
      : `${known.length} figures: first ${known[0]?.value}, ${growing ? '' : `lowest ${text(Math.min(...values))}, highest ${text(Math.max(...values))}, `}last ${known.at(-1)?.value}`;
  const targetWords = target === null ? 'no target' : `target ${target}`;
  const elsewhere = known.filter((point) => point.elsewhere).length;
  const part = (count: number, words: string) =>
    count === 0 ? '' : count === known.length ? `; all ${words}` : `; ${count} ${words}`;
  return `${span}; ${targetWords}${part(invented, 'illustrative')}${part(elsewhere, 'published elsewhere')}`;
}

/** A shown figure as a number to draw: '1,613', '−2.5'; null where there is none. */
export function plain(value: string | null): number | null {
  const number = value === null ? Number.NaN : Number(value.replaceAll(',', '').replace('−', '-'));
  return Number.isFinite(number) ? number : null;
}
