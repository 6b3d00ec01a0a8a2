import { processLength } from '@/lib/spc/process';
import { type Frequency, periodsBetween } from '@/lib/time/period';
import { trendLength } from './freeze';

/** How far back the page of a measure shows its periods. */
const spans = ['recent', 'more', 'all'] as const;
export type Span = (typeof spans)[number];

const most = 1_200;

/** How many periods a span shows. */
export function spanLength(span: Span, frequency: Frequency): number {
  if (span === 'all') return most;
  return span === 'more' ? processLength : Math.max(trendLength[frequency], 9);
}

const perYear: Record<Frequency, number> = { monthly: 12, quarterly: 4, termly: 3, half_yearly: 2, annual: 1 };

/** A span in words: '2 years', '5 years', 'All since Apr 1968'. */
export const spanWords = (span: Exclude<Span, 'all'>, frequency: Frequency): string =>
  `${Math.floor(spanLength(span, frequency) / perYear[frequency])} years`;

/** The spans that show more than the one before them, given the first and the last period that there are. */
export function spansOf(frequency: Frequency, first: string, last: string): Span[] {
  const count = periodsBetween({ frequency, start: first }, { frequency, start: last }) + 1;
  return spans.filter((_, i) => i === 0 || count > spanLength(spans[i - 1] as Span, frequency));
}

/** The span that an address asks for, or null when it asks for one that does not exist. */
export const spanIn = (text: string | null): Span | null =>
  text === null ? 'recent' : (spans.find((span) => span === text) ?? null);
