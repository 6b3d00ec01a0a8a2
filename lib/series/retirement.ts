import { type Calendar, formatDate, periodContaining, shift } from '@/lib/time/period';

/** The end of a measure: the last day on which it counted, why, and who decided so and when; days in ISO. */
export type Retirement = { retiredOn: string; reason: string; decidedBy: string; decidedOn: string };

/**
 * The first day of the last period that needs a figure, or null while a measure is not retired: the last period that
 * ended before the measure's last day, since a later figure could stand in no edition with the measure in it.
 */
export function lastRequiredStart(retiredOn: string | null, calendar: Calendar): string | null {
  return retiredOn === null ? null : shift(periodContaining(retiredOn, calendar), -1).start;
}

/** 'Retired after 31 July 2018: the national count ended. Decided by the Cabinet on 12 July 2018.' */
export function retirementSentence({ retiredOn, reason, decidedBy, decidedOn }: Retirement): string {
  const end = (words: string) => words.trim().replace(/\.$/, '');
  return `Retired after ${formatDate(retiredOn)}: ${end(reason)}. Decided by ${end(decidedBy)} on ${formatDate(decidedOn)}.`;
}

/** Why a retirement stays: an edition told the public of it. */
export const retiredForGood = (edition: number): string =>
  `Edition ${edition} has told the public that this measure is retired, so it stays. A measure that counts again is a new one: add it.`;

/** Why nothing of a retired measure changes. */
export const retiredSentence = ({ title }: { title: string }): string =>
  `${title} is retired: nothing of it changes any more.`;
