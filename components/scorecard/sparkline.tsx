import type { FrozenRow, TrendPoint } from '@/lib/edition/edition';
import { plain, sparklineBox, sparklineGeometry } from './sparkline-geometry';

/**
 * A trend drawn on the server: invented points dashed, published ones solid, the last figure a dot, and the target a thin line over
 * the periods for which one was set. An edition from before that was recorded has the latest target over all of them.
 */
export function Sparkline({ points, target, targets, growing }: FrozenRow['trend']) {
  const line = sparklineGeometry(points, targets ?? (target === null ? [] : [{ start: '', value: target }]));
  if (!line.last) return <i>no figures yet</i>;
  const { width, height } = sparklineBox;
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={trendSentence(points, target, growing)}
    >
      {line.target && <path className="aim" d={line.target} />}
      {line.illustrative && <path className="inv" d={line.illustrative} />}
      {line.elsewhere && <path className="els" d={line.elsewhere} />}
      {line.published && <path d={line.published} />}
      <circle
        className={line.last.illustrative ? 'inv' : line.last.elsewhere ? 'els' : undefined}
        cx={line.last.x}
        cy={line.last.y}
        r="6"
      />
    </svg>
  );
}

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
