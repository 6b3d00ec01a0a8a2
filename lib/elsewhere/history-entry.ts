import { type Figures, readingValue } from '@/lib/figure/computed-value';
import { parseFigure, parsePart } from '@/lib/figure/figure-entry';
import { figureRefusal } from '@/lib/figure/figure-refusal';
import { limits } from '@/lib/form/limits';
import { tooLong } from '@/lib/form/typed-text';
import type { MeasureFacts } from '@/lib/measure/measure';
import { canonical } from '@/lib/record/canonical';
import { formatDate } from '@/lib/time/day';
import { isDay } from '@/lib/time/instant';
import { endOf, isStart, name } from '@/lib/time/period';

/** A figure that was published elsewhere: of which measure and period, plain decimals. */
export type HistoryRow = Figures & { measureId: number; periodStart: string; provisional: boolean };

/** What is asked of a measure before a figure of its history is taken in. */
export type HistoryMeasure = Pick<
  MeasureFacts,
  'unit' | 'decimals' | 'scale' | 'outsideHundred' | 'countsPeople' | 'frequency' | 'startMonth' | 'since'
> & { number: number };

/** Why these cannot have been published there and then, or null when they can. */
export function placeProblem({ where, on }: { where: string; on: string }, today: string): string | null {
  if (where === '') return 'Say where these figures were published, such as the name of the report.';
  if (where.length > limits.publishedIn.most) return tooLong(limits.publishedIn);
  if (!isDay(on)) return 'Say on which day these figures were published, like 13 June 2018.';
  return on > today ? `These figures cannot have been published on ${formatDate(on)}: that day has not come.` : null;
}

/**
 * Says why a figure that was published on a day cannot come in as history, in a sentence that names its measure and period; null when
 * it can. Its period may lie before or after the first that is required here, and was over on that day. What is asked of the calendar
 * is kept for the next figure: many thousand come at once, of the same few periods.
 */
export function historyCheck(on: string): (row: HistoryRow, measure: HistoryMeasure) => string | null {
  const ends = new Map<string, string | null>();
  const lastDay = ({ frequency, startMonth }: HistoryMeasure, start: string): string | null => {
    const key = `${frequency} ${startMonth} ${start}`;
    const kept = ends.get(key);
    if (kept !== undefined) return kept;
    const end = isDay(start) && isStart(start, { frequency, startMonth }) ? endOf({ frequency, start }) : null;
    ends.set(key, end);
    return end;
  };
  return (row, measure) => historyProblem(row, measure, on, lastDay(measure, row.periodStart));
}

/** `end` is the last day of its period; null where no period begins on the day that is given. */
function historyProblem(row: HistoryRow, measure: HistoryMeasure, on: string, end: string | null): string | null {
  const { periodStart: start } = row;
  if (end === null)
    return `Measure ${measure.number}: ${isDay(start) ? formatDate(start) : 'that'} is not the first day of one of its periods.`;
  const about = () => `Measure ${measure.number}, ${name({ frequency: measure.frequency, start })}: `;
  if (measure.since !== null && end < measure.since)
    return `${about()}its figures are counted from ${formatDate(measure.since)} on.`;
  if (end >= on) return `${about()}the period was not over on ${formatDate(on)}, when it was published.`;
  const why = partProblem(row, measure) ?? figureRefusal(row, measure);
  if (why) return about() + why.charAt(0).toLowerCase() + why.slice(1);
  return readingValue(row, measure) === null ? `${about()}there is no figure.` : null;
}

function partProblem({ value, numerator, denominator }: HistoryRow, measure: HistoryMeasure): string | null {
  const parsed = [
    value === null ? null : parseFigure(value, measure),
    numerator === null ? null : parsePart(numerator, measure),
    denominator === null ? null : parsePart(denominator, measure),
  ];
  for (const each of parsed) if (each && 'problem' in each) return each.problem;
  return null;
}

/** The text whose SHA-256 a confirmation signs: of which service, where and when, and every figure, by measure and period. */
export function historyText(
  serviceId: number,
  { where, on }: { where: string; on: string },
  rows: HistoryRow[],
): string {
  const figures = rows
    .toSorted((a, b) => a.measureId - b.measureId || a.periodStart.localeCompare(b.periodStart))
    .map(({ measureId, periodStart, value, numerator, denominator, provisional }) => [
      measureId,
      periodStart,
      value,
      numerator,
      denominator,
      provisional,
    ]);
  return canonical({ serviceId, where, on, figures });
}
