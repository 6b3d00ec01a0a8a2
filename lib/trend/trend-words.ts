import { elsewhereMark } from '@/lib/elsewhere/elsewhere-words';
import { Exact } from '@/lib/figure/decimal';
import { bare, shown, shownThreshold, withNoun } from '@/lib/figure/figure';
import { hiddenWords } from '@/lib/figure/withheld';
import type { Unit } from '@/lib/measure/measure';
import type { ColourBand } from '@/lib/target/colour';
import { withoutEnd } from '@/lib/text/sentence-end';
import { yearName } from '@/lib/time/council-year';
import { name } from '@/lib/time/period';
import type { Trend, TrendPeriod } from './trend';
import { benchmarksByPeriod } from './trend-benchmarks';

type Shown = { unit: Unit; decimals: number };

/** The values of a colour as a rule in words: 'at most 76', 'at least 80%', 'between 30 and 40'. */
export function bandRule({ low, high }: ColourBand, measure: Shown): string {
  const thresholdText = (value: string) => withNoun(shownThreshold(value, measure), measure.unit);
  if (low !== null && high !== null) return `between ${shownThreshold(low, measure)} and ${thresholdText(high)}`;
  if (low !== null) return `at least ${thresholdText(low)}`;
  return high === null ? 'any value' : `at most ${thresholdText(high)}`;
}

/** A period after 'in' or 'since': 'July 2018', 'Apr 2018' for a quarter, '2017/18'. */
export function whenIn(
  { start, label }: Pick<TrendPeriod, 'start' | 'label'>,
  { frequency }: Pick<Trend, 'frequency'>,
): string {
  if (frequency === 'monthly') return name({ frequency, start });
  if (frequency !== 'annual') return label;
  const year = yearName(start);
  return year.startsWith('year') ? `the ${year}` : year;
}

/** A benchmark's value as it was given, with the unit around it: '64.3%', '1,200'. */
export function benchmarkFigure(value: string, unit: Unit): string {
  return shown(value, { unit, decimals: new Exact(value).decimalPlaces() });
}

/** A mean or limit of process control, at one decimal more than the figures where they are small: '82.9', '1,480,542'. */
export const limitFigure = (value: string, { unit, decimals }: Shown): string =>
  shown(value, { unit, decimals: new Exact(value).abs().lt(1000) ? decimals + 1 : decimals });

/** The figure of a period as it is shown, at fewer decimals where that is said; null where it has none. */
export const periodFigure = ({ value, hidden }: Pick<TrendPeriod, 'value' | 'hidden'>, trend: Shown): string | null =>
  value === null ? null : shown(value, { ...trend, decimals: hidden?.decimals ?? trend.decimals });

/** What stands beside the figure of a period, each in words: 'provisional', 'revised', 'illustrative'. */
export function periodMarks(period: TrendPeriod): string[] {
  const { value, hidden, provisional, revised, illustrative, elsewhere, unpublished, judged } = period;
  if (value === null) return [];
  return [
    hidden?.decimals === undefined ? null : withoutEnd(hidden.why),
    provisional ? 'provisional' : null,
    revised ? 'revised' : null,
    illustrative ? 'illustrative' : null,
    elsewhere ? elsewhereMark(elsewhere) : null,
    judged ?? null,
    unpublished ? `not published: ${unpublished}` : null,
  ].filter((mark) => mark !== null);
}

/** Each period of a trend in one line: '1 to 31 July 2018: 83, target at most 76, provisional'. */
export function periodSentences(trend: Trend): string[] {
  const benchmarks = benchmarksByPeriod(trend);
  return trend.periods.map((period, index) => {
    const { range, value, bands } = period;
    const figure = value === null ? noFigure(period) : withNoun(periodFigure(period, trend) ?? '', trend.unit);
    const target = bands && `target ${bandRule(bands.green, trend)}`;
    const others = benchmarks.map(({ name, placed }) => {
      const held = placed[index];
      return held ? `${name} ${benchmarkFigure(held.value, trend.unit)}` : null;
    });
    const broken = period.break === null ? null : 'a new series begins here';
    return `${range}: ${[figure, target, ...periodMarks(period), ...others, broken].filter(Boolean).join(', ')}`;
  });
}

/** Why a period has no figure, in words: "[c] hidden", "no figure (Not collected)". */
export const noFigure = ({ hidden, why }: TrendPeriod): string =>
  hidden ? hiddenWords : `no figure${why ? ` (${why})` : ''}`;

/** A count with its noun: '1 figure', '1,200 figures'. */
export const counted = (count: number, noun: string): string =>
  `${bare(String(count), 0)} ${noun}${count === 1 ? '' : 's'}`;
