import { formatDate, londonDay } from '@/lib/time/period';
import type { Trend } from './trend';

/** What a chart shows, whose figures they are, and where they come from. */
export type ChartAbout = {
  measure: string;
  /** As printed in the unit column: '%', 'Number'. */
  unit: string;
  /** What each figure covers, where that is more than its period: 'rolling 12 months'. */
  covers: string | null;
  /** The council or place that the figures are of. */
  area: string;
  /** One sentence. */
  source: string;
};

/** The statistical subtitle of a chart: measure, unit, what each figure covers, area and period. */
export function chartSubtitle({ measure, unit, covers, area }: Omit<ChartAbout, 'source'>, { periods }: Trend): string {
  const [first, last] = [periods[0], periods.at(-1)];
  const unitWords = /^[A-Z][a-z]/.test(unit) ? unit.charAt(0).toLowerCase() + unit.slice(1) : unit;
  const span = first && last ? (first === last ? last.label : `${first.label} to ${last.label}`) : null;
  return [measure, unitWords, covers, area, span].filter(Boolean).join(', ');
}

type Edition = { service: { name: string }; number: number; publishedAt: string };

/** Where the figures of a published chart come from. */
export const editionSource = (council: string, { service, number, publishedAt }: Edition): string =>
  `Source: ${council}, ${service.name}, edition ${number}, published ${formatDate(londonDay(publishedAt))}.`;

/** Where the figures come from that the people of a service see. */
export const recordSource = (council: string, service: string): string =>
  `Source: ${council}, ${service}, with what is not published yet.`;
