import { Exact } from '@/lib/figure/decimal';
import { asGiven } from '@/lib/figure/figure';
import { counted } from '@/lib/figure/label-grammar';
import { type Comparator, polarityWords, type Unit, units } from '@/lib/measure/measure';
import { spanLabel } from '@/lib/measure/span';
import { dueDate } from '@/lib/status/due-date';
import { type Frequency, formatDate, name, type Window } from '@/lib/time/period';
import type { MeasureDraft } from './measure-entry';

/** A unit inside a sentence, as what a figure is. */
export const unitWords = (unit: Unit): string =>
  ({
    percent: 'A percentage',
    number: 'A number',
    per_1000: 'A rate per 1,000',
    per_10000: 'A rate per 10,000',
    per_100000: 'A rate per 100,000',
    pounds: 'An amount in pounds',
    pounds_thousand: 'An amount in thousands of pounds',
    score: 'A score',
  })[unit as string] ?? `A number of ${(units[unit].noun?.[1] ?? units[unit].column).toLowerCase()}`;

const often: Record<Frequency, string> = {
  monthly: 'every month',
  quarterly: 'every quarter',
  termly: 'every term',
  half_yearly: 'every half year',
  annual: 'every year',
};

const periodNoun: Record<Frequency, string> = {
  monthly: 'month',
  quarterly: 'quarter',
  termly: 'term',
  half_yearly: 'half year',
  annual: 'year',
};

/** What each figure covers, as a choice of a form. */
export const windowChoices: Record<Window, string> = {
  single: 'The period itself',
  snapshot: 'How things stand on its last day',
  rolling12: 'The 12 months to its end',
  ytd: 'The year so far',
  since: 'Everything since one day',
};

const coverWords: Record<Window, string> = {
  single: '',
  snapshot: ', as things stand on the last day',
  rolling12: ', for the 12 months to its end',
  ytd: ', for the year so far',
  since: ', for everything since a day',
};

/** What the latest figure is compared with, as a choice of a form. */
export const comparatorWords: Record<Comparator, string> = {
  previous_year: 'Last year’s outturn',
  previous_period: 'The figure of the period before',
  same_period_last_year: 'The same period of last year',
};

const decimalWords = (decimals: number): string =>
  decimals === 0 ? 'without decimals' : decimals === 1 ? 'with one decimal' : `with ${decimals} decimals`;

/** What a measure is, in one sentence: 'A percentage with one decimal, every month; higher is better; due 20 days after the month.' */
export function measureSentence(draft: MeasureDraft): string {
  const { unit, decimals, frequency, window, polarity, lagDays } = draft;
  const due =
    lagDays === 0
      ? 'on its last day'
      : `${lagDays} ${lagDays === 1 ? 'day' : 'days'} after the ${periodNoun[frequency]}`;
  return `${unitWords(unit)} ${decimalWords(decimals)}, ${often[frequency]}${coverWords[window]}; ${polarityWords[polarity]}; due ${due}.`;
}

/** When the first figure of a measure is due, and what it covers: 'The first figure is that of July 2026, due on 20 August 2026.' */
export function firstFigureSentence({ frequency, requiredFrom, lagDays, ...draft }: MeasureDraft): string {
  const first = { frequency, start: requiredFrom };
  const covers = draft.window === 'single' ? '' : ` (${spanLabel(first, draft)})`;
  return `The first figure is that of ${name(first)}${covers}, due on ${formatDate(dueDate(first, lagDays))}.`;
}

/** How the figure of a measure comes about: typed, or worked out from two numbers. */
export function sumSentence({ scale, numeratorLabel, denominatorLabel }: MeasureDraft): string {
  if (scale === null) return 'Its data owner types the figure.';
  const times = new Exact(scale).eq(1) ? '' : ` × ${asGiven(String(scale))}`;
  const [first, second] = [numeratorLabel, denominatorLabel].map((label) => counted(label ?? '', '2'));
  return `Its data owner types two numbers: ${first} ÷ ${second}${times}.`;
}
