import type { MeasureFacts } from '@/lib/measure/measure';
import { latestYear } from '@/lib/series/measure-year';
import { councilYear, yearLabel } from '@/lib/time/council-year';

/** As many finished years can be closed: as far back as readings are looked at for a figure of a year. */
const most = 4;

/** A finished council year: how many years before the latest one, the year in which it began, and its name. */
export type ClosableYear = { back: number; start: number; name: string };

/** The finished council years that can be closed on a day, the latest first. */
export function closableYears(today: string): ClosableYear[] {
  const latest = councilYear(today).start - 1;
  return Array.from({ length: most }, (_, back) => ({ back, start: latest - back, name: yearLabel(latest - back) }));
}

/** The year that an address or a form names by its first year, such as '2016': the latest where it names none, null for any other word. */
export function closableYear(today: string, named: string | string[] | undefined): ClosableYear | null {
  const years = closableYears(today);
  if (named === undefined) return years[0] ?? null;
  return years.find(({ start }) => String(start) === named) ?? null;
}

/** How many years before its latest one a measure's own year lies; null where that is further back than years can be closed. */
export function yearsBack(measure: Pick<MeasureFacts, 'startMonth'>, year: number, today: string): number | null {
  const back = latestYear(measure, today) - year;
  return back >= 0 && back < most ? back : null;
}
