/**
 * THE GRAMMAR OF NUMERATOR AND DENOMINATOR LABELS
 *
 * `denominatorLabel` is always a plural noun phrase in lower case: what is counted below the line.
 * `numeratorLabel` depends on what the measure is. Labels carry no numbers of their own, no full stop.
 *
 *   form         when                                  numeratorLabel           reads as
 *   proportion   unit percent                          a verb phrase            {n} of {d} {denominatorLabel} {numeratorLabel}: …
 *   average      scale 1                               verb phrase with “…”     {d} {denominatorLabel} took {n} days in total: … each on average
 *   over time    scale 1, denominatorLabel is          a noun phrase            {n} {numeratorLabel} in {d} months: … a month on average
 *                days, weeks, months, quarters, years
 *   rate         scale above 1, unit not percent       a noun phrase            {n} {numeratorLabel} among {d} {denominatorLabel}: … per 1,000
 *
 * proportion   'were placed with council carers' + 'children in foster care'
 *              216 of 267 children in foster care were placed with council carers: 80.9%, shown as 81%
 *              'were judged Good or Outstanding' + 'children’s homes inspected'
 *              'had been in the same placement for two years' + 'children in long-term care'
 *              'were decided within one working day' + 'referrals'
 *              'had lasted two years or more' + 'child protection plans that ended'
 *              'were starting a second or later plan' + 'children who became subject to a child protection plan'
 * average      'took … days' + 'children' (the “…” is where the number goes)
 *              23 children took 3,834 days in total: 167 days each on average
 *              'held … cases' + 'full-time equivalent reviewing officers'
 *              9.3 full-time equivalent reviewing officers held 770 cases in total: 83 cases each on average
 *              in pounds the number brings its own sign: 'cost …' + 'tenancies'
 * over time    'Early Help Assessments started' + 'months'
 *              1,108 Early Help Assessments started in 12 months: 92.3, shown as 92 a month on average
 * rate         'custodial sentences' + 'young people aged 10 to 17'
 *              5 custodial sentences among 27,023 young people aged 10 to 17: 0.185 per 1,000, shown as 0.19
 *
 * A word may be written 'singular|plural' ('was|were placed', 'child|children in foster care'); the count beside it
 * chooses: for a proportion the verb follows the numerator. Without a bar the word is used as it stands.
 */

import type { MeasureFacts } from '@/lib/measure/measure';
import { Exact } from './decimal';
import { asGiven } from './figure';

/** What of a measure its labelled parts are read by. */
export type Labelled = Pick<
  MeasureFacts,
  'unit' | 'decimals' | 'scale' | 'numeratorLabel' | 'denominatorLabel' | 'outsideHundred'
>;

/** The units of time that a measure can count below the line, each with one of them. */
export const spans: Record<string, string> = {
  days: 'day',
  weeks: 'week',
  months: 'month',
  quarters: 'quarter',
  years: 'year',
};
const number = '…';

/** Chooses between 'singular|plural' words in a label by the count beside it; other words stay as they are. */
export const counted = (label: string, count: string): string =>
  label
    .split(' ')
    .map((word) => word.split('|').at(new Exact(count).eq(1) ? 0 : -1))
    .join(' ');

/** Which of the four forms a measure's parts take, or null when it has no labelled parts. */
export function formOf({
  unit,
  scale,
  numeratorLabel,
  denominatorLabel,
}: Labelled): 'proportion' | 'average' | 'over time' | 'rate' | null {
  if (scale === null || !numeratorLabel || !denominatorLabel) return null;
  if (unit === 'percent') return 'proportion';
  if (scale !== 1) return 'rate';
  return Object.hasOwn(spans, denominatorLabel) ? 'over time' : 'average';
}

/** The denominator with its count, as what stays the same: '530 children in foster care', '12 months'; null without label. */
export function baseOf(denominator: string, measure: Labelled): string | null {
  const { denominatorLabel } = measure;
  if (formOf(measure) === null || !denominatorLabel) return null;
  const isOne = new Exact(denominator).eq(1) && Object.hasOwn(spans, denominatorLabel);
  const label = isOne ? (spans[denominatorLabel] as string) : denominatorLabel;
  return `${asGiven(denominator)} ${counted(label, denominator)}`;
}

/** What the numerator of an average counts, from 'held … cases': 'cases'; '' for the other forms. */
export const totalled = (measure: Labelled, count: string): string =>
  formOf(measure) === 'average' ? counted(split(measure.numeratorLabel ?? '')[1], count) : '';

/** The verb and the noun around the number of an average's numerator: ['took', 'days']; without “…” the verb is 'had'. */
export function split(label: string): [verb: string, noun: string] {
  const at = label.replace('...', number).split(number);
  return at.length === 1 ? ['had', label.trim()] : [(at[0] as string).trim(), (at[1] as string).trim()];
}
