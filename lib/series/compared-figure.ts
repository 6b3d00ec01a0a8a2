import type { Elsewhere } from '@/lib/elsewhere/elsewhere-words';
import { readingValue } from '@/lib/figure/computed-value';
import { missingWords } from '@/lib/figure/missing-reason';
import { hiddenBecause, type Withheld } from '@/lib/figure/withheld';
import { covered, type Span, spanLabel, spanOf, whenCovered } from '@/lib/measure/span';
import { inYear, lengthsApart } from '@/lib/target/direction-of-travel';
import { yearName } from '@/lib/time/council-year';
import { addMonths, endOf, type Frequency, type Period, shift, yearStart } from '@/lib/time/period';
import { type MeasureRecord, type Outturn, periodOf, type ReadingRecord } from './measure-record';
import { wantsClosing, yearIsOpen } from './measure-year';
import { breakBetween } from './series-break';

/** The day that an edition is as at, and the first year of its council comparison year. */
export type Cut = { asAt: string; comparisonStart: number };

/** What a measure's latest reading is compared with; `lengths` and `break` say why it is not, `self` that it lies in that year itself. */
export type Compared = {
  value: string | null;
  /** What the earlier figure stands for: '2017/18' in a cell, 'in 2017/18' in a sentence. */
  label: string;
  when: string;
  why: string | null;
  break: string | null;
  lengths: string | null;
  self: boolean;
  /** The days that the earlier figure covers; null where nothing is compared. */
  span: Span | null;
  /** Where and when the figure was published, where nobody entered it here. */
  elsewhere?: Elsewhere;
  /** The outturn that the figure is; whether figures of that year are here, and nobody has closed it. */
  outturn?: Outturn;
  isOpen?: boolean;
  /** What the public is not shown of it; absent where it sees the figure. */
  withheld?: Withheld;
};

const periodsInYear: Record<Frequency, number> = { monthly: 12, quarterly: 4, termly: 3, half_yearly: 2, annual: 1 };

/** What a measure's latest reading (the first of `readings`) is compared with. Source: docs/rules.md, Direction of travel. */
export function comparatorOf(measure: MeasureRecord, readings: ReadingRecord[], cut: Cut): Compared {
  const latest = readings[0] ? periodOf(measure, readings[0]) : null;
  if (measure.comparator === 'previous_year') return againstYear(measure, readings, latest, cut);
  if (!latest) {
    const label = 'an earlier period';
    return { value: null, label, when: `in ${label}`, why: null, break: null, lengths: null, self: false, span: null };
  }
  return againstPeriod(measure, readings, latest);
}

function againstPeriod(measure: MeasureRecord, readings: ReadingRecord[], latest: Period): Compared {
  const back = measure.comparator === 'previous_period' ? 1 : periodsInYear[measure.frequency];
  const earlier = shift(latest, -back);
  const reading = readings.find(({ periodStart }) => periodStart === earlier.start);
  const spans = [latest, earlier].map((period) => ({
    span: spanOf(period, measure),
    words: covered(period, measure),
  })) as [CoveredSpan, CoveredSpan];
  return {
    value: (reading && readingValue(reading, measure)) ?? null,
    label: spanLabel(earlier, measure),
    when: whenCovered(earlier, measure),
    why: reading ? whyNone(reading) : null,
    break: breakBetween(measure, earlier.start, latest.start),
    lengths: lengthsApart(...spans),
    self: false,
    span: spanOf(earlier, measure),
    ...(reading?.elsewhere && { elsewhere: reading.elsewhere }),
    ...(reading?.withheld && { withheld: reading.withheld }),
  };
}

const whyNone = ({ missing, withheld }: ReadingRecord): string | null => {
  if (withheld) return hiddenBecause(withheld);
  return missing && missingWords[missing].because;
};

type CoveredSpan = { span: Span; words: string };

/** Last year's outturn, of the measure's own year; an annual figure is held against the year before its own. */
function againstYear(measure: MeasureRecord, readings: ReadingRecord[], latest: Period | null, cut: Cut): Compared {
  const start = comparisonYear(measure, latest, cut);
  const year: Span = { from: start, until: endOf({ frequency: 'annual', start }) };
  const began = Number(start.slice(0, 4));
  const label = yearName(start);
  const outturn = measure.outturns.find((candidate) => candidate.year === began);
  const none = measure.withoutOutturn?.find((candidate) => candidate.year === began);
  const isOpen = year.until < cut.asAt && wantsClosing(measure, began);
  const reading = measure.frequency === 'annual' && readings.find(({ periodStart }) => periodStart === start);
  const withheld = none?.withheld ?? (!outturn && reading ? reading.withheld : undefined);
  const theirs = { span: spanOf({ frequency: 'annual', start }, measure), words: label };
  const ours = latest && { span: spanOf(latest, measure), words: covered(latest, measure) };
  return {
    value: outturn?.value ?? (reading && !none?.withheld ? readingValue(reading, measure) : null),
    label,
    when: `in ${label}`,
    why: withheld ? hiddenBecause(withheld) : (none?.why ?? (isOpen ? yearIsOpen : measure.whyNoOutturn)),
    break: latest ? breakBetween(measure, start, latest.start) : null,
    lengths: ours && !besideYear(measure) ? lengthsApart(ours, theirs) : null,
    self: latest !== null && measure.frequency !== 'annual' && inYear(latest, year),
    isOpen,
    span: year,
    ...(outturn && { outturn }),
    ...(!outturn && reading && reading.elsewhere && { elsewhere: reading.elsewhere }),
    ...(withheld && { withheld }),
  };
}

/**
 * The one exception: a single period, a snapshot or a total since a date is compared with a year's outturn.
 * Source: docs/rules.md, Direction of travel.
 */
const besideYear = ({ window, periodsAddUp }: MeasureRecord): boolean =>
  (window === 'single' || window === 'snapshot' || window === 'since') && !periodsAddUp;

/** The first day of the year that a measure is compared with: the council's, its own, or the one before an annual figure's. */
function comparisonYear({ frequency, startMonth }: MeasureRecord, latest: Period | null, cut: Cut): string {
  if (frequency === 'annual' && latest) return addMonths(latest.start, -12);
  if (startMonth === 4) return `${cut.comparisonStart}-04-01`;
  return addMonths(yearStart(cut.asAt, startMonth), -12);
}
