import type { FrozenFigure, FrozenRow, Mark, TrendPoint } from './edition';
import { missingWords, readingValue, round, shown } from './figure';
import { revisions, targetChange } from './freeze-notes';
import { type MeasureFacts, units } from './measure';
import { type MeasureRecord, periodOf, type ReadingRecord, type TargetRecord, targetInForce } from './measure-record';
import {
  endOf,
  type Frequency,
  formatDate,
  label,
  name,
  periodsFrom,
  range,
  shift,
  windowWords,
  yearLabel,
} from './period';
import { realTerms } from './reading';
import { lastAsked } from './retirement';
import { breakBetween } from './series-break';
import { scheduleOf, statusAt } from './status';
import { judge, type Target, targetFigure, targetRule } from './target';
import { breaks, inYear, resetBetween, travel } from './travel';

/** How many periods a trend goes back for each frequency: twenty-four months, or five years of annual figures. */
export const trendLength: Record<Frequency, number> = {
  monthly: 25,
  quarterly: 9,
  termly: 7,
  half_yearly: 5,
  annual: 5,
};

export type Cut = { asAt: string; comparisonStart: number };

/** The row of an edition that tells of a measure at a day: what the public may see, and nothing else. */
export function freezeRow(record: MeasureRecord, { asAt, comparisonStart }: Cut): FrozenRow {
  const measure = asCounted(record, asAt);
  const readings = measure.readings.filter((reading) => endOf(periodOf(measure, reading)) < asAt);
  const reading = readings[0] ?? null;
  const period = reading && periodOf(measure, reading);
  const value = reading && readingValue(reading, measure);
  const span = { from: measure.requiredFrom, until: lastAsked(measure.retiredOn, measure) };
  const schedule = scheduleOf({ ...calendarOf(measure), ...span }, measure.periodsHere);
  const none =
    statusAt(schedule, asAt).status === 'overdue' ? 'the first one is overdue' : 'nothing has fallen due yet';
  const whyNoValue = reading ? reading.missing && missingWords[reading.missing].because : none;
  const target = targetInForce(measure.targets, period?.start ?? asAt);
  const comparator = comparatorOf(measure, readings, comparisonStart);

  return {
    number: measure.number,
    code: measure.code,
    title: measure.title,
    definition: measure.definition,
    unit: units[measure.unit].column,
    frequency: measure.frequency,
    covers: measure.since ? `since ${formatDate(measure.since)}` : windowWords[measure.window],
    previous: {
      ...figure(comparator.value, comparator.why ? sentence(comparator.why) : 'No earlier figure.', measure),
      label: comparator.label,
    },
    target: { ...targetText(target, measure), rule: target && targetRule(target.target, measure) },
    current: { ...figure(value, currentWhy(reading), measure), marks: reading ? marksOf(reading) : [] },
    period: period && { label: label(period), range: range(period), start: period.start },
    travel: travel({
      value,
      whyNoValue,
      comparator,
      measure,
      selfComparison: measure.comparator === 'previous_year' && period !== null && inYear(period, comparisonStart),
      period: period && name(period),
      break: comparator.break,
    }),
    rag: judge({
      value,
      whyNoValue,
      target: target?.target ?? null,
      whyNoTarget: measure.whyNoTarget,
      measure,
      parts: reading,
    }),
    realTerms: reading && realTerms(reading, measure),
    comments: reading?.comments ?? null,
    actions: reading?.actions ?? [],
    notes: [...measure.notes, ...targetChange(measure, period, value), ...revisions(measure, readings)],
    trend: {
      points: pointsOf(measure, readings.slice(0, trendLength[measure.frequency])),
      target: plotted(target?.target ?? null),
    },
    schedule,
  };
}

/** A measure in the words by which its latest figure before a day was counted: a new wording waits for its first figure. */
export function asCounted(measure: MeasureRecord, asAt: string): MeasureRecord {
  const latest = measure.readings.find((reading) => endOf(periodOf(measure, reading)) < asAt);
  const wording = latest && measure.wordings.findLast(({ effectiveFrom }) => effectiveFrom <= latest.periodStart);
  if (!wording) return measure;
  const { title, definition, numeratorLabel, denominatorLabel } = wording;
  return { ...measure, title, definition, numeratorLabel, denominatorLabel };
}

const calendarOf = ({ frequency, startMonth, lagDays }: MeasureFacts) => ({ frequency, startMonth, lagDays });

const figure = (value: string | null, why: string, measure: MeasureFacts): FrozenFigure =>
  value === null ? { text: null, why } : { text: shown(value, measure), why: null };

function currentWhy(reading: ReadingRecord | null): string {
  if (!reading) return 'No result yet.';
  const reason = reading.missing ? missingWords[reading.missing].title : 'No figure';
  return reading.expectedOn ? `${reason}; expected ${formatDate(reading.expectedOn)}.` : `${reason}.`;
}

function marksOf({ provisional, revision }: ReadingRecord): Mark[] {
  return [...(provisional ? (['p'] as const) : []), ...(revision > 0 ? (['r'] as const) : [])];
}

function targetText(target: TargetRecord | null, measure: MeasureRecord): FrozenFigure {
  const text = target && targetFigure(target.target, measure);
  if (text) return { text, why: null };
  return { text: null, why: measure.whyNoTarget ? sentence(measure.whyNoTarget) : 'No target is set.' };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;

/** The threshold that a trend draws as its target line; a range is drawn by its nearer end only in words, so not at all. */
const plotted = (target: Target | null): string | null =>
  target && (target.shape === 'at_least' || target.shape === 'at_most') ? target.green : null;

type Compared = { value: string | null; label: string; why: string | null; break: string | null };

/** What a measure's latest reading is compared with. */
export function comparatorOf(measure: MeasureRecord, readings: ReadingRecord[], comparisonStart: number): Compared {
  const latest = readings[0];
  if (measure.comparator === 'previous_year') {
    const outturn = measure.outturns.find(({ year }) => year === comparisonStart);
    return {
      ...{ value: outturn?.value ?? null, label: yearLabel(comparisonStart), why: measure.whyNoOutturn },
      break: latest ? breakBetween(measure, `${comparisonStart}-04-01`, latest.periodStart) : null,
    };
  }
  if (!latest) return { value: null, label: 'an earlier period', why: null, break: null };
  const period = periodOf(measure, latest);
  const earlier = shift(period, measure.comparator === 'previous_period' ? -1 : -periodsInYear[measure.frequency]);
  const found = readings.find(({ periodStart }) => periodStart === earlier.start);
  return {
    value: (found && readingValue(found, measure)) ?? null,
    label: label(earlier),
    why: found?.missing ? missingWords[found.missing].because : null,
    break:
      resetBetween(earlier, period, measure) && measure.comparator === 'previous_period'
        ? breaks.yearToDate
        : breakBetween(measure, earlier.start, period.start),
  };
}

const periodsInYear = { monthly: 12, quarterly: 4, termly: 3, half_yearly: 2, annual: 1 } as const;

/** The trend's points from the oldest to the latest period, a period without a figure included as a gap. */
function pointsOf(measure: MeasureRecord, readings: ReadingRecord[]): TrendPoint[] {
  const oldest = readings.at(-1);
  const latest = readings[0];
  if (!oldest || !latest) return [];
  const byStart = new Map(readings.map((reading) => [reading.periodStart, reading]));
  return periodsFrom(measure.frequency, oldest.periodStart, latest.periodStart).map(({ start }) => {
    const reading = byStart.get(start);
    const value = reading ? readingValue(reading, measure) : null;
    return {
      start,
      value: value === null ? null : round(value, measure.decimals),
      illustrative: reading?.illustrative ?? false,
    };
  });
}
