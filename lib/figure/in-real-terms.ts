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

import { type MeasureFacts, units } from '@/lib/measure/measure';
import { Exact } from './decimal';
import { asGiven, bare, compute, round, shown } from './figure';

type Labelled = Pick<
  MeasureFacts,
  'unit' | 'decimals' | 'scale' | 'numeratorLabel' | 'denominatorLabel' | 'outsideHundred'
>;
type Parts = { numerator: string | null; denominator: string | null };

const spans: Record<string, string> = {
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
function split(label: string): [verb: string, noun: string] {
  const at = label.replace('...', number).split(number);
  return at.length === 1 ? ['had', label.trim()] : [(at[0] as string).trim(), (at[1] as string).trim()];
}

/** The figure with one decimal more than it is shown at, where that says more: '80.9%, shown as 81%'. */
function withWorking(value: string, measure: Labelled, after = ''): string {
  const finer = { unit: measure.unit, decimals: measure.decimals + 1 };
  const figure = shown(value, measure);
  if (new Exact(round(value, finer.decimals)).eq(round(value, measure.decimals))) return `${figure}${after}`;
  return `${shown(value, finer)}${after}, shown as ${figure}`;
}

/**
 * The "in real terms" sentence of a reading, from its labelled parts in the right roles; null where there are no labelled
 * parts, the denominator is 0, or a proportion is more than its whole. Text of the system. Source: docs/rules.md, Figures.
 */
export function realTerms({ numerator, denominator }: Parts, measure: Labelled): string | null {
  const form = formOf(measure);
  if (form === null || numerator === null || denominator === null || measure.scale === null) return null;
  const value = compute(numerator, denominator, measure.scale);
  const base = baseOf(denominator, measure);
  if (value === null || base === null || new Exact(denominator).lt(0)) return null;
  const part = asGiven(numerator);
  const label = counted(measure.numeratorLabel ?? '', numerator);
  switch (form) {
    case 'proportion':
      if (new Exact(numerator).gt(denominator)) return null;
      return `${part} of ${base} ${label}: ${withWorking(value, measure)}`;
    case 'rate':
      return `${part} ${label} among ${base}: ${withWorking(value, measure, ` per ${bare(String(measure.scale), 0)}`)}`;
    case 'over time': {
      const span = spans[measure.denominatorLabel as string];
      return `${part} ${label} in ${base}: ${withWorking(value, measure)} a ${span} on average`;
    }
    case 'average': {
      const verb = counted(split(measure.numeratorLabel ?? '')[0], denominator);
      const { prefix, suffix } = units[measure.unit];
      const total = [`${prefix}${part}${suffix}`, totalled(measure, numerator)].join(' ').trim();
      return `${base} ${verb} ${total} in total: ${averageWords(value, measure)} each on average`;
    }
  }
}

/** One average share with its noun: '167 days', '83 cases', '£1,200'. */
function averageWords(value: string, measure: Labelled): string {
  const { noun } = units[measure.unit];
  const figure = round(value, measure.decimals);
  const word = noun ? noun[new Exact(figure).eq(1) ? 0 : 1] : totalled(measure, figure);
  return units[measure.unit].prefix ? shown(value, measure) : `${bare(value, measure.decimals)} ${word}`.trim();
}
