import type { FrozenRow } from '@/lib/edition/edition';
import { hiddenWords } from '@/lib/figure/withheld';
import { monthLabel } from '@/lib/scorecard/trend-months';
import { standingColour } from '@/lib/target/judged-status';
import { type SparklineRow, sparklineBox, sparklineGeometry } from './sparkline-geometry';

const signs = { red: 'r', amber: 'a', green: 'g', none: 'n' } as const;
const { width, height } = sparklineBox;
const viewBox = `0 0 ${width} ${height}`;
/** Half of a sign of the page, which is drawn from its corner. */
const half = 8;

type Props = {
  row: SparklineRow & Pick<FrozenRow, 'rag'>;
  /** The month that every trend of the table begins with. */
  first: number;
};

/**
 * A row's trend for the eye only: what it says stands in the row and its fold. A hidden figure has none, since the shape of a line
 * could tell of it. The table says once how to read it.
 */
export function Sparkline({ row, first }: Props) {
  if (row.current.text === null && row.current.hidden) return <i>{hiddenWords}</i>;
  const line = sparklineGeometry(row, first);
  if (!line) return <i>no figures</i>;
  const { met, edge, illustrative, elsewhere, published, earlier, last } = line;
  return (
    <svg className="spark" viewBox={viewBox} aria-hidden="true">
      {met && <path className="met" d={met} />}
      {edge && <path className="edge" d={edge} />}
      {illustrative && <path className="inv" d={illustrative} />}
      {elsewhere && <path className="els" d={elsewhere} />}
      {published && <path d={published} />}
      {earlier && <circle cx={earlier.x} cy={earlier.y} r="5" />}
      {last && <use href={`#${signs[standingColour(row.rag) ?? 'none']}`} x={last.x - half} y={last.y - half} />}
    </svg>
  );
}

/** How every trend of a table is read, with one as an example; nothing where no row has one. */
export function SparklineKey({ first, rows }: { first: number; rows: Pick<FrozenRow, 'trend' | 'previous'>[] }) {
  const points = rows.flatMap(({ trend }) => trend.points);
  if (points.length === 0) return null;
  const [label, ...others] = [...new Set(rows.map(({ previous }) => previous.label))];
  return (
    <p className="trend-key">
      <svg className="spark" viewBox={viewBox} aria-hidden="true">
        <path className="met" d="M140 28h68V56h-68z" />
        <path className="edge" d="M140 28h68" />
        <path d="M8 30l40-10 40 8 44-12 68 24" />
        <circle cx="132" cy="16" r="5" />
        <use href="#g" x="192" y="32" />
      </svg>{' '}
      Trend from {monthLabel(first)}, each on its own scale. Shaded: target met. Ring:{' '}
      {label && others.length === 0 ? `the figure of ${label}` : 'the earlier figure'}. Last mark: the shape of its
      colour.{points.some(({ illustrative }) => illustrative) && ' Dotted: invented.'}
      {points.some((point) => point.elsewhere) && ' Dashed: published elsewhere.'}
    </p>
  );
}
