import { processLength } from '@/lib/spc/frozen-process';
import { type Frequency, periodsBetween } from '@/lib/time/period';

/** How many periods a trend goes back for each frequency: twenty-four months, or five years of annual figures. */
export const trendLength: Record<Frequency, number> = {
  monthly: 25,
  quarterly: 9,
  termly: 7,
  half_yearly: 5,
  annual: 5,
};

/** How far back the page of a measure shows its periods. */
const spans = ['recent', 'more', 'all'] as const;
export type HowFar = (typeof spans)[number];

const most = 1_200;

/** How many periods a span shows. */
export function howFarLength(span: HowFar, frequency: Frequency): number {
  if (span === 'all') return most;
  return span === 'more' ? processLength : Math.max(trendLength[frequency], 9);
}

const perYear: Record<Frequency, number> = { monthly: 12, quarterly: 4, termly: 3, half_yearly: 2, annual: 1 };

/** A span in words: '2 years', '5 years', 'All since Apr 1968'. */
export const howFarWords = (span: Exclude<HowFar, 'all'>, frequency: Frequency): string =>
  `${Math.floor(howFarLength(span, frequency) / perYear[frequency])} years`;

/** The spans that show more than the one before them, given the first and the last period that there are. */
export function howFarChoices(frequency: Frequency, first: string, last: string): HowFar[] {
  const count = periodsBetween({ frequency, start: first }, { frequency, start: last }) + 1;
  return spans.filter((_, i) => i === 0 || count > howFarLength(spans[i - 1] as HowFar, frequency));
}

/** The span that an address asks for, or null when it asks for one that does not exist. */
export const howFarIn = (text: string | null): HowFar | null =>
  text === null ? 'recent' : (spans.find((span) => span === text) ?? null);
