import type { MeasureRead } from '@/lib/bring-in/understanding/sheet/row-read';
import { Exact } from '@/lib/figure/decimal';
import type { Unit } from '@/lib/measure/measure';
import type { Frequency } from '@/lib/time/period';

/** From how many times the usual figure of a period a year's outturn can only be a sum: about half of the periods of a year. */
const timesOfSum: Partial<Record<Frequency, number>> = { monthly: 6, quarterly: 2.5 };

/** Units of which a sum makes sense. */
const added: Unit[] = ['number', 'pounds', 'pounds_thousand', 'kilograms', 'tonnes'];

/** Whether the outturns of a measure are the sums of its periods: each is many times the median of its readings. */
export function looksAddedUp({ outturns, readings }: MeasureRead, unit: Unit): boolean {
  const times = timesOfSum[readings[0]?.period.frequency ?? 'annual'];
  const years = figuresIn(outturns.map(({ figure }) => figure));
  const periods = figuresIn(readings.map(({ fields }) => fields.figure?.value ?? ''));
  const usual = periods.toSorted((one, two) => one.cmp(two))[Math.floor(periods.length / 2)];
  if (times === undefined || !added.includes(unit) || usual === undefined || !usual.gt(0) || years.length === 0)
    return false;
  return years.every((year) => year.gte(usual.times(times)));
}

const figuresIn = (texts: string[]): Exact[] =>
  texts.flatMap((text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? [new Exact(text)] : []));
