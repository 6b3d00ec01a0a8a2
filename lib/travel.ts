import { because } from './because';
import { Exact } from './decimal';
import { gap, round, shown, withNoun } from './figure';
import { type MeasureFacts, polarityWords } from './measure';
import { councilYear, endOf, type Period, yearStart } from './period';

/** The directions of travel: the first three with a polarity, the last three without. */
export const directions = ['improving', 'worsening', 'no_change', 'increasing', 'decreasing'] as const;
export type Direction = (typeof directions)[number];

export const directionWords: Record<Direction, string> = {
  improving: 'Improving',
  worsening: 'Worsening',
  no_change: 'No change',
  increasing: 'Increasing',
  decreasing: 'Decreasing',
};

/** What is compared; every reason completes "…, because": 'the method changed in April 2018'. */
export type Comparison = {
  value: string | null;
  whyNoValue?: string | null;
  /** The earlier figure, and the year or period it stands for as in "in 2017/18"; `why` says why there is none. */
  comparator: { value: string | null; label: string; why?: string | null };
  measure: Pick<MeasureFacts, 'unit' | 'decimals' | 'polarity' | 'noChangeBand'>;
  /** The latest period lies inside the comparison year (see `inYear`); `period` is its range, for the sentence. */
  selfComparison?: boolean;
  period?: string | null;
  /** Why the two figures are not of a kind: one of `breaks`, or a reason in words. */
  break?: string | null;
};

/** The breaks that the rules name, in words. Source: DOMAIN.md section 5. */
export const breaks = {
  series: 'there is a break in the series between them',
  yearToDate: 'a year to date starts again with each year',
  definition: 'the definition of the measure changed between them',
} as const;

/** Whether a period lies in the council year that starts in `year`, so that the comparison is with its own year. */
export const inYear = (period: Period, year: number): boolean =>
  councilYear(period.start).start === year && councilYear(endOf(period)).start === year;

/** Whether a year to date started again between two periods, so that their figures cannot be compared. */
export const resetBetween = (
  earlier: Period,
  later: Period,
  { window, startMonth }: Pick<MeasureFacts, 'window' | 'startMonth'>,
): boolean => window === 'ytd' && yearStart(endOf(earlier), startMonth) !== yearStart(endOf(later), startMonth);

/**
 * The direction of travel against a named earlier figure, as shown: equal, or inside the measure's band (its ends included), is
 * no change; improving and no change are green, worsening red, and without polarity there is no colour. Source: DOMAIN.md section 5.
 */
export function travel(asked: Comparison): {
  direction: Direction | null;
  colour: 'green' | 'red' | null;
  sentence: string;
} {
  const { value, comparator, measure } = asked;
  const cannot = (why: string) => ({ direction: null, colour: null, sentence: `Cannot be compared: ${why}.` });
  if (value === null) return cannot(`there is no current figure${because(asked.whyNoValue)}`);
  if (comparator.value === null) return cannot(`there is no figure for ${comparator.label}${because(comparator.why)}`);
  if (asked.break)
    return cannot(`this figure and the one for ${comparator.label} are not alike${because(asked.break)}`);

  const [now, then] = [value, comparator.value].map((figure) => new Exact(round(figure, measure.decimals))) as [
    Exact,
    Exact,
  ];
  const difference = now.minus(then);
  const band = measure.noChangeBand ?? '0';
  const steady = difference.abs().lte(band);
  const direction = steady ? 'no_change' : directionOf(difference, measure.polarity);
  const said = (figure: string) => withNoun(shown(figure, measure), measure.unit);
  const against = `${said(value)} against ${said(comparator.value)} in ${comparator.label}`;
  const apart = difference.isZero()
    ? ''
    : `, ${gap(difference.toFixed(), measure)} ${difference.gt(0) ? 'higher' : 'lower'}`;
  const inside = steady && apart ? `, which is within the ${gap(band, measure)} that count as no change` : '';
  const better = steady && measure.polarity !== 'none' ? '' : `, and ${polarityWords[measure.polarity]}`;
  return {
    direction,
    colour: measure.polarity === 'none' ? null : direction === 'worsening' ? 'red' : 'green',
    sentence: `${directionWords[direction]}: ${against}${apart}${inside}${better}${ownYear(asked)}.`,
  };
}

function directionOf(difference: Exact, polarity: MeasureFacts['polarity']): Direction {
  const up = difference.gt(0);
  if (polarity === 'none') return up ? 'increasing' : 'decreasing';
  return up === (polarity === 'higher') ? 'improving' : 'worsening';
}

/** The candid end of the sentence when a figure is compared with the year that it is part of. */
const ownYear = ({ selfComparison, period, comparator }: Comparison): string =>
  selfComparison
    ? `; ${period ?? 'this period'} is itself part of ${comparator.label}, so this compares the figure with its own year`
    : '';
