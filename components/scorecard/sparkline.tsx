import type { FrozenRow } from '@/lib/edition/edition';
import { trendLabel } from '@/lib/row-words/trend-sentence';
import { sparklineBox, sparklineGeometry } from './sparkline-geometry';

/**
 * A trend drawn on the server: invented points dashed, published ones solid, the last figure a dot, and the target a thin line over
 * the periods for which one was set. An edition from before that was recorded has the latest target over all of them.
 */
export function Sparkline({ points, target, targets }: FrozenRow['trend']) {
  const line = sparklineGeometry(points, targets ?? (target === null ? [] : [{ start: '', value: target }]));
  if (!line.last) return <i>no figures yet</i>;
  const { width, height } = sparklineBox;
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={trendLabel(points)}>
      {line.target && <path className="aim" d={line.target} />}
      {line.illustrative && <path className="inv" d={line.illustrative} />}
      {line.elsewhere && <path className="els" d={line.elsewhere} />}
      {line.published && <path d={line.published} />}
      <circle
        className={line.last.illustrative ? 'inv' : line.last.elsewhere ? 'els' : undefined}
        cx={line.last.x}
        cy={line.last.y}
        r="3"
      />
    </svg>
  );
}
