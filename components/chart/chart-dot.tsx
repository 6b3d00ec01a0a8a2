import type { Colour } from '@/lib/target/colour';
import type { PointKind } from './trend-geometry';

type Props = { kind: PointKind; x: number; y: number; provisional?: boolean; latest?: boolean };

/** The point of a figure by its kind: the shape tells them apart, a hollow one is not settled. */
export function ChartDot({ kind, x, y, provisional = false, latest = false }: Props) {
  const name = ['dot', kind, provisional && 'hollow'].filter(Boolean).join(' ');
  if (kind === 'revised') return <path className={name} d={`M${x - 4} ${y - 4}h8v8h-8z`} />;
  if (kind === 'unpublished') return <path className={name} d={`M${x - 4.5} ${y - 4.5}h9v9h-9z`} />;
  if (kind === 'elsewhere') return <path className={name} d={`M${x} ${y - 4.5}v9`} />;
  return <circle className={name} cx={x} cy={y} r={latest ? 5 : kind === 'provisional' ? 4.5 : 2.6} />;
}

type LatestProps = { colour: Colour; x: number; y: number; hollow: boolean };

/** The latest figure in the shape of its colour: a diamond, a triangle or a disc; hollow where it is not settled. */
export function LatestMark({ colour, x, y, hollow }: LatestProps) {
  const name = `latest ${colour}${hollow ? ' hollow' : ''}`;
  if (colour === 'red') return <path className={name} d={`M${x} ${y - 7}l7 7-7 7-7-7z`} />;
  if (colour === 'amber') return <path className={name} d={`M${x} ${y - 6.5}l7 12h-14z`} />;
  return <circle className={name} cx={x} cy={y} r="5.5" />;
}

/** The points of somebody else's figures: each of them has a shape of its own. */
const benchmarkMarks = ['m-4-4h8v8h-8z', 'm0-5 5 8.5h-10z', 'm-4.5-4.5 9 9m0-9-9 9', 'm0-5.5v11m-5.5-5.5h11'] as const;

/** The shape of a benchmark, by its place in the list. */
export const benchmarkMark = (nth: number): string => benchmarkMarks[nth % benchmarkMarks.length] ?? benchmarkMarks[0];
