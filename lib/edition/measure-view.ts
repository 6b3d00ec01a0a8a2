import { numberToDraw } from '@/lib/figure/number-to-draw';
import { type EarlierFigure, earlierIndex } from '@/lib/trend/earlier-figure';
import type { Trend } from '@/lib/trend/trend';
import type { FrozenRow } from './edition';
import { isKeptBack } from './frozen-figures';
import type { MeasureSheet } from './measure-sheet';
import { type HowFar, howFarChoices } from './trend-length';
import { type TrendReading, trendOf } from './trend-of';

/** Everything that the page of a measure shows of it, in public or to its people. */
export type MeasureView = {
  /** The day that the data status is worked out for. */
  date: string;
  row: FrozenRow;
  sheet: MeasureSheet;
  /** The readings of the span, newest first, and the trend that they make. */
  readings: TrendReading[];
  trend: Trend;
  span: HowFar;
  spans: HowFar[];
  /** The first day of the oldest period that there is. */
  oldest: string | null;
  /** The page's own path, without a query. */
  address: string;
};

/** What the page of a measure shows of a row and its sheet, with the readings of a span, newest first. */
export function measureView(shown: Omit<MeasureView, 'trend' | 'spans'>): MeasureView {
  const { sheet, readings, oldest } = shown;
  const latest = readings[0]?.start;
  const spans = oldest !== null && latest !== undefined ? howFarChoices(sheet.frequency, oldest, latest) : [];
  const trend = trendOf(sheet, readings);
  const earlier = earlierIn(trend, shown);
  return { ...shown, trend: earlier ? { ...trend, earlier } : trend, spans };
}

/** The earlier figure of a row where it stands in the trend; null where it is hidden, missing or further back. */
function earlierIn({ periods }: Trend, { row, sheet }: Pick<MeasureView, 'row' | 'sheet'>): EarlierFigure | null {
  const { text, label } = row.previous;
  const value = numberToDraw(text);
  const index = earlierIndex(
    periods.map(({ start }) => start),
    label,
    sheet,
  );
  if (text === null || value === null || index < 0) return null;
  // At fewer decimals two figures may seem to stand the other way round.
  const isRounded = isKeptBack(row.previous) || isKeptBack(row.current);
  return { index, value, text, label, direction: isRounded ? null : row.travel.direction };
}
