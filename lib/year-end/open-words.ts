import { type MissingReason, missingWords as reasons } from '@/lib/figure/missing-reason';
import { dueDate } from '@/lib/status/due-date';
import { type Frequency, formatDate, name, type Period } from '@/lib/time/period';

/** A period that is not here yet, or a correction that is on its way, and with whom it is. */
export type OnItsWay = { start: string; revision: number; person: string | null };

const periodNouns: Record<Frequency, [one: string, many: string]> = {
  monthly: ['month', 'months'],
  quarterly: ['quarter', 'quarters'],
  termly: ['term', 'terms'],
  half_yearly: ['half-year', 'half-years'],
  annual: ['year', 'years'],
};

/** '12 months', '1 quarter'. */
export const afterNumber = (count: number, frequency: Frequency): string =>
  `${count} ${periodNouns[frequency][count === 1 ? 0 : 1]}`;

/** 'March 2019 is not here yet: due 15 May 2019, with Olive Turner'; the day is that by which the first of them is due. */
export function missingWords(periods: Period[], lagDays: number, onItsWay: OnItsWay[]): string {
  const [first, ...others] = periods;
  if (!first) return 'No figure is required for this year';
  const person = onItsWay.find(({ start, revision }) => start === first.start && revision === 0)?.person ?? null;
  const due = formatDate(dueDate(first, lagDays));
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `${name(first)}${more} ${more ? 'are' : 'is'} not here yet: due ${due}, with ${person ?? 'nobody'}`;
}

/** 'March 2019 has no figure: suppressed at source', 'March 2019 has no figure: not available yet, expected by 15 May 2019'. */
export function reasonWords(period: Period, missing: MissingReason | null, expectedOn: string | null): string {
  const reason = missing ? reasons[missing].title.toLowerCase() : 'no reason was given';
  return `${name(period)} has no figure: ${reason}${expectedOn ? `, expected by ${formatDate(expectedOn)}` : ''}`;
}

/** 'A correction of July 2018 is on its way, with Olive Turner'. */
export const correctionWords = (period: Period, person: string | null): string =>
  `A correction of ${name(period)} is on its way, with ${person ?? 'nobody'}`;

/** 'Only 8 of its 12 months are counted, from August 2018'. */
export const partYearWords = (first: Period, counted: number, all: number): string =>
  `Only ${counted} of its ${afterNumber(all, first.frequency)} ${counted === 1 ? 'is' : 'are'} counted, from ${name(first)}`;
