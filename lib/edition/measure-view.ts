import type { Trend } from '@/lib/trend/trend';
import type { FrozenRow } from './edition';
import type { MeasureSheet } from './measure-sheet';
import type { Span } from './measure-span';
import type { TrendReading } from './trend-of';

/** Everything that the page of a measure shows of it, in public or to its people. */
export type MeasureView = {
  /** The day that the data status is worked out for. */
  date: string;
  row: FrozenRow;
  sheet: MeasureSheet;
  /** The readings of the span, newest first, and the trend that they make. */
  readings: TrendReading[];
  trend: Trend;
  span: Span;
  spans: Span[];
  /** The first day of the oldest period that there is. */
  oldest: string | null;
  /** The page's own path, without a query. */
  address: string;
};
