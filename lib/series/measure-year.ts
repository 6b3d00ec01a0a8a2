import type { MeasureFacts } from '@/lib/measure/measure';
import type { Span } from '@/lib/measure/span';
import { yearName } from '@/lib/time/council-year';
import { addMonths, endOf, type Period, periodContaining, periodsFrom, shift, yearStart } from '@/lib/time/period';
import type { MeasureRecord, ReadingRecord } from './measure-record';
import { lastRequiredStart } from './retirement';

type Yearly = Pick<MeasureFacts, 'frequency' | 'startMonth'>;

/** The latest of a measure's own years that is over on a day, by the year in which it began. */
export const latestYear = ({ startMonth }: Pick<MeasureFacts, 'startMonth'>, today: string): number =>
  Number(addMonths(yearStart(today, startMonth), -12).slice(0, 4));

/** The first and the last day of the measure's own year that began in a year. */
export function spanOfYear({ startMonth }: Pick<MeasureFacts, 'startMonth'>, year: number): Span {
  const start = `${year}-${String(startMonth).padStart(2, '0')}-01`;
  return { from: start, until: endOf({ frequency: 'annual', start }) };
}

/** The name of the measure's own year that began in a year: '2017/18', or '2017' for a calendar year. */
export const nameOfYear = (measure: Pick<MeasureFacts, 'startMonth'>, year: number): string =>
  yearName(spanOfYear(measure, year).from);

/** The periods whose last day lies in the measure's own year, in order, whether they were required or not. */
export function periodsOfYear(measure: Yearly, year: number): Period[] {
  const { from, until } = spanOfYear(measure, year);
  const last = periodContaining(until, measure);
  const lastInside = endOf(last) > until ? shift(last, -1) : last;
  return periodsFrom(measure.frequency, periodContaining(from, measure).start, lastInside.start);
}

type Required = Yearly & Pick<MeasureRecord, 'requiredFrom' | 'retiredOn'>;

/** Those of the year's periods for which a figure is required. */
export function requiredInYear(measure: Required, year: number): Period[] {
  const last = lastRequiredStart(measure.retiredOn, measure);
  return periodsOfYear(measure, year).filter(
    ({ start }) => start >= measure.requiredFrom && (last === null || start <= last),
  );
}

type Closable = Required &
  Pick<MeasureRecord, 'outturns' | 'readings'> &
  Partial<Pick<MeasureRecord, 'withoutOutturn'>>;

/** Whether a figure of a year was entered, or why there is none. */
const isClosed = ({ outturns, withoutOutturn }: Omit<Closable, 'readings'>, year: number): boolean =>
  outturns.some((outturn) => outturn.year === year) || (withoutOutturn ?? []).some((none) => none.year === year);

/** Why a year has no figure that nobody has closed, after "because". */
export const yearIsOpen = 'the year is not closed yet';

/**
 * Whether a year of a measure is to be closed: figures are required for it, the measure was read by its end, and nobody has entered
 * the year's. What was invented for a demonstration or published elsewhere asks for nothing, and an annual figure is that of its year
 * by itself.
 * Source: docs/rules.md, Year end.
 */
export function wantsClosing(measure: Closable, year: number): boolean {
  if (measure.frequency === 'annual' || isClosed(measure, year)) return false;
  const last = requiredInYear(measure, year).at(-1);
  const asks = ({ illustrative, elsewhere }: ReadingRecord) => !illustrative && elsewhere === undefined;
  return last !== undefined && measure.readings.some((reading) => asks(reading) && reading.periodStart <= last.start);
}
